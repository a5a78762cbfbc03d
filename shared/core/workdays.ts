import { invariant } from './assert'
import type { CalendarDays, Calendars } from './calendar'
import { addDays, isoDate, monthNumberOf, weekdayOf, yearOf, type IsoDate } from './dates'
import { err, ok, type Result } from './result'

/** Said with every answer: whether a year without 放假安排 had to be taken as Monday to Friday, and which years. */
export interface Estimate {
  readonly isEstimated: boolean
  /** Ascending. */
  readonly missingYears: readonly number[]
}

export interface DueDay extends Estimate {
  readonly dueOn: IsoDate
}

/** A count that no ledger needs; larger ones are a bug or a hostile input that was not checked at the edge. */
export const maxWorkingDays = 5000

/** Calendar days from one workday to the next never exceed this, even over the longest holiday. */
const longestBreakDays = 30

function estimate(missing: ReadonlySet<number>): Estimate {
  return { isEstimated: missing.size > 0, missingYears: [...missing].toSorted((left, right) => left - right) }
}

/** The notices that can set a day: that of its own year, and for December the next year's as well. */
function noticesFor(day: IsoDate, calendars: Calendars): readonly CalendarDays[] {
  const years = monthNumberOf(day) === 12 ? [yearOf(day) + 1, yearOf(day)] : [yearOf(day)]
  return years.flatMap((year) => calendars.get(year) ?? [])
}

/** Tells a workday and notes in `missing` when the year had to be guessed. */
function test(day: IsoDate, calendars: Calendars, missing: Set<number>): boolean {
  for (const notice of noticesFor(day, calendars)) {
    if (notice.off.has(day)) return false
    if (notice.makeUp.has(day)) return true
  }
  if (!calendars.has(yearOf(day))) missing.add(yearOf(day))
  return weekdayOf(day) <= 5
}

/** Whether a day is worked. Source: the yearly 放假安排 notice; Monday to Friday (marked) where it is missing. */
export function isWorkday(day: IsoDate, calendars: Calendars): Estimate & { readonly isWorkday: boolean } {
  const missing = new Set<number>()
  return { isWorkday: test(day, calendars, missing), ...estimate(missing) }
}

/**
 * The day that is `count` workdays after (or, when negative, before) a day; the day itself is day 0.
 * Unit: working days. Source: 民法典 第二百零一条.
 */
export function addWorkdays(day: IsoDate, count: number, calendars: Calendars): DueDay {
  invariant(Number.isInteger(count) && Math.abs(count) <= maxWorkingDays, `working days: ${count}`)
  const missing = new Set<number>()
  const step = count < 0 ? -1 : 1
  let dueOn = day
  for (let left = Math.abs(count); left > 0;) {
    dueOn = addDays(dueOn, step)
    if (test(dueOn, calendars, missing)) left -= 1
  }
  return { dueOn, ...estimate(missing) }
}

/** The day itself when it is worked, else the workday before it: a deadline on a weekend is met before it, not after. */
export function lastWorkdayOnOrBefore(day: IsoDate, calendars: Calendars): Estimate & { readonly day: IsoDate } {
  const missing = new Set<number>()
  let found = day
  for (let left = longestBreakDays; left > 0 && !test(found, calendars, missing); left -= 1) found = addDays(found, -1)
  return { day: found, ...estimate(missing) }
}

/** Workdays after `from` up to and with `to`; 0 when `to` is not later. Unit: working days. */
export function workdaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendars: Calendars,
): Estimate & { readonly workdays: number } {
  const missing = new Set<number>()
  let workdays = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (test(day, calendars, missing)) workdays += 1
  }
  return { workdays, ...estimate(missing) }
}

export interface YearOfWorkdays {
  readonly year: number
  /** Unit: working days. */
  readonly workdays: number
  readonly off: readonly IsoDate[]
  readonly makeUp: readonly IsoDate[]
  /** 发文字号. */
  readonly source: string
}

function ofYear(year: number, notices: readonly CalendarDays[], key: 'off' | 'makeUp'): readonly IsoDate[] {
  const days = new Set(notices.flatMap((notice) => [...notice[key]]))
  return [...days].filter((day) => yearOf(day) === year).toSorted()
}

/** All of one year; a year without data is refused, never guessed. */
export function workdaysOfYear(year: number, calendars: Calendars): Result<YearOfWorkdays> {
  const own = calendars.get(year)
  const first = isoDate(year, 1, 1)
  if (!own || !first) return err('calendarYearMissing', { year })
  const next = calendars.get(year + 1)
  const notices = next ? [own, next] : [own]
  const { workdays } = workdaysBetween(addDays(first, -1), addDays(first, isoDate(year, 2, 29) ? 365 : 364), calendars)
  return ok({
    year,
    workdays,
    off: ofYear(year, notices, 'off'),
    makeUp: ofYear(year, notices, 'makeUp'),
    source: own.source,
  })
}
