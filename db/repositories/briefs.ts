import { and, asc, eq, getTableColumns, gte, isNull, lt, lte, ne, type SQL } from 'drizzle-orm'
import type { Attendee, BriefRecord, TrainingRecord } from '../../shared/briefs/record'
import type { Stream } from '../../shared/core/schemas'
import type { ReadDb, WriteDb } from '../access'
import { brief, training, trainingAttendance } from '../schema/briefs'

export type BriefRow = typeof brief.$inferSelect
export type TrainingRow = typeof training.$inferSelect
type AttendanceRow = typeof trainingAttendance.$inferSelect

function toBrief({ batchId: _batch, updatedAt: _updatedAt, ...row }: BriefRow): BriefRecord {
  // Enumerated and date columns are only written from BriefRecord itself.
  return row as BriefRecord
}

/** 工作信息 of a year, of one stream or all, by the month they count for. */
export function readBriefs(db: ReadDb, year: number, stream: Stream | null = null): BriefRecord[] {
  const ofYear = and(gte(brief.month, `${year}-01`), lte(brief.month, `${year}-12`))
  return db
    .select()
    .from(brief)
    .where(stream === null ? ofYear : and(ofYear, eq(brief.stream, stream)))
    .orderBy(asc(brief.month), asc(brief.submittedOn), asc(brief.id))
    .all()
    .map(toBrief)
}

/** Texts of a stream that were submitted before a day and have no day of 补录. */
export function readBriefsSentBefore(db: ReadDb, stream: Stream, day: string): BriefRecord[] {
  return db
    .select()
    .from(brief)
    .where(and(eq(brief.stream, stream), lt(brief.submittedOn, day), isNull(brief.backfilledOn)))
    .orderBy(asc(brief.submittedOn), asc(brief.id))
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

export function updateBrief(db: WriteDb, id: string, fields: Partial<BriefRow>): void {
  db.update(brief).set(fields).where(eq(brief.id, id)).run()
}

export function deleteBrief(db: WriteDb, id: string): void {
  db.delete(brief).where(eq(brief.id, id)).run()
}

function toTraining({ batchId: _batch, ...row }: TrainingRow, attendance: readonly AttendanceRow[]): TrainingRecord {
  const attendees = attendance.map(({ personName, hours }) => ({ personName, hours }))
  // Enumerated and date columns are only written from TrainingRecord itself.
  return { ...(row as Omit<TrainingRecord, 'attendees'>), attendees }
}

function readAttendance(db: ReadDb, trainings: SQL | undefined): Map<string, AttendanceRow[]> {
  const rows = db
    .select(getTableColumns(trainingAttendance))
    .from(trainingAttendance)
    .innerJoin(training, eq(training.id, trainingAttendance.trainingId))
    .where(trainings)
    .orderBy(asc(trainingAttendance.id))
    .all()
  const byTraining = new Map<string, AttendanceRow[]>()
  for (const row of rows) byTraining.set(row.trainingId, [...(byTraining.get(row.trainingId) ?? []), row])
  return byTraining
}

/** 培训 of a year, of one stream or all, in time order, with who attended. */
export function readTrainings(db: ReadDb, year: number, stream: Stream | null = null): TrainingRecord[] {
  const ofYear = and(gte(training.heldOn, `${year}-01-01`), lte(training.heldOn, `${year}-12-31`))
  const wanted = stream === null ? ofYear : and(ofYear, eq(training.stream, stream))
  const attendance = readAttendance(db, wanted)
  return db
    .select()
    .from(training)
    .where(wanted)
    .orderBy(asc(training.heldOn), asc(training.id))
    .all()
    .map((row) => toTraining(row, attendance.get(row.id) ?? []))
}

/** One training without its attendance, or null. */
export function readTraining(db: ReadDb, id: string): TrainingRow | null {
  return db.select().from(training).where(eq(training.id, id)).get() ?? null
}

/** Saves the training itself; who attended stays, and is sample data when the training is. */
export function saveTraining(db: WriteDb, row: TrainingRow): void {
  const { id, ...set } = row
  const { isSample } = row
  db.insert(training).values(row).onConflictDoUpdate({ target: training.id, set }).run()
  db.update(trainingAttendance)
    .set({ isSample })
    .where(and(eq(trainingAttendance.trainingId, id), ne(trainingAttendance.isSample, isSample)))
    .run()
}

/** Puts the given attendees in the place of those recorded. */
export function replaceAttendance(
  db: WriteDb,
  { id, isSample }: Pick<TrainingRow, 'id' | 'isSample'>,
  attendees: readonly Attendee[],
  newId: () => string,
): void {
  // Who stays keeps the row, so that correcting one name of many is no change of all.
  const kept = db.select().from(trainingAttendance).where(eq(trainingAttendance.trainingId, id)).all()
  for (const attendee of attendees) {
    const place = kept.findIndex(
      (row) => row.personName === attendee.personName && row.hours === attendee.hours && row.isSample === isSample,
    )
    if (place >= 0) kept.splice(place, 1)
    else
      db.insert(trainingAttendance)
        .values({ ...attendee, id: newId(), trainingId: id, isSample })
        .run()
  }
  for (const gone of kept) db.delete(trainingAttendance).where(eq(trainingAttendance.id, gone.id)).run()
}

function deleteAttendanceOf(db: WriteDb, trainingId: string): void {
  db.delete(trainingAttendance).where(eq(trainingAttendance.trainingId, trainingId)).run()
}

/** Deletes a training with who attended it. */
export function deleteTraining(db: WriteDb, id: string): void {
  deleteAttendanceOf(db, id)
  db.delete(training).where(eq(training.id, id)).run()
}
