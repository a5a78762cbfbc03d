import { and, asc, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { manualScore } from '../schema/scoring'

export type ManualScoreRow = typeof manualScore.$inferSelect

/** Figures the district gave for a year, oldest first: the newest up to a day counts. */
export function readManualScores(db: ReadDb, year: number): ManualScoreRow[] {
  return db
    .select()
    .from(manualScore)
    .where(eq(manualScore.year, year))
    .orderBy(asc(manualScore.givenOn), asc(manualScore.id))
    .all()
}

/** Records a figure; one given on the same day takes its place. */
export function saveManualScore(db: WriteDb, row: ManualScoreRow): void {
  const set = { value: row.value, documentReference: row.documentReference, isSample: row.isSample }
  const sameDay = and(
    eq(manualScore.year, row.year),
    eq(manualScore.componentId, row.componentId),
    eq(manualScore.givenOn, row.givenOn),
  )
  const known = db.select({ id: manualScore.id }).from(manualScore).where(sameDay).get()
  if (known) db.update(manualScore).set(set).where(eq(manualScore.id, known.id)).run()
  else {
    const id = idOfNew(db, manualScore, [row.year, row.componentId, row.givenOn], () => row.id)
    db.insert(manualScore)
      .values({ ...row, id })
      .run()
  }
}
