import { and, eq, getTableColumns, or, sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import type { ProgramRecord, FindingRecord } from '../../shared/rectification/record'
import type { LookBack } from '../../shared/rectification/part-records'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { insertRow, selectNumber, selectRows } from '../prepared'
import { finding } from '../schema/rectification'
import { lookBackSample, recurrence } from '../schema/rectification-parts'

/** How many changes this connection has made; it only grows. */
export function countChanges(db: ReadDb): number {
  return selectNumber(db, 'SELECT total_changes()', [])
}

/** What names a finding beside another record. */
export type FindingNameRow = Pick<FindingRecord, 'no' | 'title' | 'state' | 'status' | 'statusLabel'> &
  Pick<ProgramRecord, 'source' | 'originYears'> & { readonly findingId: string; readonly programTitle: string }

const nameColumns = sql.raw(`f.id AS findingId, f.no AS no, f.title AS title, f.state AS state, f.status AS status,
  f.status_label AS statusLabel, p.title AS programTitle, p.source AS source, p.origin_years AS originYears`)

/** Names of findings, in the order of their programmes. */
export function readFindingNames(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, FindingNameRow> {
  const rows = db.all<FindingNameRow>(
    sql`SELECT ${nameColumns} FROM finding f JOIN rect_program p ON p.id = f.program_id
      WHERE f.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
  return new Map(rows.map((row) => [row.findingId, row]))
}

export type LookBackName = LookBack & FindingNameRow & { readonly closedOn: IsoDate | null }

/** Planned ones by their day, then those that were done, the newest first. `dueOn` keeps those planned up to a day. */
export function readLookBackNames(
  db: ReadDb,
  { isDone, dueOn }: { readonly isDone: boolean | null; readonly dueOn: IsoDate | null },
): LookBackName[] {
  const conditions: SQL[] = [
    ...(isDone === null ? [] : [isDone ? sql`l.done_on IS NOT NULL` : sql`l.done_on IS NULL`]),
    ...(dueOn === null ? [] : [sql`l.planned_on <= ${dueOn}`]),
  ]
  const where = conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`
  return db.all<LookBackName>(
    sql`SELECT l.id AS id, l.planned_on AS plannedOn, l.sample_id AS sampleId, l.done_on AS doneOn, l.done_by AS doneBy,
        l.result AS result, l.note AS note, f.closed_on AS closedOn, ${nameColumns}
      FROM look_back l JOIN finding f ON f.id = l.finding_id JOIN rect_program p ON p.id = f.program_id ${where}
      ORDER BY l.done_on IS NOT NULL, CASE WHEN l.done_on IS NULL THEN l.planned_on END, l.done_on DESC, l.id`,
  )
}

/** Ids of the closed findings of some programmes (none = all), in their order. */
export function readClosedIds(db: ReadDb, programIds: readonly string[]): string[] {
  const ofPrograms =
    programIds.length === 0
      ? sql``
      : sql`AND program_id IN (SELECT value FROM json_each(${JSON.stringify(programIds)}))`
  return db
    .all<{ readonly id: string }>(sql`SELECT id FROM finding WHERE state = 'closed' ${ofPrograms} ORDER BY id`)
    .map(({ id }) => id)
}

export function insertLookBackSample(db: WriteDb, row: typeof lookBackSample.$inferSelect): void {
  insertRow(db, lookBackSample, row)
}

/** What likeness is judged by, finding by finding in the order of their programmes. */
export function readWordings(db: ReadDb) {
  const { id, programId, title, category, detail } = finding
  return selectRows(db, { id, programId, title, category, detail }, 'FROM finding ORDER BY program_id, position, id')()
}

export type RecurrenceRow = typeof recurrence.$inferSelect

/** Every decision about two findings. */
export function readRecurrences(db: ReadDb): RecurrenceRow[] {
  return selectRows(db, getTableColumns(recurrence), 'FROM recurrence ORDER BY decided_on, rowid')()
}

/** The decisions that a finding is part of. */
export function readRecurrencesOf(db: ReadDb, id: string): RecurrenceRow[] {
  return db
    .select()
    .from(recurrence)
    .where(or(eq(recurrence.findingId, id), eq(recurrence.earlierId, id)))
    .orderBy(sql`${recurrence}.rowid`)
    .all()
}

/** Puts a decision in place of what was decided about the same two before. */
export function saveRecurrence(db: WriteDb, row: RecurrenceRow): void {
  deleteRecurrence(db, row)
  insertRow(db, recurrence, { ...row, id: idOfNew(db, recurrence, [row.findingId, row.earlierId], () => row.id) })
}

export function deleteRecurrence(
  db: WriteDb,
  { findingId, earlierId }: Pick<RecurrenceRow, 'findingId' | 'earlierId'>,
): void {
  const pair = (left: string, right: string) => and(eq(recurrence.findingId, left), eq(recurrence.earlierId, right))
  db.delete(recurrence)
    .where(or(pair(findingId, earlierId), pair(earlierId, findingId)))
    .run()
}

/** A measure that was done for a finding that is completed or closed. */
export interface WorkedMeasure extends FindingNameRow {
  readonly measureId: string
  readonly text: string
  readonly result: string
  readonly doneOn: IsoDate | null
  readonly category: string
  readonly reopenCount: number
}

/** Measures that worked, the newest first; one that serves several findings stands at each. */
export function readWorkedMeasures(db: ReadDb): WorkedMeasure[] {
  return db.all<WorkedMeasure>(
    sql`SELECT m.id AS measureId, m.text AS text, m.result AS result, m.done_on AS doneOn, f.category AS category,
        f.reopen_count AS reopenCount, ${nameColumns}
      FROM measure m JOIN finding_measure l ON l.measure_id = m.id JOIN finding f ON f.id = l.finding_id
        JOIN rect_program p ON p.id = f.program_id
      WHERE m.status IN ('done', 'verified') AND f.state IN ('completed', 'closed')
      ORDER BY coalesce(m.done_on, '') DESC, m.id DESC, f.id`,
  )
}
