import type { Calendars } from '../core/calendar'
import { daysBetween, type IsoDate } from '../core/dates'
import { addWorkdays, lastWorkdayOnOrBefore, workdaysBetween } from '../core/workdays'
import type { Clocks } from '../settings/contract'
import type { Occurrence } from './occurrence'

export interface TaskDates {
  /** Last working day on or before the official day; null where no day can be asserted. */
  readonly submitBy: IsoDate | null
  readonly submitByEstimate: IsoDate | null
  readonly isMoved: boolean
  readonly internalDueOn: IsoDate | null
  /** Years whose 放假安排 these days would need. */
  readonly missingYears: readonly number[]
}

/**
 * The working days that hang on an official day. A year without 放假安排 gives an estimate and no day.
 * Source: domain §6 (a weekend date is not moved later; 提醒 against the last workday before), §3 (internal due 3 before).
 */
export function taskDatesOf(
  { dueOn, dueOnEstimate, missingYears }: Pick<Occurrence, 'dueOn' | 'dueOnEstimate' | 'missingYears'>,
  ownInternalDueOn: IsoDate | null,
  clocks: Pick<Clocks, 'internalDueWorkdays'>,
  calendars: Calendars,
): TaskDates {
  const none = { submitBy: null, isMoved: false, internalDueOn: ownInternalDueOn }
  if (dueOn === null) return { ...none, submitByEstimate: dueOnEstimate, missingYears }
  const last = lastWorkdayOnOrBefore(dueOn, calendars)
  if (last.isEstimated) return { ...none, submitByEstimate: last.day, missingYears: last.missingYears }
  const internal = addWorkdays(last.day, -clocks.internalDueWorkdays, calendars)
  return {
    submitBy: last.day,
    submitByEstimate: null,
    isMoved: last.day !== dueOn,
    internalDueOn: ownInternalDueOn ?? (internal.isEstimated ? null : internal.dueOn),
    missingYears: ownInternalDueOn === null ? internal.missingYears : [],
  }
}

/** Working days from today to a day, negative when it has passed; null where a calendar on the way is missing. */
export function workdaysLeftOf(submitBy: IsoDate | null, today: IsoDate, calendars: Calendars): number | null {
  if (submitBy === null) return null
  const isPast = submitBy < today
  const { workdays, isEstimated } = isPast
    ? workdaysBetween(submitBy, today, calendars)
    : workdaysBetween(today, submitBy, calendars)
  if (isEstimated) return null
  return isPast && workdays > 0 ? -workdays : workdays
}

/**
 * The light of something still open: overdue from the day after the official day, near within the clock and between the
 * last working day and the official day. An estimated day can only come near. Source: product 3.6.
 */
export function lightOf(
  { dueOn, submitBy, submitByEstimate }: Pick<TaskDates, 'submitBy' | 'submitByEstimate'> & Pick<Occurrence, 'dueOn'>,
  today: IsoDate,
  clocks: Pick<Clocks, 'nearWorkdays'>,
  calendars: Calendars,
): 'normal' | 'near' | 'overdue' | 'none' {
  if (dueOn !== null && today > dueOn) return 'overdue'
  const target = submitBy ?? submitByEstimate
  if (target === null) return 'none'
  if (target < today) return 'near'
  return workdaysBetween(today, target, calendars).workdays <= clocks.nearWorkdays ? 'near' : 'normal'
}

/** 迟报天数 against the official day; null while not submitted or without a day. Unit: calendar days. */
export function lateDaysOf(dueOn: IsoDate | null, submittedOn: IsoDate | null): number | null {
  return dueOn === null || submittedOn === null ? null : Math.max(0, daysBetween(dueOn, submittedOn))
}
