import { readAssignment, readAssignments, updateAssignmentProgress } from '../../db/repositories/assignments'
import type { assignmentsContract } from '../../shared/assignments/contract'
import { dayMarksOf } from '../../shared/assignments/day-marks'
import { addDays, yearOf } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { closeDigest, digest } from '../assignments/digest'
import { exportCalendar } from '../assignments/export-calendar'
import { exportAssignments } from '../assignments/export-ledger'
import { presentAssignments } from '../assignments/present'
import { saveTaskFields, stepTask } from '../assignments/record-task'
import { rectificationDates } from '../assignments/rectification-dates'
import { tasksOf } from '../assignments/tasks'
import { scoreOf } from '../scoring/score'
import { openedStore, writeIntent, type Context } from '../context'

/** Unit: calendar days; a year with the weeks around it. */
const LONGEST_SPAN = 400

export const assignmentsHandlers: Handlers<typeof assignmentsContract, Context> = {
  'assignments.list': (context, { year, stream }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const all = presentAssignments(
      context,
      store.value,
      readAssignments(store.value.read, year),
      scoreOf(store.value, year, context.today()),
    )
    return ok(stream === null ? all : all.filter((assignment) => assignment.stream === stream))
  },

  'assignments.saveProgress': (context, { id, ...fields }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readAssignment(store.value.read, id)
    if (!row) return err('notFound')
    return writeIntent(context, 'assignments.saveProgress', { title: row.taskName }, (db) => {
      updateAssignmentProgress(db, id, fields)
      return ok({})
    })
  },

  'assignments.tasks': (context, query) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { tasks, missingCalendarYears } = tasksOf(context, store.value, query)
    return ok({ tasks: [...tasks], missingCalendarYears: [...missingCalendarYears] })
  },

  'assignments.rectificationDates': (context, { from, to }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    if (to < from || to > addDays(from, LONGEST_SPAN)) return err('taskSpanInvalid', { from, to })
    return ok(rectificationDates(context, store.value, from, to))
  },

  'assignments.dayMarks': (context, { from, to }) => {
    const last = addDays(from, LONGEST_SPAN)
    if (to < from || to > last) return err('taskSpanInvalid', { from, to })
    const calendars = context.calendars()
    const years = [...new Set([yearOf(from), yearOf(to)])]
    return ok({
      marks: [...dayMarksOf(from, to, calendars)],
      missingCalendarYears: years.filter((year) => !calendars.has(year)),
    })
  },

  'assignments.export': exportAssignments,
  'assignments.stepTask': stepTask,
  'assignments.saveTask': saveTaskFields,
  'assignments.exportCalendar': exportCalendar,
  'assignments.digest': digest,
  'assignments.closeDigest': closeDigest,
}
