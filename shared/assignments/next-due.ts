import { endOfMonth, type IsoDate } from '../core/dates'
import type { DueReading } from '../tables/reading'

/**
 * The deadline that comes next on or after a day, or the last one missed when none is left in the year;
 * null where the words name no day (长期, or counted from an event).
 */
export function nextDueOf(due: DueReading, year: number, today: IsoDate): IsoDate | null {
  const days = dueDaysOf(due, year)
  return days.find((day) => day >= today) ?? days.at(-1) ?? null
}

/** Every day a deadline falls on in a year, in order. */
export function dueDaysOf(due: DueReading, year: number): readonly IsoDate[] {
  const { rule } = due
  switch (rule.kind) {
    case 'dates':
      return rule.on
    case 'monthly':
    case 'monthlyAndQuarterly':
      return Array.from({ length: 12 }, (_, index) => endOfMonth(year, index + 1))
    case 'quarterly':
      return [3, 6, 9, 12].map((month) => endOfMonth(year, month))
    case 'fixed':
      return due.dueOn === null ? [] : [due.dueOn]
    case 'afterEvent':
    case 'longTerm':
    case 'unknown':
      return []
  }
}
