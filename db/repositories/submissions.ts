import { and, asc, eq, getTableColumns, like } from 'drizzle-orm'
import type { SummaryPayload } from '../../shared/exchange/payloads'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectRows, updateRow } from '../prepared'
import { submission } from '../schema/district'

export type SubmissionRow = typeof submission.$inferSelect
/** A submission without what it says. */
export type SubmissionHead = Omit<SubmissionRow, 'content'>
/** A submission with what it says. */
export interface Submission {
  readonly head: SubmissionHead
  readonly payload: SummaryPayload
}

const columns = getTableColumns(submission)
const { content: _content, ...headColumns } = columns

function toSubmission({ content, ...head }: SubmissionRow): Submission {
  // Written only from a payload that was checked; parsing it again by schema costs more than reading it.
  return { head, payload: JSON.parse(content) as SummaryPayload }
}

/** Every edition of a period, by unit, the oldest first. */
export function readSubmissionHeads(db: ReadDb, period: string): SubmissionHead[] {
  return selectRows(db, headColumns, 'FROM submission WHERE period = ? ORDER BY unit_id, edition')(period)
}

/** The same for all periods of a year. */
export function readSubmissionHeadsOfYear(db: ReadDb, year: number): SubmissionHead[] {
  return db
    .select(headColumns)
    .from(submission)
    .where(like(submission.period, `${year}%`))
    .orderBy(asc(submission.period), asc(submission.unitId), asc(submission.edition))
    .all()
}

/** The editions of one unit for a period, the oldest first. */
export function readSubmissionsOf(db: ReadDb, unitId: string, period: string): Submission[] {
  return db
    .select()
    .from(submission)
    .where(and(eq(submission.unitId, unitId), eq(submission.period, period)))
    .orderBy(asc(submission.edition))
    .all()
    .map(toSubmission)
}

/**
 * What counts for a period: of each unit the newest edition, unless it was returned (退回重报): then the unit has
 * nothing that counts until it reports again, as it has itself replaced what it sent before.
 */
export function readCurrentSubmissions(db: ReadDb, period: string): Submission[] {
  const newest = new Map<string, SubmissionRow>()
  const rows = selectRows(db, columns, 'FROM submission WHERE period = ? ORDER BY edition')(period)
  for (const row of rows) newest.set(row.unitId, row)
  return [...newest.values()].filter((row) => row.returnedOn === null).map(toSubmission)
}

/** The same for one unit; null when nothing of it counts. */
export function readCurrentSubmission(db: ReadDb, unitId: string, period: string): Submission | null {
  const newest = readSubmissionsOf(db, unitId, period).at(-1)
  return newest && newest.head.returnedOn === null ? newest : null
}

export function insertSubmission(db: WriteDb, row: SubmissionHead, payload: SummaryPayload): void {
  insertRow(db, submission, { ...row, content: JSON.stringify(payload) })
}

export function updateSubmission(db: WriteDb, id: string, fields: Partial<SubmissionHead>): void {
  updateRow(db, submission, id, fields)
}
