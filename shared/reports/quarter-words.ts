import { addDays, quarterOf } from '../core/dates'
import { formatChineseDate } from '../terms/dates'
import { reportTerms } from '../terms/reports'
import type { InvestmentQuarterFacts } from './quarter-facts'
import { fillText } from './sentences'

/** 「三季度」. */
export function quarterName(facts: InvestmentQuarterFacts): string {
  return reportTerms.quarters[quarterOf(facts.period.start) - 1] ?? ''
}

/** 「7月、8月」. */
export function monthList(months: readonly number[]): string {
  return months.map((month) => fillText(reportTerms.month, { month })).join(reportTerms.enumeration)
}

/** How the numbers were counted, with the days of the report. */
export function readingItems(facts: InvestmentQuarterFacts, formulas: readonly string[]): readonly string[] {
  const values = {
    before: formatChineseDate(addDays(facts.period.start, -1)),
    asOf: formatChineseDate(facts.asOf),
    year: facts.year,
  }
  return formulas.map((text) => fillText(text, values))
}
