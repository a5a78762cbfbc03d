import type { Store } from '../../db/access'
import { readAttachmentsOf } from '../../db/repositories/attachments'
import { readBriefs, readTrainings } from '../../db/repositories/briefs'
import { readPolicies } from '../../db/repositories/policies'
import { readBureau } from '../../db/repositories/settings'
import { readVisitCoverage } from '../../db/repositories/task-evidence'
import { readLiveAssignments } from '../../db/repositories/tasks'
import type { Task } from '../../shared/assignments/task'
import { isOpenState } from '../../shared/assignments/task-life'
import { endOfMonth, isoDate, monthNumberOf, monthOf, yearOf, type IsoDate } from '../../shared/core/dates'
import type { BriefRecord } from '../../shared/briefs/record'
import type { Duty } from '../../shared/environment/contract'
import type { DutyKind } from '../../shared/environment/duties'
import { caseState, summaryQuarters, textMonths } from '../../shared/environment/texts'
import { dutyEvidence, dutyKindOf } from '../../shared/terms/environment'
import { tasksOf } from '../assignments/tasks'
import type { Context } from '../context'
import { presentPolicies } from './policies'

/** What the duties of a year are judged by. */
interface Basis {
  readonly context: Context
  readonly store: Store
  readonly year: number
  /** The last day of the year that has come. */
  readonly asOf: IsoDate
  readonly briefs: readonly BriefRecord[]
}

/** The duties of 抓营商环境 in a year, in the order of their numbers, each with its days and what stands behind it. */
export function dutiesOf(
  context: Context,
  store: Store,
  year: number,
): { readonly duties: Duty[]; readonly missingCalendarYears: number[] } {
  const [first, last] = [isoDate(year, 1, 1), isoDate(year, 12, 31)]
  if (first === null || last === null) return { duties: [], missingCalendarYears: [] }
  const today = context.today()
  const asOf = today < last ? today : last
  const basis: Basis = { context, store, year, asOf, briefs: readBriefs(store.read, year) }
  const isOwnYear = readBureau(store.read)?.year === year
  const { tasks, missingCalendarYears } = tasksOf(context, store, {
    // The bureau's own year with what has no day; of another year what falls due by the end of the one after.
    ...(isOwnYear ? { from: null, to: null } : { from: first, to: isoDate(year + 1, 12, 31) }),
    stream: 'environment',
    assignmentId: null,
  })
  const duties = readLiveAssignments(store.read, [year])
    .filter(({ stream, unitKey }) => stream === 'environment' && unitKey === '')
    .map((row): Duty => {
      const kind = dutyKindOf(`${row.taskName}${row.indicator}`)
      const own = tasks.filter(({ assignmentId }) => assignmentId === row.id)
      return {
        assignmentId: row.id,
        code: row.itemCode,
        task: row.taskName,
        kind,
        dueText: row.dueText,
        channel: row.channel,
        handler: row.handler,
        internalDueOn: row.internalDueOn as IsoDate | null, // only written from a checked day
        progressText: row.progressText,
        actual: row.actual,
        ...tallyOf(own, today),
        tasks: own,
        evidence: evidenceOf(basis, row.id, kind, own, row.progressText),
      }
    })
  return { duties, missingCalendarYears: [...missingCalendarYears] }
}

/** Due by today or sent already: what is compared with what was sent. */
function tallyOf(
  tasks: readonly Task[],
  today: IsoDate,
): Pick<Duty, 'expected' | 'submitted' | 'late' | 'overdue' | 'light' | 'nextTaskId'> {
  const kept = tasks.filter(({ state }) => state !== 'cancelled')
  const sent = kept.filter(({ submittedOn }) => submittedOn !== null)
  const lights = new Set(kept.map(({ light }) => light))
  const open = kept.filter(({ state }) => isOpenState(state))
  return {
    expected: kept.filter(({ submittedOn, dueOn }) => submittedOn !== null || (dueOn !== null && dueOn <= today))
      .length,
    submitted: sent.length,
    late: sent.filter(({ lateDays }) => lateDays !== null && lateDays > 0).length,
    overdue: kept.filter(({ isOverdue }) => isOverdue).length,
    light: lights.has('overdue') ? 'overdue' : lights.has('near') ? 'near' : kept.length > 0 ? 'normal' : 'none',
    nextTaskId: open[0]?.id ?? null,
  }
}

