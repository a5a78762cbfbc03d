import type { DayMark } from '../../shared/assignments/day-marks'
import type { RectificationDate } from '../../shared/assignments/rectification-date'
import { longestMoveDays, shownDayOf } from '../../shared/assignments/shown-day'
import type { Task } from '../../shared/assignments/task'
import { addDays, type IsoDate } from '../../shared/core/dates'
import type { Stream } from '../../shared/core/schemas'
import { useCall } from '../desk'
import { monthDays } from './month-days'

export interface MonthDay {
  readonly day: IsoDate
  readonly isInMonth: boolean
  readonly mark: DayMark['mark'] | null
  readonly tasks: readonly Task[]
  /** 整改, where no stream is chosen. */
  readonly dates: readonly RectificationDate[]
}

export interface MonthView {
  readonly days: readonly MonthDay[]
  readonly missingYears: readonly number[]
  readonly error: unknown
  readonly retry: () => void
}

/** The 42 days of a month with their marks, what is to be sent and what is to be rectified by each. */
export function useMonthView(month: string, stream: Stream | null): MonthView {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const days = monthDays(year, number)
  const [from, to] = [days[0] ?? null, days.at(-1) ?? null]
  const span = { from, to: to && addDays(to, longestMoveDays) }
  const isSpan = from !== null && to !== null
  const tasks = useCall('assignments.tasks', { ...span, stream, assignmentId: null }, { keepsPrevious: true })
  // Without a span nothing is asked; the call still needs two days of the right shape.
  const marked = isSpan ? { from, to } : { from: '2000-01-01' as IsoDate, to: '2000-01-01' as IsoDate }
  const marks = useCall('assignments.dayMarks', marked, { enabled: isSpan, keepsPrevious: true })
  const dates = useCall('assignments.rectificationDates', marked, {
    enabled: isSpan && stream === null,
    keepsPrevious: true,
  })
  const datesOn = new Map<IsoDate, RectificationDate[]>()
  for (const date of stream === null ? (dates.data ?? []) : [])
    datesOn.set(date.day, [...(datesOn.get(date.day) ?? []), date])
  const markOf = new Map(marks.data?.marks.map(({ day, mark }) => [day, mark]))
  const tasksOn = new Map<IsoDate, Task[]>()
  for (const task of tasks.data?.tasks ?? []) {
    const day = shownDayOf(task)
    if (day !== null && task.state !== 'cancelled') tasksOn.set(day, [...(tasksOn.get(day) ?? []), task])
  }
  return {
    days: days.map((day) => ({
      day,
      isInMonth: day.startsWith(month),
      mark: markOf.get(day) ?? null,
      tasks: tasksOn.get(day) ?? [],
      dates: datesOn.get(day) ?? [],
    })),
    missingYears: [
      ...new Set([...(tasks.data?.missingCalendarYears ?? []), ...(marks.data?.missingCalendarYears ?? [])]),
    ],
    error: tasks.error ?? marks.error ?? dates.error,
    retry: () => {
      void tasks.refetch()
      void marks.refetch()
      if (stream === null) void dates.refetch()
    },
  }
}
