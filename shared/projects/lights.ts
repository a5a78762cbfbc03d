import type { Calendars } from '../core/calendar'
import type { IsoDate } from '../core/dates'
import { addWorkdays, lastWorkdayOnOrBefore, workdaysBetween, type Estimate } from '../core/workdays'

export const lights = ['normal', 'near', 'overdue', 'none'] as const
export type LightName = (typeof lights)[number]

/** The days that part the lights, so that a list and a query judge alike. */
export interface LightDays extends Estimate {
  /** A day before this one is overdue: at least one working day has passed since. */
  readonly overdueBefore: IsoDate
  /** A day before this one is near. */
  readonly nearBefore: IsoDate
}

/**
 * Yellow from `nearWorkdays` before up to the day itself, red from the first working day after it.
 * Unit: working days. Source: product 3.6, C2.
 */
export function lightDays(today: IsoDate, nearWorkdays: number, calendars: Calendars): LightDays {
  const last = lastWorkdayOnOrBefore(today, calendars)
  const near = addWorkdays(today, nearWorkdays + 1, calendars)
  const missingYears = [...new Set([...last.missingYears, ...near.missingYears])].toSorted((a, b) => a - b)
  return { overdueBefore: last.day, nearBefore: near.dueOn, isEstimated: missingYears.length > 0, missingYears }
}

/** The light of an open day; none without a day. */
export function lightOf(dueOn: IsoDate | null, days: LightDays): LightName {
  if (dueOn === null) return 'none'
  if (dueOn < days.overdueBefore) return 'overdue'
  return dueOn < days.nearBefore ? 'near' : 'normal'
}

/** Working days from the planned day to the actual one; positive = late, negative = early. Unit: working days. */
export function slippage(
  plannedOn: IsoDate,
  actualOn: IsoDate,
  calendars: Calendars,
): Estimate & { readonly workdays: number } {
  const counted =
    plannedOn <= actualOn
      ? workdaysBetween(plannedOn, actualOn, calendars)
      : workdaysBetween(actualOn, plannedOn, calendars)
  const { workdays, isEstimated, missingYears } = counted
  return { workdays: plannedOn <= actualOn ? workdays : 0 - workdays, isEstimated, missingYears }
}
