import type { Store } from '../../db/access'
import type { AssignmentRow } from '../../db/repositories/assignments'
import { readClocks } from '../../db/repositories/preferences'
import { readBureau } from '../../db/repositories/settings'
import {
  readAssignedYears,
  readLiveAssignments,
  readTasks,
  toTaskRecord,
  type TaskRow,
} from '../../db/repositories/tasks'
import { dutyEvidenceOf } from '../../shared/assignments/duty-evidence'
import type { DutyDates, Occurrence } from '../../shared/assignments/occurrence'
import { occurrencesOf, summaryDaysOf } from '../../shared/assignments/occurrences'
import type { Task } from '../../shared/assignments/task'
import { lateDaysOf, lightOf, taskDatesOf, workdaysLeftOf } from '../../shared/assignments/task-dates'
import {
  emptyTaskRecord,
  evidenceDayOf,
  isOpenState,
  taskRecordAsOf,
  taskStateOf,
} from '../../shared/assignments/task-life'
import type { Calendars } from '../../shared/core/calendar'
import { yearOf, type IsoDate } from '../../shared/core/dates'
import type { Stream } from '../../shared/core/schemas'
import type { Clocks } from '../../shared/settings/contract'
import { taskTitle } from '../../shared/terms/tasks'
import type { Context } from '../context'
import { storedDue } from './stored-due'
import { evidenceReader, type EvidenceReader, type Fulfilment } from './task-evidence'

export interface TaskQuery {
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly stream: Stream | null
  readonly assignmentId: string | null
}

export interface TaskList {
  /** By official day, those without one last. */
  readonly tasks: readonly Task[]
  /** Years whose 放假安排 the days would need, ascending. */
  readonly missingCalendarYears: readonly number[]
}

/** What every occurrence is judged against; read once per list. */
interface Basis {
  readonly today: IsoDate
  readonly calendars: Calendars
  readonly clocks: Clocks
  readonly evidence: EvidenceReader
  readonly records: ReadonlyMap<string, TaskRow>
  readonly missingYears: Set<number>
}

/**
 * Every occurrence of what the district assigned, with where it stands: the only place that turns assignments into days.
 * With a span: those whose official day lies in it. Without: all of the bureau's year, those without a day too.
 */
export function tasksOf(context: Context, store: Store, query: TaskQuery): TaskList {
  const { from, to, stream, assignmentId } = query
  const rows = readLiveAssignments(store.read, yearsOf(store, from, to, assignmentId))
  const basis = basisOf(context, store, assignmentId)
  const tasks = groupsOf(rows).flatMap((group) => {
    const duties = group.map(datesOf)
    const summaryDays = summaryDaysOf(duties)
    return group.flatMap((row, index) => {
      if (stream !== null && row.stream !== stream) return []
      if (assignmentId !== null && row.id !== assignmentId) return []
      return tasksOfRow(row, duties[index] ?? datesOf(row), summaryDays, basis, from, to)
    })
  })
  return { tasks: tasks.toSorted(byDay), missingCalendarYears: [...basis.missingYears].toSorted((a, b) => a - b) }
}

/** Reports of one year may fall due in the next; a span asks for the year before as well. */
function yearsOf(
  store: Store,
  from: IsoDate | null,
  to: IsoDate | null,
  assignmentId: string | null,
): readonly number[] {
  const assigned = readAssignedYears(store.read)
  if (assignmentId !== null) return assigned
  if (from === null && to === null) {
    const year = readBureau(store.read)?.year
    return assigned.filter((each) => each === year)
  }
  return assigned.filter((year) => (from === null || year >= yearOf(from) - 1) && (to === null || year <= yearOf(to)))
}

function basisOf(context: Context, store: Store, assignmentId: string | null): Basis {
  const today = context.today()
  return {
    today,
    calendars: context.calendars(),
    clocks: readClocks(store.read),
    evidence: evidenceReader(store, today),
    records: new Map(readTasks(store.read, assignmentId).map((row) => [`${row.assignmentId}/${row.occurrence}`, row])),
    missingYears: new Set(),
  }
}

function datesOf(row: AssignmentRow): DutyDates {
  return { year: row.year, due: storedDue(row), cycle: row.cycle, reportingTime: row.reportingTime }
}

