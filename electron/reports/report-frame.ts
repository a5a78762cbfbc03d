import type { Store } from '../../db/access'
import { readGroups } from '../../db/repositories/registry'
import { addDays, isoDate, yearOf, type IsoDate } from '../../shared/core/dates'
import type { Stream } from '../../shared/core/schemas'
import type { ReportFrame, ReportSigners } from '../../shared/reports/frame'
import type { Task } from '../../shared/assignments/task'
import { tasksOf } from '../assignments/tasks'
import type { Context } from '../context'

/** The program as it stood at the end of the cut-off day: every rule then answers for that day. */
export function contextAsOf(context: Context, asOf: IsoDate): Context {
  return { ...context, today: () => asOf }
}

/** The last day of the period before, where it lies in the same year; null for the first of the year. */
export function dayBefore({ period }: ReportFrame): IsoDate | null {
  const before = addDays(period.start, -1)
  return yearOf(before) === period.year ? before : null
}

/** 填报人 and 审核人 of a stream: its 组员 and its 组长. */
export function signersOf(store: Store, stream: Stream): ReportSigners {
  const groups = readGroups(store.read).filter((role) => role.stream === stream)
  const nameOf = (role: 'leader' | 'member'): string => groups.find((each) => each.role === role)?.personName ?? ''
  return { preparedBy: nameOf('member'), checkedBy: nameOf('leader'), approvedBy: '', phone: '' }
}

/** Occurrences of a stream from the start of the year to the end of the period. */
export function tasksUntil(context: Context, store: Store, frame: ReportFrame, stream: Stream): readonly Task[] {
  const from = isoDate(frame.period.year, 1, 1)
  return tasksOf(context, store, { from, to: frame.period.end, stream, assignmentId: null }).tasks
}
