import { asc, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { objection } from '../schema/district'

export type ObjectionRow = typeof objection.$inferSelect

/** What bureaus objected to in a period, in the order in which it came in. */
export function readObjections(db: ReadDb, period: string): ObjectionRow[] {
  return db
    .select()
    .from(objection)
    .where(eq(objection.period, period))
    .orderBy(asc(objection.receivedOn), asc(objection.id))
    .all()
}

export function readObjection(db: ReadDb, id: string): ObjectionRow | null {
  return db.select().from(objection).where(eq(objection.id, id)).get() ?? null
}

/** Keeps a received objection; one that a later edition brings again stays as it was, its answer too. */
export function keepObjection(
  db: WriteDb,
  row: Pick<ObjectionRow, 'id' | 'unitId' | 'period' | 'lineKey' | 'text' | 'receivedOn' | 'isSample'>,
): void {
  db.insert(objection)
    .values({ ...row, isAccepted: null, answer: '', answeredOn: null, answeredBy: '' })
    .onConflictDoNothing()
    .run()
}

export function answerObjection(
  db: WriteDb,
  id: string,
  answer: Pick<ObjectionRow, 'isAccepted' | 'answer' | 'answeredOn' | 'answeredBy'>,
): void {
  db.update(objection).set(answer).where(eq(objection.id, id)).run()
}
