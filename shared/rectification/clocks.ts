import type { Calendars } from '../core/calendar'
import { addDays, endOfMonth, isoDate, monthNumberOf, yearOf, type IsoDate } from '../core/dates'
import { addWorkdays, lastWorkdayOnOrBefore } from '../core/workdays'
import type { ProgramRecord, RectClock, RectClocks, RectSource, RectType } from './record'

/** A deadline and the last working day to meet it on. */
export interface ClockDue {
  readonly dueOn: IsoDate
  readonly remindOn: IsoDate
  /** A year without 放假安排 was taken as Monday to Friday. */
  readonly isEstimated: boolean
}

/** The same day of a later month, or its last day where the month is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const count = yearOf(day) * 12 + monthNumberOf(day) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return isoDate(year, month, Number(day.slice(8))) ?? endOfMonth(year, month)
}

/** When a clock that started on a day runs out; the day itself is day 0. Source: domain §6 (60日 from 2022-08-02 = 2022-10-01). */
export function dueOf(clock: RectClock, from: IsoDate, calendars: Calendars): ClockDue {
  const due =
    clock.unit === 'workdays'
      ? addWorkdays(from, clock.value, calendars)
      : {
          dueOn: clock.unit === 'months' ? addMonths(from, clock.value) : addDays(from, clock.value),
          isEstimated: false,
        }
  const last = lastWorkdayOnOrBefore(due.dueOn, calendars)
  return { dueOn: due.dueOn, remindOn: last.day, isEstimated: due.isEstimated || last.isEstimated }
}

/**
 * The days on which a periodic report is due: every so many months after the feedback, counted from the feedback
 * itself so that a short month does not pull the later ones forward. Source: 巡视整改通报 「每三个月向市审计局报告」.
 */
export function reportDays(feedbackOn: IsoDate, cycleMonths: number, count: number): readonly IsoDate[] {
  return Array.from({ length: count }, (_, index) => addMonths(feedbackOn, cycleMonths * (index + 1)))
}

/**
 * The dates of a periodic report that a day asks about: all that have passed, and the next ones from that day on.
 * Source: product F7 (from 2021-07-26 every three months: 2021-10-26, 2022-01-26, 2022-04-26, 2022-07-26).
 */
export function reportDaysAround(
  feedbackOn: IsoDate,
  cycleMonths: number,
  today: IsoDate,
  next: number,
): { readonly passed: readonly IsoDate[]; readonly next: readonly IsoDate[] } {
  const monthsGone = (yearOf(today) - yearOf(feedbackOn)) * 12 + monthNumberOf(today) - monthNumberOf(feedbackOn)
  const days = reportDays(feedbackOn, cycleMonths, Math.max(0, Math.ceil(monthsGone / cycleMonths)) + next + 1)
  const passed = days.filter((day) => day < today)
  return { passed, next: days.slice(passed.length, passed.length + next) }
}

/** The deadline that a programme's clock gives a finding of this 整改类型; null without a feedback day or a clock. */
export function usualDueOn(
  { feedbackOn, clocks }: Pick<ProgramRecord, 'feedbackOn' | 'clocks'>,
  rectType: RectType | null,
  calendars: Calendars,
): IsoDate | null {
  const clock = rectType === null ? null : clocks[rectType]
  return feedbackOn === null || clock === null ? null : dueOf(clock, feedbackOn, calendars).dueOn
}

const days = (value: number): RectClock => ({ value, unit: 'calendarDays' })
const months = (value: number): RectClock => ({ value, unit: 'months' })

/** Usual clocks of audits. Source: domain §6 (P5: plan 30 days, 立行立改 ≤60 days, 分阶段 up to a year, 持续 up to five). */
const auditClocks: RectClocks = {
  plan: days(30),
  firstReport: days(90),
  immediate: days(60),
  phased: months(12),
  continuous: months(60),
  lookBack: months(6),
}

/** Usual clocks of inspections. Source: domain §6 (2015 条例 第二十七条: report in two months; 东海: half a year, one year at most). */
const inspectionClocks: RectClocks = {
  plan: months(1),
  firstReport: months(2),
  immediate: months(1),
  phased: months(6),
  continuous: months(12),
  lookBack: months(6),
}

/** Where no document says otherwise. */
export function usualClocks(source: RectSource): RectClocks {
  return source === 'municipalInspection' || source === 'districtInspection' ? inspectionClocks : auditClocks
}

/** Findings of 区审计局 and 市审计局 are reported every three months. Source: 巡视整改通报. */
export function usualReportCycle(source: RectSource): number | null {
  return source === 'municipalAudit' || source === 'districtAudit' ? 3 : null
}
