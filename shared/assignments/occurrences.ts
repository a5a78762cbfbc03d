import type { Calendars } from '../core/calendar'
import { endOfMonth, isoDate, monthNumberOf, quarterOf, yearOf, type IsoDate } from '../core/dates'
import { addWorkdays } from '../core/workdays'
import { reportingDayOf } from '../terms/reporting-time'
import type { DutyDates, DutyEvent, Occurrence } from './occurrence'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const quarters = [1, 2, 3, 4] as const

/** What the dates of a duty hang on beside its own words. */
export interface OccurrenceContext {
  readonly events: readonly DutyEvent[]
  /** Days of the stream's own quarterly summary by quarter; empty where the table has none. */
  readonly summaryDays: ReadonlyMap<number, IsoDate>
  readonly calendars: Calendars
}

/**
 * Every time that a duty falls due, in order.
 * Source: domain §6 (dates that a document fixes stay where they are; event + N 工作日 by 民法典 第二百零一条).
 */
export function occurrencesOf(duty: DutyDates, context: OccurrenceContext): readonly Occurrence[] {
  const { rule, dueOn } = duty.due
  switch (rule.kind) {
    case 'fixed':
      return isYearEnd(duty) ? (repeating(duty) ?? [once(duty, dueOn)]) : [once(duty, dueOn)]
    case 'dates':
      return onDates(duty, rule.on)
    case 'monthly':
      return monthly(duty)
    case 'quarterly':
      return quarterly(duty, new Map())
    case 'monthlyAndQuarterly':
      return inOrder([...monthly(duty), ...quarterly(duty, context.summaryDays)])
    case 'afterEvent':
      return inOrder(context.events.map((event) => afterEvent(event, rule.workingDays, context.calendars)))
    case 'longTerm':
      return repeating(duty) ?? [{ ...once(duty, null), kind: 'longTerm' }]
    case 'unknown':
      return repeating(duty) ?? [once(duty, null)]
  }
}

/**
 * The quarterly summary's day of each quarter among the duties of one stream.
 * Source: domain §6, row 7: 双万双服 has no day of its own; the default is that of the summary.
 */
export function summaryDaysOf(duties: readonly DutyDates[]): ReadonlyMap<number, IsoDate> {
  for (const { due } of duties) {
    if (due.rule.kind === 'dates' && isOnePerQuarter(due.rule.on))
      return new Map(due.rule.on.map((day) => [quarterOf(day), day]))
  }
  return new Map()
}

/** The table gives a year's end and a rhythm (频次=每月): the last report of the rhythm is the year's end. */
function isYearEnd({ due: { dueOn } }: DutyDates): boolean {
  return dueOn !== null && dueOn.endsWith('-12-31')
}

function repeating(duty: DutyDates): readonly Occurrence[] | null {
  if (duty.cycle === 'monthly') return monthly(duty)
  return duty.cycle === 'quarterly' ? quarterly(duty, new Map()) : null
}

const plain = { dueOnEstimate: null, missingYears: [], event: null } as const

function once({ year }: DutyDates, dueOn: IsoDate | null): Occurrence {
  return { ...plain, key: String(year), kind: 'once', periodStart: null, periodEnd: null, dueOn }
}

function monthly(duty: DutyDates): readonly Occurrence[] {
  return months.map((month) => ofMonth(duty.year, month, dayAfter(duty, month)))
}

function quarterly(duty: DutyDates, days: ReadonlyMap<number, IsoDate>): readonly Occurrence[] {
  return quarters.map((quarter) => ofQuarter(duty.year, quarter, days.get(quarter) ?? dayAfter(duty, quarter * 3)))
}

function ofMonth(year: number, month: number, dueOn: IsoDate): Occurrence {
  const periodEnd = endOfMonth(year, month)
  return {
    ...plain,
    key: periodEnd.slice(0, 7),
    kind: 'monthly',
    periodStart: isoDate(year, month, 1),
    periodEnd,
    dueOn,
  }
}

function ofQuarter(year: number, quarter: number, dueOn: IsoDate): Occurrence {
  return {
    ...plain,
    key: `${year}Q${quarter}`,
    kind: 'quarterly',
    periodStart: isoDate(year, quarter * 3 - 2, 1),
    periodEnd: endOfMonth(year, quarter * 3),
    dueOn,
  }
}

/** The day that 报送时间 names (每月28日前, 次月5日前), else the month's end; the 31st of a short month is its last day. */
function dayAfter({ year, reportingTime, due: { rule, dueOn } }: DutyDates, month: number): IsoDate {
  if (rule.kind === 'fixed' && dueOn !== null && month === monthNumberOf(dueOn)) return dueOn
  const named = reportingDayOf(reportingTime)
  if (named === null) return endOfMonth(year, month)
  const later = month + named.monthsAfter
  const [ofYear, ofMonthNumber] = later > 12 ? [year + 1, 1] : [year, later]
  return isoDate(ofYear, ofMonthNumber, named.day) ?? endOfMonth(ofYear, ofMonthNumber)
}

/** Four days, one in each quarter, stand for the quarters; other lists are days of their own. */
function onDates(duty: DutyDates, days: readonly IsoDate[]): readonly Occurrence[] {
  if (isOnePerQuarter(days)) return days.map((day) => ofQuarter(yearOf(day), quarterOf(day), day))
  if (duty.cycle === 'monthly' && new Set(days.map((day) => day.slice(0, 7))).size === days.length)
    return days.map((day) => ofMonth(yearOf(day), monthNumberOf(day), day))
  return days.map((day) => ({ ...once(duty, day), key: day }))
}

function isOnePerQuarter(days: readonly IsoDate[]): boolean {
  return days.length === 4 && new Set(days.map((day) => `${yearOf(day)}Q${quarterOf(day)}`)).size === 4
}

function afterEvent(event: DutyEvent, workingDays: number, calendars: Calendars): Occurrence {
  const { dueOn, isEstimated, missingYears } = addWorkdays(event.on, workingDays, calendars)
  return {
    key: `event:${event.id}`,
    kind: 'afterEvent',
    periodStart: event.on,
    periodEnd: null,
    dueOn: isEstimated ? null : dueOn,
    dueOnEstimate: isEstimated ? dueOn : null,
    missingYears,
    event,
  }
}

function inOrder(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const dayOf = (each: Occurrence): string => each.dueOn ?? each.dueOnEstimate ?? ''
  return occurrences.toSorted((left, right) => (dayOf(left) < dayOf(right) ? -1 : dayOf(left) > dayOf(right) ? 1 : 0))
}
