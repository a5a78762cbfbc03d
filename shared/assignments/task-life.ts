import type { IsoDate } from '../core/dates'
import { err, ok, type Result } from '../core/result'
import { taskDayLabels, taskStateLabels, taskStepLabels } from '../terms/tasks'
import type { TaskRecord, TaskState, TaskStep } from './task'

/** What was asked for: a step, its day, who did it, and what goes with it. */
export interface StepRequest {
  readonly step: TaskStep
  readonly on: IsoDate
  readonly by: string
  readonly via: string
  readonly note: string
  readonly briefId: string | null
}

/** What a step is judged against beside the record. */
export interface StepFacts {
  readonly today: IsoDate
  /** First day of the period, or the day of the event that the count starts from. */
  readonly periodStart: IsoDate | null
  readonly isAfterEvent: boolean
  /** The day on which records of the stream itself fulfilled the occurrence; null when they did not. */
  readonly evidenceOn: IsoDate | null
}

/** The record of an occurrence about which nothing was written yet. */
export const emptyTaskRecord: TaskRecord = {
  startedOn: null,
  dataCutoff: null,
  sentForReviewOn: null,
  preparedBy: '',
  checkedOn: null,
  checkedBy: '',
  approvedOn: null,
  approvedBy: '',
  submittedOn: null,
  submittedVia: '',
  briefId: null,
  receivedOn: null,
  receiptNo: '',
  returnedOn: null,
  returnReason: '',
  cancelledOn: null,
  cancelReason: '',
  handler: '',
  remark: '',
}

/**
 * The day on which the stream's own records fulfilled the occurrence. What was returned is not fulfilled by what had
 * been sent before: only by something sent since the work was taken up again.
 */
export function evidenceDayOf(record: TaskRecord, evidenceOn: IsoDate | null): IsoDate | null {
  const { returnReason, returnedOn, startedOn } = record
  const wasReturned = returnReason !== '' && returnedOn === null
  return evidenceOn !== null && wasReturned && startedOn !== null && evidenceOn < startedOn ? null : evidenceOn
}

const recordDays = [
  'startedOn',
  'sentForReviewOn',
  'checkedOn',
  'approvedOn',
  'submittedOn',
  'receivedOn',
  'returnedOn',
  'cancelledOn',
] as const satisfies readonly (keyof TaskRecord)[]

/** The record as it was known on a day: what happened later is not there yet. */
export function taskRecordAsOf(record: TaskRecord, asOf: IsoDate): TaskRecord {
  const later = recordDays.filter((name) => (record[name] ?? asOf) > asOf)
  return later.length === 0 ? record : { ...record, ...Object.fromEntries(later.map((name) => [name, null])) }
}

/** The state is never stored: the days of the record and of the evidence tell it. Source: domain §3 任务. */
export function taskStateOf(record: TaskRecord, evidenceOn: IsoDate | null): TaskState {
  const doneByRecordsOn = evidenceDayOf(record, evidenceOn)
  if (record.cancelledOn !== null) return 'cancelled'
  if (record.returnedOn !== null) return 'returned'
  if (record.receivedOn !== null) return 'received'
  if (record.submittedOn !== null || doneByRecordsOn !== null) return 'submitted'
  if (record.sentForReviewOn !== null) return 'inReview'
  return record.startedOn === null ? 'notStarted' : 'inProgress'
}

/** Whether something is still to be done. */
export function isOpenState(state: TaskState): boolean {
  return state !== 'submitted' && state !== 'received' && state !== 'cancelled'
}

/** States in which each step can be taken. */
const stepsFrom: Readonly<Record<TaskStep, readonly TaskState[]>> = {
  start: ['notStarted'],
  sendForReview: ['notStarted', 'inProgress'],
  check: ['inReview'],
  approve: ['inReview'],
  submit: ['notStarted', 'inProgress', 'inReview'],
  receive: ['submitted'],
  return: ['inReview', 'submitted', 'received'],
  resume: ['returned'],
  cancel: ['notStarted', 'inProgress', 'inReview', 'returned'],
  reopen: ['submitted', 'received', 'cancelled'],
}

/**
 * The steps that the record allows now, the usual next one first. No table says which reports need 审核 and 签发, so
 * both are steps that a bureau may use: once a report was sent for review, it cannot be submitted unchecked.
 */
export function stepsOf(record: TaskRecord, evidenceOn: IsoDate | null): readonly TaskStep[] {
  const isChecked = record.checkedOn !== null
  switch (taskStateOf(record, evidenceOn)) {
    case 'notStarted':
      return ['submit', 'start', 'sendForReview', 'cancel']
    case 'inProgress':
      return ['submit', 'sendForReview', 'cancel']
    case 'inReview': {
      if (!isChecked) return ['check', 'return', 'cancel']
      return record.approvedOn === null ? ['submit', 'approve', 'return', 'cancel'] : ['submit', 'return', 'cancel']
    }
    case 'submitted':
      // What the stream's own records did is taken back there, not here.
      return record.submittedOn === null ? ['receive', 'return'] : ['receive', 'return', 'reopen']
    case 'received':
      return ['return', 'reopen']
    case 'returned':
      return ['resume', 'cancel']
    case 'cancelled':
      return ['reopen']
  }
}

