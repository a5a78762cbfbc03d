import { endOfMonth, isoDate, monthNumberOf, parseQuarter, quarterOf, type IsoDate, type Period } from '../core/dates'
import { periodTerms, reportTerms } from '../terms/reports'
import { fillText } from './sentences'

/** What a report covers: a quarter, or a single month. */
export interface ReportPeriod extends Period {
  /** `2022Q3` or `2022-09`. */
  readonly key: string
  readonly kind: 'quarter' | 'month'
  readonly year: number
  /** The days of the year before it are 本年累计 of the period before; none before the first one. */
  readonly isFirstOfYear: boolean
  /** Month numbers that it spans. */
  readonly months: readonly number[]
}

function withMonths(key: string, kind: ReportPeriod['kind'], year: number, start: IsoDate, end: IsoDate): ReportPeriod {
  const [from, to] = [monthNumberOf(start), monthNumberOf(end)]
  const months = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return { key, kind, year, start, end, isFirstOfYear: from === 1, months }
}

/** `2022Q3` or `2022-09` with its days; null when the text is no such period. */
export function parseReportPeriod(text: string): ReportPeriod | null {
  const quarter = parseQuarter(text)
  if (quarter) return withMonths(text, 'quarter', quarter.year, quarter.start, quarter.end)
  const match = /^(\d{4})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month] = [Number(match[1]), Number(match[2])]
  const start = isoDate(year, month, 1)
  return start ? withMonths(text, 'month', year, start, endOfMonth(year, month)) : null
}

/** 「三季度」 or 「9月」. */
export function periodName(period: ReportPeriod): string {
  return period.kind === 'quarter'
    ? (reportTerms.quarters[quarterOf(period.start) - 1] ?? '')
    : fillText(reportTerms.month, { month: monthNumberOf(period.start) })
}

/** 「本季」 or 「本月」. */
export function thisPeriod(period: ReportPeriod): string {
  return periodTerms[period.kind].current
}

export function isWithin(period: Period, day: IsoDate | null): boolean {
  return day !== null && period.start <= day && day <= period.end
}
