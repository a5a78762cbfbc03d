import type { Calendars } from '../core/calendar'
import type { IsoDate } from '../core/dates'
import { workdaysBetween } from '../core/workdays'
import type { TipRow } from './contract'
import type { RevenueTip } from './record'

export interface TipClock {
  readonly light: TipRow['light']
  /** Unit: working days; null when answered or not due. */
  readonly overdueWorkdays: number | null
}

/** How an answer stands on a day: near within so many working days of its day, overdue from the day after it. */
export function tipClock(
  { handledOn, answerDueOn }: Pick<RevenueTip, 'handledOn' | 'answerDueOn'>,
  asOf: IsoDate,
  nearWorkdays: number,
  calendars: Calendars,
): TipClock {
  if ((handledOn !== null && handledOn <= asOf) || answerDueOn === null) return { light: 'none', overdueWorkdays: null }
  if (asOf > answerDueOn) {
    const { workdays } = workdaysBetween(answerDueOn, asOf, calendars)
    return { light: 'overdue', overdueWorkdays: workdays }
  }
  const { workdays } = workdaysBetween(asOf, answerDueOn, calendars)
  return { light: workdays <= nearWorkdays ? 'near' : 'normal', overdueWorkdays: null }
}
