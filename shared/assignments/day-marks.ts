import type { Calendars } from '../core/calendar'
import { addDays, monthNumberOf, yearOf, type IsoDate } from '../core/dates'

export interface DayMark {
  readonly day: IsoDate
  /** 休 or 班 as the yearly notice sets it; ordinary weekends carry no mark. */
  readonly mark: 'off' | 'makeUp'
}

/** Days of a span that the 放假安排 sets otherwise than the week does, or names as part of a holiday. */
export function dayMarksOf(from: IsoDate, to: IsoDate, calendars: Calendars): readonly DayMark[] {
  const marks: DayMark[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const mark = markOf(day, calendars)
    if (mark !== null) marks.push({ day, mark })
  }
  return marks
}

/** A December is set by the next year's notice as well (元旦). */
function markOf(day: IsoDate, calendars: Calendars): DayMark['mark'] | null {
  const years = monthNumberOf(day) === 12 ? [yearOf(day) + 1, yearOf(day)] : [yearOf(day)]
  for (const year of years) {
    const notice = calendars.get(year)
    if (notice?.off.has(day)) return 'off'
    if (notice?.makeUp.has(day)) return 'makeUp'
  }
  return null
}