/** Assignments of one year, unit and stream: a duty without a day of its own takes that of its stream's summary. */
function groupsOf(rows: readonly AssignmentRow[]): readonly (readonly AssignmentRow[])[] {
  const groups = new Map<string, AssignmentRow[]>()
  for (const row of rows) {
    const key = `${row.year}/${row.unitKey}/${row.stream ?? ''}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

function tasksOfRow(
  row: AssignmentRow,
  duty: DutyDates,
  summaryDays: ReadonlyMap<number, IsoDate>,
  basis: Basis,
  from: IsoDate | null,
  to: IsoDate | null,
): readonly Task[] {
  // The stream's records are the bureau's own: in the district's store they say nothing of another unit's duty.
  const evidence = row.unitKey === '' ? dutyEvidenceOf(streamOf(row), `${row.taskName}${row.indicator}`) : null
  const events = evidence?.by === 'policy' ? basis.evidence.events(row.year) : []
  const occurrences = occurrencesOf(duty, { events, summaryDays, calendars: basis.calendars })
  const ownInternal = internalDayOf(row, occurrences)
  return occurrences
    .filter((occurrence) => isInSpan(occurrence, from, to))
    .map((occurrence) => {
      const fulfilment = evidence === null ? null : basis.evidence.of(evidence, row.year, occurrence)
      return present(row, occurrence, ownInternal.get(occurrence.key) ?? null, fulfilment, basis)
    })
}

/** The bureau set one internal day for the assignment: it holds for the occurrence that it comes before. */
function internalDayOf(row: AssignmentRow, occurrences: readonly Occurrence[]): ReadonlyMap<string, IsoDate> {
  const own = row.internalDueOn as IsoDate | null // only written from a checked day
  const meant = own === null ? undefined : occurrences.find(({ dueOn }) => dueOn === null || dueOn >= own)
  return own === null || meant === undefined ? new Map() : new Map([[meant.key, own]])
}

function isInSpan({ dueOn, dueOnEstimate }: Occurrence, from: IsoDate | null, to: IsoDate | null): boolean {
  const day = dueOn ?? dueOnEstimate
  if (day === null) return from === null && to === null
  return (from === null || day >= from) && (to === null || day <= to)
}

function streamOf(row: AssignmentRow): Stream | null {
  return row.stream as Stream | null // written from the closed list only
}

function present(
  row: AssignmentRow,
  occurrence: Occurrence,
  ownInternal: IsoDate | null,
  fulfilment: Fulfilment | null,
  basis: Basis,
): Task {
  const id = `${row.id}/${occurrence.key}`
  const { today, clocks, calendars } = basis
  const stored = basis.records.get(id)
  const record = stored ? taskRecordAsOf(toTaskRecord(stored), today) : emptyTaskRecord
  const { missingYears, ...dates } = taskDatesOf(occurrence, ownInternal, clocks, calendars)
  for (const year of missingYears) basis.missingYears.add(year)
  const evidenceOn = evidenceDayOf(record, fulfilment?.on ?? null)
  const state = taskStateOf(record, evidenceOn)
  const isOpen = isOpenState(state)
  const { dueOn } = occurrence
  const light = isOpen ? lightOf({ dueOn, ...dates }, today, clocks, calendars) : 'none'
  const isSubmitted = state === 'submitted' || state === 'received'
  const submittedOn = isSubmitted ? (record.submittedOn ?? evidenceOn) : null
  return {
    id,
    assignmentId: row.id,
    occurrence: occurrence.key,
    kind: occurrence.kind,
    code: row.itemCode,
    stream: streamOf(row),
    title: taskTitle(row.taskName, occurrence),
    periodStart: occurrence.periodStart,
    periodEnd: occurrence.periodEnd,
    dataCutoff: record.dataCutoff ?? dueOn,
    dueOn,
    ...dates,
    channel: row.channel,
    state,
    isOverdue: light === 'overdue',
    light,
    workdaysLeft: workdaysLeftOf(dates.submitBy, today, calendars),
    submittedOn,
    lateDays: lateDaysOf(dueOn, submittedOn),
    handler: record.handler === '' ? row.handler : record.handler,
    doneBy: evidenceOn && fulfilment,
    recordId: stored?.id ?? null,
    record,
    isSample: row.isSample,
  }
}

function byDay(left: Task, right: Task): number {
  const [a, b] = [left, right].map((task) => `${task.dueOn ?? task.submitByEstimate ?? '9999'}/${task.code}/${task.id}`)
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}
