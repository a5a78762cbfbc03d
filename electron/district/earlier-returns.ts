import type { ReadDb } from '../../db/access'
import { readSubmissionHeadsOfYear } from '../../db/repositories/submissions'
import type { EarlierReturn } from '../../shared/district/check-model'
import { parseReportPeriod, type ReportPeriod } from '../../shared/reports/period'
import { approvedLines } from './approved-lines'

/** For each unit the last period of the year before this one that it reported, as approved. */
export function earlierReturns(db: ReadDb, period: ReportPeriod): ReadonlyMap<string, EarlierReturn> {
  const periods = new Set(readSubmissionHeadsOfYear(db, period.year).map((head) => head.period))
  const earlier = [...periods]
    .flatMap((key) => parseReportPeriod(key) ?? [])
    .filter(({ end }) => end < period.start)
    .toSorted((left, right) => (left.end < right.end ? 1 : -1))
  const found = new Map<string, EarlierReturn>()
  for (const each of earlier) {
    for (const [unitId, { lines }] of approvedLines(db, each.key)) {
      if (!found.has(unitId)) found.set(unitId, { period: each, lines: new Map(lines.map((line) => [line.key, line])) })
    }
  }
  return found
}
