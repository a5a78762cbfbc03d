import type { IsoDate } from '../core/dates'
import type { Task } from './task'

/** An official day can be met this many days earlier at most: the longest holiday with its weekends. */
export const longestMoveDays = 15

/** The day that a calendar shows a task on: the last working day, an estimate of it, or the official day. */
export function shownDayOf(task: Pick<Task, 'submitBy' | 'submitByEstimate' | 'dueOn'>): IsoDate | null {
  return task.submitBy ?? task.submitByEstimate ?? task.dueOn
}
