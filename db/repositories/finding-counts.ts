import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingState, FindingStatus } from '../../shared/rectification/record'
import { openStates } from '../../shared/rectification/timeliness'
import type { ReadDb } from '../access'

export interface PartCounts {
  readonly measureCount: number
  readonly measuresDone: number
  readonly evidenceCount: number
}

/** Of a finding without measures and files. */
export const noParts: PartCounts = { measureCount: 0, measuresDone: 0, evidenceCount: 0 }

/** Counts of the findings that a condition on `finding_id` names. */
function countParts(db: ReadDb, ofFindings: SQL): ReadonlyMap<string, PartCounts> {
  const measures = db.all<{ readonly id: string; readonly count: number; readonly done: number }>(
    sql`SELECT l.finding_id AS id, count(*) AS count, sum(m.status IN ('done', 'verified', 'longTerm')) AS done
      FROM finding_measure l JOIN measure m ON m.id = l.measure_id WHERE l.finding_id IN ${ofFindings}
      GROUP BY l.finding_id`,
  )
  const files = db.all<{ readonly id: string; readonly count: number }>(
    sql`SELECT finding_id AS id, count(DISTINCT attachment_id) AS count FROM evidence
      WHERE finding_id IN ${ofFindings} GROUP BY finding_id`,
  )
  const counts = new Map<string, PartCounts>()
  for (const { id, count, done } of measures)
    counts.set(id, { measureCount: count, measuresDone: done, evidenceCount: 0 })
  for (const { id, count } of files) counts.set(id, { ...(counts.get(id) ?? noParts), evidenceCount: count })
  return counts
}

/** How many measures (and how many of them done) and files each finding has. */
export function countFindingParts(db: ReadDb, findingIds: readonly string[]): ReadonlyMap<string, PartCounts> {
  if (findingIds.length === 0) return new Map()
  // One parameter whatever the number of findings.
  return countParts(db, sql`(SELECT value FROM json_each(${JSON.stringify(findingIds)}))`)
}

/** The same for every finding of a programme. */
export function countFindingPartsOf(db: ReadDb, programId: string): ReadonlyMap<string, PartCounts> {
  return countParts(db, sql`(SELECT id FROM finding WHERE program_id = ${programId})`)
}

/** Findings of one programme that are counted alike. */
export interface AlikeFindings {
  readonly programId: string
  readonly state: FindingState
  readonly status: FindingStatus
  readonly statusLabel: string
  readonly count: number
  /** Of them open with a deadline before the day. */
  readonly overdue: number
}

/** How many findings each programme has by what a rate asks of them. */
export function countAlike(db: ReadDb, today: IsoDate): AlikeFindings[] {
  return db.all(
    sql`SELECT program_id AS programId, state, status, status_label AS statusLabel, count(*) AS count,
      coalesce(sum(due_on < ${today} AND state IN ${openStates}), 0) AS overdue
      FROM finding GROUP BY program_id, state, status, status_label`,
  )
}

/** Measures by programme. */
export function countMeasures(db: ReadDb): ReadonlyMap<string, number> {
  const rows = db.all<{ readonly id: string; readonly count: number }>(
    sql`SELECT program_id AS id, count(*) AS count FROM measure GROUP BY program_id`,
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}
