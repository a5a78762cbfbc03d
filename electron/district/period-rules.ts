import type { ReadDb } from '../../db/access'
import { readReportPeriod } from '../../db/repositories/report-periods'
import type { ReportPeriod } from '../../shared/reports/period'
import { referencedRules, rulesAt, type RulesInForce } from '../scoring/stored-rules'

/** The rules of a period: those that it kept when it was locked, else those in force on its last day. */
export function rulesOfPeriod(db: ReadDb, { key, year, end }: ReportPeriod): RulesInForce {
  const row = readReportPeriod(db, key)
  return row && row.lockedOn !== null ? referencedRules(db, row.schemes) : rulesAt(db, year, end)
}
