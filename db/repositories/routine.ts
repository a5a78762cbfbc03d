import { and, asc, eq, gte, lte } from 'drizzle-orm'
import type { BriefRecord, TrainingRecord } from '../../shared/investment/record'
import type { ReadDb, WriteDb } from '../access'
import { brief, training } from '../schema/investment'

export type BriefRow = typeof brief.$inferSelect
export type TrainingRow = typeof training.$inferSelect

function toBrief({ batchId: _batch, ...row }: BriefRow): BriefRecord {
  // Enumerated and date columns are only written from BriefRecord itself.
  return row as BriefRecord
}

function toTraining({ batchId: _batch, ...row }: TrainingRow): TrainingRecord {
  return row as TrainingRecord
}

/** 工作信息 of a year, by the month they count for. */
export function readBriefs(db: ReadDb, year: number): BriefRecord[] {
  const ofYear = and(gte(brief.month, `${year}-01`), lte(brief.month, `${year}-12`))
  return db
    .select()
    .from(brief)
    .where(ofYear)
    .orderBy(asc(brief.month), asc(brief.submittedOn), asc(brief.id))
    .all()
    .map(toBrief)
}

/** One 工作信息, or null. */
export function readBrief(db: ReadDb, id: string): BriefRow | null {
  return db.select().from(brief).where(eq(brief.id, id)).get() ?? null
}

export function saveBrief(db: WriteDb, row: BriefRow): void {
  const { id: _id, ...set } = row
  db.insert(brief).values(row).onConflictDoUpdate({ target: brief.id, set }).run()
}

export function deleteBrief(db: WriteDb, id: string): void {
  db.delete(brief).where(eq(brief.id, id)).run()
}

/** 招商培训 of a year, in time order. */
export function readTrainings(db: ReadDb, year: number): TrainingRecord[] {
  const ofYear = and(gte(training.heldOn, `${year}-01-01`), lte(training.heldOn, `${year}-12-31`))
  return db.select().from(training).where(ofYear).orderBy(asc(training.heldOn), asc(training.id)).all().map(toTraining)
}

/** One training, or null. */
export function readTraining(db: ReadDb, id: string): TrainingRow | null {
  return db.select().from(training).where(eq(training.id, id)).get() ?? null
}

export function saveTraining(db: WriteDb, row: TrainingRow): void {
  const { id: _id, ...set } = row
  db.insert(training).values(row).onConflictDoUpdate({ target: training.id, set }).run()
}

export function deleteTraining(db: WriteDb, id: string): void {
  db.delete(training).where(eq(training.id, id)).run()
}