function evidenceOf(
  basis: Basis,
  assignmentId: string,
  kind: DutyKind | null,
  tasks: readonly Task[],
  progressText: string,
): string {
  switch (kind) {
    case 'brief':
      return briefEvidence(basis)
    case 'case':
      return caseEvidence(basis)
    case 'summary':
      return summaryEvidence(basis, tasks)
    case 'policy':
      return policyEvidence(basis)
    case 'visits':
      return visitEvidence(basis)
    case 'training':
      return joined([trainingEvidence(basis), ...recordedEvidence(basis, assignmentId, tasks, progressText)])
    case 'roster':
    case 'lists':
    case null: {
      const recorded = recordedEvidence(basis, assignmentId, tasks, progressText)
      return recorded.length === 0 ? dutyEvidence.none : joined(recorded)
    }
  }
}

function joined(parts: readonly string[]): string {
  return parts.join(dutyEvidence.separator)
}

function recordedEvidence(
  { store, year }: Basis,
  assignmentId: string,
  tasks: readonly Task[],
  progressText: string,
): readonly string[] {
  const sentOn = tasks.flatMap(({ submittedOn }) => submittedOn ?? []).at(-1)
  const files = [assignmentId, ...tasks.map(({ id }) => id)].reduce(
    (sum, id) => sum + readAttachmentsOf(store.read, 'assignments', id).length,
    0,
  )
  return [
    ...(sentOn === undefined ? [] : [dutyEvidence.sentOn(sentOn, year)]),
    ...(files === 0 ? [] : [dutyEvidence.files(files)]),
    ...(progressText === '' ? [] : [progressText]),
  ]
}

function briefEvidence({ briefs, year, asOf }: Basis): string {
  const months = textMonths(briefs, year, asOf)
  const done = months.filter(({ state }) => state === 'done').length
  return dutyEvidence.months(
    done,
    months.filter(({ state }) => state === 'missing').map(({ month }) => month),
  )
}

function caseEvidence({ briefs, year, asOf }: Basis): string {
  const { brief, length, isDone } = caseState(briefs, year, asOf)
  return brief === null ? dutyEvidence.noCase : dutyEvidence.case(brief.title, length, isDone)
}

function summaryEvidence({ briefs, year, asOf }: Basis, tasks: readonly Task[]): string {
  const quarters = summaryQuarters(briefs, year, asOf)
  // A summary is also sent by registering it at the task, without a text here.
  const isDone = (quarter: number): boolean =>
    quarters.some((each) => each.quarter === quarter && each.isSent) ||
    tasks.some((task) => task.submittedOn !== null && quarterNumber(task) === quarter)
  const isDue = (quarter: number): boolean =>
    tasks.some((task) => quarterNumber(task) === quarter && task.dueOn !== null && task.dueOn < asOf)
  const all = [1, 2, 3, 4]
  return dutyEvidence.quarters(
    all.filter(isDone),
    all.filter((quarter) => !isDone(quarter) && isDue(quarter)),
  )
}

function quarterNumber({ periodEnd }: Task): number | null {
  return periodEnd === null ? null : Math.ceil(monthNumberOf(periodEnd) / 3)
}

function policyEvidence({ context, store, year }: Basis): string {
  const rows = presentPolicies(context, store, readPolicies(store.read, year))
  return dutyEvidence.policies(
    rows.length,
    rows.filter(({ state }) => state === 'sent').length,
    rows.filter(({ state }) => state === 'sentLate').length,
    rows.filter(({ state }) => state === 'overdue').map(({ policy }) => policy.title),
  )
}

function trainingEvidence({ store, year, asOf }: Basis): string {
  const trainings = readTrainings(store.read, year, 'environment')
  const held = trainings.filter(({ status, heldOn }) => status === 'held' && heldOn <= asOf)
  const people = held.reduce((sum, { attendees, attendeeCount }) => sum + (attendees.length || (attendeeCount ?? 0)), 0)
  return dutyEvidence.trainings(trainings.length, held.length, people)
}

function visitEvidence({ store, asOf }: Basis): string {
  const month = monthOf(asOf)
  const first = isoDate(yearOf(asOf), monthNumberOf(asOf), 1) ?? asOf
  const { visited, enterprises } = readVisitCoverage(store.read, first, endOfMonth(yearOf(asOf), monthNumberOf(asOf)))
  return dutyEvidence.visits(visited, enterprises, month)
}
