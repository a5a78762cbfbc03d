import path from 'node:path'
import { readBureau } from '../../db/repositories/settings'
import { calendarFile } from '../../shared/assignments/calendar-file'
import type { assignmentsContract } from '../../shared/assignments/contract'
import { longestMoveDays, shownDayOf } from '../../shared/assignments/shown-day'
import { addDays } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import { calendarTexts } from '../../shared/terms/tasks'
import { openedStore, type Context } from '../context'
import { writeBesideIfBusy } from '../core/atomic-file'
import { clockStamp } from '../core/clock'
import { grantedFolder, grantFile } from '../core/grants'
import { rectificationDates } from './rectification-dates'
import { tasksOf } from './tasks'

type Procedure = (typeof assignmentsContract)['assignments.exportCalendar']

/** Writes what a calendar shows in a span of days as an iCalendar file in a folder that the person chose. */
export async function exportCalendar(
  context: Context,
  { from, to, stream, folder }: Input<Procedure>,
): Promise<Result<Output<Procedure>>> {
  const store = openedStore(context)
  if (!store.ok) return store
  if (from > to) return err('taskSpanInvalid', { from, to })
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const span = { from, to: addDays(to, longestMoveDays) }
  const tasks = tasksOf(context, store.value, { ...span, stream, assignmentId: null }).tasks.filter((task) => {
    const day = shownDayOf(task)
    return task.state !== 'cancelled' && day !== null && day >= from && day <= to
  })
  const dates = stream === null ? rectificationDates(context, store.value, from, to) : []
  const now = context.now()
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const bytes = new TextEncoder().encode(calendarFile(tasks, dates, stamp))
  const bureau = readBureau(store.value.read)?.name ?? ''
  const name = calendarTexts.fileName(bureau, from, to).replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, '_')
  const written = await writeBesideIfBusy(path.join(target.value, name), bytes, clockStamp(now))
  if (!written.ok) return written
  return ok({
    fileName: path.basename(written.value),
    fileToken: grantFile(context, written.value),
    count: tasks.length + dates.length,
  })
}
