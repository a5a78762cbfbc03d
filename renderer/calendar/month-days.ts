import type { DayMark } from '../../shared/assignments/day-marks'
import { addDays, isoDate, weekdayOf, type IsoDate } from '../../shared/core/dates'

/** Weeks of seven days that a month is shown in; always six, so that the page does not jump between months. */
const weeksShown = 6

/** The 42 days around a month, Monday first. */
export function monthDays(year: number, month: number): readonly IsoDate[] {
  const first = isoDate(year, month, 1)
  if (first === null) return []
  const start = addDays(first, 1 - weekdayOf(first))
  return Array.from({ length: weeksShown * 7 }, (_, index) => addDays(start, index))
}

/** Days that nobody works: holidays, and weekends that are not made up for. */
export function isRestDay(day: IsoDate, mark: DayMark['mark'] | null): boolean {
  return mark === 'off' || (mark !== 'makeUp' && weekdayOf(day) > 5)
}

/** `2022-06` moved by whole months. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const whole = year * 12 + (number - 1) + count
  return `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}`
}

/** The same day of another month, or that month's last. */
export function dayInMonth(day: IsoDate, month: string): IsoDate {
  const [year = 0, number = 1] = month.split('-').map(Number)
  for (let wanted = Number(day.slice(8)); wanted > 27; wanted -= 1) {
    const found = isoDate(year, number, wanted)
    if (found) return found
  }
  return isoDate(year, number, Number(day.slice(8))) ?? day
}
