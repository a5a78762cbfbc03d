import type { Store } from '../../db/access'
import { readClocks } from '../../db/repositories/preferences'
import { addDays, type IsoDate } from '../../shared/core/dates'
import { addWorkdays, lastWorkdayOnOrBefore } from '../../shared/core/workdays'
import type { TodayItem } from '../../shared/home/contract'
import { endOfWeek } from '../../shared/home/sections'
import type { Context } from '../context'
import { dayLightsOf } from '../rectification/present'

type Placed = Pick<
  TodayItem,
  'stream' | 'dueOn' | 'submitBy' | 'isMoved' | 'isEstimated' | 'light' | 'workdaysLeft' | 'task' | 'reportPeriod'
>

/** The day of an item with its last working day and its light; without a clock the light is normal. */
export type DayPlacer = (on: IsoDate, hasClock: boolean) => Placed

/** The last day that 今天 looks at: the end of the week, or the free days after those that are near. */
export function lastDayOf(context: Context, store: Store): IsoDate {
  const today = context.today()
  const { nearWorkdays } = readClocks(store.read)
  const near = addDays(addWorkdays(today, nearWorkdays + 1, context.calendars()).dueOn, -1)
  const week = endOfWeek(today)
  return near > week ? near : week
}

/** Places days, each of them once: thousands of findings share a few deadlines. */
export function dayPlacer(context: Context, store: Store): DayPlacer {
  const today = context.today()
  const calendars = context.calendars()
  const lightOf = dayLightsOf(context, store)
  const known = new Map<string, Placed>()
  return (on, hasClock) => {
    const key = `${on}/${hasClock}`
    const before = known.get(key)
    if (before) return before
    const last = lastWorkdayOnOrBefore(on, calendars)
    // Once the last working day is over, what is left of a free day is that day itself.
    const submitBy = last.day < today && on >= today ? on : last.day
    const { light, workdaysLeft } = lightOf(on)
    const placed: Placed = {
      stream: null,
      dueOn: on,
      submitBy: hasClock ? submitBy : on,
      isMoved: hasClock && submitBy !== on,
      isEstimated: hasClock && last.isEstimated,
      light: hasClock && light !== 'none' ? light : 'normal',
      workdaysLeft: workdaysLeft ?? 0,
      task: null,
      reportPeriod: null,
    }
    known.set(key, placed)
    return placed
  }
}
