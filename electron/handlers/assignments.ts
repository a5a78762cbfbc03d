import { readAssignment, readAssignments, updateAssignmentProgress } from '../../db/repositories/assignments'
import type { assignmentsContract } from '../../shared/assignments/contract'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { presentAssignments } from '../assignments/present'
import { scoreOf } from '../scoring/score'
import { openedStore, writeIntent, type Context } from '../context'

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
}
