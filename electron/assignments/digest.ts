import { readClocks, readPreference, savePreference } from '../../db/repositories/preferences'
import type { Task } from '../../shared/assignments/task'
import { lightOf } from '../../shared/assignments/task-dates'
import { isOpenState } from '../../shared/assignments/task-life'
import { addDays, parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { ok, type Result } from '../../shared/core/result'
import { openedStore, writeIntent, type Context } from '../context'
import { tasksOf } from './tasks'

/** The day on which the digest was last read. */
const LAST_KEY = 'digest.lastOn'

/** Where people sign in, each reads his own. */
function lastKey({ caller }: Context): string {
  return caller ? `${LAST_KEY}.${caller.name}` : LAST_KEY
}
/** Unit: calendar days. What is older than this, or lies further ahead, is not news. */
const BACK_DAYS = 366
const AHEAD_DAYS = 62

interface Digest {
  readonly since: IsoDate
  readonly tasks: Task[]
}

/**
 * What came near or overdue since the digest was last read and is still open, so that nothing is missed while the
 * computer was off; null when it was read today. Source: product H4, 3.6.
 */
export function digest(context: Context): Result<Digest | null> {
  const store = openedStore(context)
  if (!store.ok) return store
  const today = context.today()
  const lastOn = parseIsoDate(readPreference(store.value.read, lastKey(context)) ?? '')
  if (lastOn !== null && lastOn >= today) return ok(null)
  const span = { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) }
  const { tasks } = tasksOf(context, store.value, { ...span, stream: null, assignmentId: null })
  const [clocks, calendars] = [readClocks(store.value.read), context.calendars()]
  const isNews = (task: Task): boolean => {
    if (!isOpenState(task.state) || (task.light !== 'near' && task.light !== 'overdue')) return false
    return lastOn === null || lightOf(task, lastOn, clocks, calendars) !== task.light
  }
  return ok({ since: lastOn ?? today, tasks: tasks.filter(isNews) })
}

/** The digest was read: it does not come again today. */
export function closeDigest(context: Context): Result<Record<string, never>> {
  return writeIntent(context, 'assignments.closeDigest', {}, (db) => {
    savePreference(db, lastKey(context), context.today())
    return ok({})
  })
}
