import { sql } from 'drizzle-orm'
import type { ReadDb } from '../access'

export interface PartCounts {
  readonly measureCount: number
  readonly measuresDone: number
  readonly evidenceCount: number
}

/** How many measures (and how many of them done) and files each finding has. */
export function countFindingParts(db: ReadDb, findingIds: readonly string[]): ReadonlyMap<string, PartCounts> {
  if (findingIds.length === 0) return new Map()
  // One parameter whatever the number of findings.
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(findingIds)}))`
  const measures = db.all<{ readonly id: string; readonly count: number; readonly done: number }>(
    sql`SELECT l.finding_id AS id, count(*) AS count, sum(m.status IN ('done', 'verified', 'longTerm')) AS done
      FROM finding_measure l JOIN measure m ON m.id = l.measure_id WHERE l.finding_id IN ${ids} GROUP BY l.finding_id`,
  )
  const files = db.all<{ readonly id: string; readonly count: number }>(
    sql`SELECT finding_id AS id, count(DISTINCT attachment_id) AS count FROM evidence
      WHERE finding_id IN ${ids} GROUP BY finding_id`,
  )
  const counts = new Map<string, PartCounts>()
  for (const { id, count, done } of measures)
    counts.set(id, { measureCount: count, measuresDone: done, evidenceCount: 0 })
  for (const { id, count } of files) {
    const known = counts.get(id) ?? { measureCount: 0, measuresDone: 0, evidenceCount: 0 }
    counts.set(id, { ...known, evidenceCount: count })
  }
  return counts
}
