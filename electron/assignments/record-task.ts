import type { Store } from '../../db/access'
import { readAssignment } from '../../db/repositories/assignments'
import { idOfTask, readTask, saveTask as writeTask, type TaskRow } from '../../db/repositories/tasks'
import type { assignmentsContract } from '../../shared/assignments/contract'
import type { Task, TaskRecord } from '../../shared/assignments/task'
import { taskStateOf, takeStep } from '../../shared/assignments/task-life'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import { taskStepLabels } from '../../shared/terms/tasks'
import { openedStore, writeIntent, type Context } from '../context'
import { tasksOf } from './tasks'

type Contract = typeof assignmentsContract

/** One step of an occurrence's life, checked against its order and days. */
export function stepTask(
  context: Context,
  input: Input<Contract['assignments.stepTask']>,
): Result<Output<Contract['assignments.stepTask']>> {
  const found = occurrenceOf(context, input)
  if (!found.ok) return found
  const { store, task } = found.value
  const evidenceOn = task.doneBy?.on ?? null
  const taken = takeStep(task.record, input, {
    today: context.today(),
    periodStart: task.periodStart,
    isAfterEvent: task.kind === 'afterEvent',
    evidenceOn,
  })
  if (!taken.ok) return taken
  const record = taken.value
  const state = taskStateOf(record, evidenceOn)
  const params = { title: task.title, step: taskStepLabels[input.step] }
  return writeIntent(context, 'assignments.stepTask', params, (db) => {
    writeTask(db, rowOf(context, store, task, record))
    return ok({ state })
  })
}

/** The fields of an occurrence that are no steps. */
export function saveTaskFields(
  context: Context,
  input: Input<Contract['assignments.saveTask']>,
): Result<Output<Contract['assignments.saveTask']>> {
  const found = occurrenceOf(context, input)
  if (!found.ok) return found
  const { store, task } = found.value
  const { handler, dataCutoff, remark } = input
  return writeIntent(context, 'assignments.saveTask', { title: task.title }, (db) => {
    // The usual cut-off is not stored: it would stay behind when the district moves the day.
    const ownCutoff = dataCutoff === task.dueOn ? null : dataCutoff
    writeTask(db, rowOf(context, store, task, { ...task.record, handler, dataCutoff: ownCutoff, remark }))
    return ok({})
  })
}

function occurrenceOf(
  context: Context,
  { assignmentId, occurrence }: { readonly assignmentId: string; readonly occurrence: string },
): Result<{ readonly store: Store; readonly task: Task }> {
  const store = openedStore(context)
  if (!store.ok) return store
  if (!readAssignment(store.value.read, assignmentId)) return err('taskUnknown')
  const { tasks } = tasksOf(context, store.value, { from: null, to: null, stream: null, assignmentId })
  const task = tasks.find((each) => each.occurrence === occurrence)
  return task ? ok({ store: store.value, task }) : err('taskUnknown')
}

function rowOf(context: Context, store: Store, task: Task, record: TaskRecord): TaskRow {
  const known = readTask(store.read, task.assignmentId, task.occurrence)
  return {
    ...record,
    id: known?.id ?? idOfTask(store.read, task.assignmentId, task.occurrence, context.newId),
    assignmentId: task.assignmentId,
    occurrence: task.occurrence,
    isSample: known?.isSample ?? task.isSample,
    updatedAt: context.now(),
  }
}
