import type { Store } from '../../db/access'
import { countOpenItems, readDoneAssignments, readOpenItems, type OpenItemRow } from '../../db/repositories/open-items'
import { readClocks } from '../../db/repositories/preferences'
import type { Task } from '../../shared/assignments/task'
import { isOpenState } from '../../shared/assignments/task-life'
import type { IsoDate } from '../../shared/core/dates'
import { addWorkdays } from '../../shared/core/workdays'
import { policyWorkdays } from '../../shared/environment/policies'
import type { OpenItem } from '../../shared/registry/record'
import { tasksOf } from '../assignments/tasks'
import type { Context } from '../context'

interface Basis {
  readonly tasks: ReadonlyMap<string, Task>
  /** Assignments that are reached, and reports that were made. */
  readonly closed: ReadonlySet<string>
}

function basisOf(context: Context, store: Store): Basis {
  const query = { from: null, to: null, stream: null, assignmentId: null }
  const tasks = new Map(tasksOf(context, store, query).tasks.map((task) => [task.id, task]))
  const made = [...tasks.values()].filter(({ state }) => !isOpenState(state)).map(({ id }) => id)
  return { tasks, closed: new Set([...readDoneAssignments(store.read, context.today()), ...made]) }
}

/** The day by which an item that only has a clock is to be answered. */
function dueOf(context: Context, store: Store, { kind, since }: OpenItemRow): IsoDate | null {
  if (since === null) return null
  const clocks = readClocks(store.read)
  const workdays = { policy: policyWorkdays, demand: clocks.demandReplyWorkdays, problem: clocks.whistleReplyWorkdays }
  if (kind !== 'policy' && kind !== 'demand' && kind !== 'problem') return null
  const { dueOn, isEstimated } = addWorkdays(since, workdays[kind], context.calendars())
  return isEstimated ? null : dueOn
}

/** What the person has in hand, each with its day where one can be told. */
export function openItemsOf(context: Context, store: Store, name: string): OpenItem[] {
  const { tasks, closed } = basisOf(context, store)
  return readOpenItems(store.read, name, context.today(), closed).map(({ since, ...item }) => {
    const task = tasks.get(item.shownId)
    if (task) return { ...item, title: task.title, dueOn: task.submitBy ?? task.dueOn }
    return { ...item, dueOn: item.dueOn ?? dueOf(context, store, { ...item, since }) }
  })
}

/** How many items each name has in hand. */
export function openItemCounts(context: Context, store: Store): ReadonlyMap<string, number> {
  return countOpenItems(store.read, context.today(), basisOf(context, store).closed)
}