/** The record after a step, or why the step cannot be taken. */
export function takeStep(record: TaskRecord, request: StepRequest, facts: StepFacts): Result<TaskRecord> {
  const refusal = stepRefusal(record, request, facts) ?? dayRefusal(record, request, facts)
  return refusal ?? ok(afterStep(record, request, facts))
}

type Refusal = ReturnType<typeof err>

function stepRefusal(record: TaskRecord, { step, by, note }: StepRequest, facts: StepFacts): Refusal | null {
  const state = taskStateOf(record, facts.evidenceOn)
  const label = taskStepLabels[step]
  if (!stepsFrom[step].includes(state)) return err('taskStepNotAllowed', { step: label, state: taskStateLabels[state] })
  if (step === 'reopen' && state === 'submitted' && record.submittedOn === null) return err('taskDoneByRecords')
  if ((step === 'approve' || step === 'submit') && state === 'inReview' && record.checkedOn === null)
    return err('taskNeedsCheck', { step: label })
  if (step === 'check' && record.checkedOn !== null)
    return err('taskStepNotAllowed', { step: label, state: taskStepLabels.check })
  if (step === 'approve' && record.approvedOn !== null)
    return err('taskStepNotAllowed', { step: label, state: taskStepLabels.approve })
  if (step === 'check' && by.trim() !== '' && by.trim() === record.preparedBy)
    return err('taskCheckerIsPreparer', { name: by.trim() })
  if ((step === 'return' || step === 'cancel') && note.trim() === '') return err('taskNeedsReason', { step: label })
  return null
}

function dayRefusal(record: TaskRecord, { step, on }: StepRequest, facts: StepFacts): Refusal | null {
  const label = taskStepLabels[step]
  if (on > facts.today) return err('taskDayInFuture', { step: label, on, today: facts.today })
  const floor = floorOf(record, step, facts)
  return floor !== null && on < floor.on
    ? err('taskDayTooEarly', { step: label, on, before: floor.label, beforeOn: floor.on })
    : null
}

/** The day before which a step cannot have been taken. */
function floorOf(
  record: TaskRecord,
  step: TaskStep,
  { periodStart, isAfterEvent, evidenceOn }: StepFacts,
): { readonly on: IsoDate; readonly label: string } | null {
  const begin = periodStart && {
    on: periodStart,
    label: isAfterEvent ? taskDayLabels.eventOn : taskDayLabels.periodStart,
  }
  const submittedOn = record.submittedOn ?? evidenceOn
  const known = (label: keyof typeof taskDayLabels, on: IsoDate | null) =>
    on === null ? null : { on, label: taskDayLabels[label] }
  switch (step) {
    case 'check':
      return known('sentForReviewOn', record.sentForReviewOn)
    case 'approve':
      return known('checkedOn', record.checkedOn)
    case 'submit':
      return latest([begin, known('checkedOn', record.checkedOn), known('approvedOn', record.approvedOn)])
    case 'receive':
      return known('submittedOn', submittedOn)
    case 'return':
      return known('submittedOn', submittedOn) ?? known('sentForReviewOn', record.sentForReviewOn)
    default:
      return null
  }
}

type Floor = { readonly on: IsoDate; readonly label: string } | null

function latest(floors: readonly Floor[]): Floor {
  return floors.reduce((best, floor) => (best === null || (floor !== null && floor.on > best.on) ? floor : best), null)
}

const notReviewed = { sentForReviewOn: null, checkedOn: null, checkedBy: '', approvedOn: null, approvedBy: '' } as const
const notSubmitted = { submittedOn: null, submittedVia: '', receivedOn: null, receiptNo: '' } as const

function afterStep(record: TaskRecord, request: StepRequest, facts: StepFacts): TaskRecord {
  const { step, on, via } = request
  const [by, note] = [request.by.trim(), request.note.trim()]
  switch (step) {
    case 'start':
      return { ...record, startedOn: on, handler: by === '' ? record.handler : by }
    case 'sendForReview':
      return { ...record, startedOn: record.startedOn ?? on, sentForReviewOn: on, preparedBy: by }
    case 'check':
      return { ...record, checkedOn: on, checkedBy: by }
    case 'approve':
      return { ...record, approvedOn: on, approvedBy: by }
    case 'submit':
      return { ...record, submittedOn: on, submittedVia: via.trim(), briefId: request.briefId }
    case 'receive':
      return {
        ...record,
        submittedOn: record.submittedOn ?? facts.evidenceOn,
        receivedOn: on,
        receiptNo: note,
      }
    case 'return':
      return { ...record, ...notReviewed, ...notSubmitted, returnedOn: on, returnReason: note }
    case 'resume':
      // The reason stays to be read while the work goes on.
      return { ...record, returnedOn: null, startedOn: on }
    case 'cancel':
      return { ...record, cancelledOn: on, cancelReason: note }
    case 'reopen':
      return record.cancelledOn === null
        ? { ...record, ...notSubmitted }
        : { ...record, cancelledOn: null, cancelReason: '' }
  }
}
