import type { Calendars } from '../core/calendar'
import { daysBetween, isoDate, quarterOf, type IsoDate } from '../core/dates'
import { invariant } from '../core/assert'
import { lastWorkdayOnOrBefore } from '../core/workdays'
import { parseReportPeriod } from '../reports/period'
import type { PeriodRecord, ReturnState, UnitRecord } from './record'

/** 季度总结 are due on these days, also when they fall on a weekend. Source: domain §6, 抓营商环境2022 事项6. */
const quarterlyDue = [
  [3, 25],
  [6, 25],
  [9, 25],
  [12, 25],
] as const
/** Unit: working days in which objections are taken. */
export const usualObjectionWorkdays = 5

/** 报送截止日: the document's day of a quarter, the last day of a month; null for a text that is no period. */
export function usualDueDay(period: string): IsoDate | null {
  const parsed = parseReportPeriod(period)
  if (!parsed) return null
  if (parsed.kind === 'month') return parsed.end
  const [month, day] = quarterlyDue[quarterOf(parsed.start) - 1] ?? [12, 25]
  return isoDate(parsed.year, month, day)
}

/** The day that reminders aim at: a due day on a weekend is not moved later, so the workday before it counts. */
export function submitByOf(dueOn: IsoDate, calendars: Calendars): IsoDate {
  return lastWorkdayOnOrBefore(dueOn, calendars).day
}

/** One edition as far as it says when it came in and what became of it. */
export interface ArrivedEdition {
  readonly receivedOn: string
  readonly returnedOn: string | null
  readonly reviewedOn: string | null
}

export interface ReturnStanding {
  readonly state: ReturnState
  /** Days after the due day: of the first edition, of one that is missing up to today. Unit: calendar days. */
  readonly lateDays: number
  /** In time, whatever became of it since; null while nothing has come in. */
  readonly isOnTime: boolean | null
}

/**
 * Where a unit stands. The first edition tells 按时 from 迟报, so that a correction which the district asked for makes
 * nobody late; the newest one tells whether it is 退回 or 已核.
 */
export function returnStanding(
  { isOptional, leftOn }: Pick<UnitRecord, 'isOptional' | 'leftOn'>,
  dueOn: IsoDate,
  editions: readonly ArrivedEdition[],
  today: IsoDate,
): ReturnStanding {
  const [first, newest] = [editions[0], editions.at(-1)]
  if (!first || !newest) {
    if (isOptional || (leftOn !== null && leftOn <= dueOn)) return { state: 'optional', lateDays: 0, isOnTime: null }
    return { state: 'missing', lateDays: Math.max(0, daysBetween(dueOn, today)), isOnTime: null }
  }
  // Days of arrival are only written from IsoDate.
  const lateDays = Math.max(0, daysBetween(dueOn, first.receivedOn as IsoDate))
  const isOnTime = lateDays === 0
  if (newest.returnedOn !== null) return { state: 'returned', lateDays, isOnTime }
  if (newest.reviewedOn !== null) return { state: 'reviewed', lateDays, isOnTime }
  return { state: isOnTime ? 'onTime' : 'late', lateDays, isOnTime }
}

/** How many reported in time, late, not at all; a unit that need not report counts once it did. */
export interface ReturnCounts {
  readonly expected: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
  /** Returned and not yet reported again; of those that are not, `reviewed` are done with. */
  readonly returned: number
  readonly reviewed: number
}

/** What came in late and was not returned, whatever became of it since. */
export function isLate({ state, isOnTime }: ReturnStanding): boolean {
  return isOnTime === false && state !== 'returned'
}

/** Adds up standings: `expected` is onTime + late + missing + returned. */
export function countReturns(standings: readonly ReturnStanding[]): ReturnCounts {
  const count = (test: (standing: ReturnStanding) => boolean): number => standings.filter(test).length
  return {
    expected: count(({ state }) => state !== 'optional'),
    onTime: count(({ state, isOnTime }) => isOnTime === true && state !== 'returned'),
    late: count(isLate),
    missing: count(({ state }) => state === 'missing'),
    returned: count(({ state }) => state === 'returned'),
    reviewed: count(({ state }) => state === 'reviewed'),
  }
}

/** A period by its usual days. */
export function usualPeriod(period: string, calendars: Calendars): PeriodRecord {
  const dueOn = usualDueDay(period)
  invariant(dueOn, `a period: ${period}`)
  return {
    period,
    dueOn,
    submitBy: submitByOf(dueOn, calendars),
    objectionWorkdays: usualObjectionWorkdays,
    lockedOn: null,
    lockedBy: '',
    reopenReason: '',
  }
}
