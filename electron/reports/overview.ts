import type { Store } from '../../db/access'
import { readAssignments } from '../../db/repositories/assignments'
import { countLeadsInStates, countQuietLeads } from '../../db/repositories/lead-counts'
import { readBriefs } from '../../db/repositories/routine'
import type { Assignment } from '../../shared/assignments/contract'
import { nextDueOf } from '../../shared/assignments/next-due'
import { monthNumberOf, monthOf, yearOf, type IsoDate } from '../../shared/core/dates'
import { comparePoints, formatExact, parsePoints, subPoints, zeroPoints } from '../../shared/core/points'
import type { Result } from '../../shared/core/result'
import { streams, type Stream } from '../../shared/core/schemas'
import { lastWorkdayOnOrBefore, workdaysBetween } from '../../shared/core/workdays'
import { countsInMonth } from '../../shared/investment/months'
import { defaultQuietWorkdays, quietSince } from '../../shared/investment/quiet'
import type { Output } from '../../shared/ipc/procedure'
import type { reportsContract, StreamCard } from '../../shared/reports/contract'
import { advise } from '../../shared/scoring/advice'
import { gapText } from '../../shared/terms/scoring'
import { isMoneyUnit } from '../../shared/terms/table-words'
import { measureOf } from '../../shared/terms/assignment-measures'
import { homeSentences } from '../../shared/terms/home'
import { presentAssignments } from '../assignments/present'
import type { Context } from '../context'
import { scoreOf, type Score } from '../scoring/score'

type Overview = Output<(typeof reportsContract)['reports.overview']>

/** Unit: working days before a deadline in which it counts as near. Source: product 3.6. */
const NEAR_WORKDAYS = 3

interface DueItem {
  readonly assignment: Assignment
  readonly dueOn: IsoDate
  readonly submitBy: IsoDate
  readonly workdaysLeft: number
  readonly light: 'normal' | 'near' | 'overdue'
}

/** The home page: what each stream stands at, what is due next, and what wants doing. */
export function overview(context: Context, store: Store, year: number): Overview {
  const score = scoreOf(store, year, context.today())
  const assignments = presentAssignments(context, store, readAssignments(store.read, year), score).filter(
    ({ status }) => status !== 'withdrawn' && status !== 'excluded',
  )
  const due = assignments
    .flatMap((assignment) => dueItem(context, assignment) ?? [])
    .toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0))
  return {
    cards: streams.map((stream) => streamCard(context, stream, assignments, due, score)),
    due: due.map(({ assignment, ...item }) => ({
      assignmentId: assignment.id,
      stream: assignment.stream,
      task: assignment.task,
      ...item,
      isMoved: item.submitBy !== item.dueOn,
    })),
    todo: todo(context, store, year, assignments.length),
  }
}

function dueItem(context: Context, assignment: Assignment): DueItem | null {
  if (assignment.status === 'done') return null
  const today = context.today()
  const dueOn = nextDueOf(assignment.due, assignment.year, today)
  if (dueOn === null) return null
  const calendars = context.calendars()
  const submitBy = lastWorkdayOnOrBefore(dueOn, calendars).day
  if (submitBy < today) {
    const workdaysLeft = -workdaysBetween(submitBy, today, calendars).workdays
    return { assignment, dueOn, submitBy, workdaysLeft, light: dueOn < today ? 'overdue' : 'near' }
  }
  const workdaysLeft = workdaysBetween(today, submitBy, calendars).workdays
  return { assignment, dueOn, submitBy, workdaysLeft, light: workdaysLeft <= NEAR_WORKDAYS ? 'near' : 'normal' }
}

function streamCard(
  context: Context,
  stream: Stream,
  all: readonly Assignment[],
  due: readonly DueItem[],
  score: Result<Score>,
): StreamCard {
  const own = all.filter((assignment) => assignment.stream === stream)
  const next = due.find(({ assignment }) => assignment.stream === stream)
  const scored = stream === 'investment' ? score : null
  const progress = progressOf(stream, own)
  const result = scored?.ok ? scored.value.result : null
  const firstGap = scored?.ok ? advise(scored.value.scheme, scored.value.facts, context.today()).gaps[0] : undefined
  return {
    stream,
    progress,
    score: result?.total && result.max ? { points: result.total, max: result.max } : null,
    gap: gapSentence(
      stream,
      own.length,
      result !== null,
      firstGap ? gapText(firstGap) : remainingText(stream, progress),
    ),
    assignmentCount: own.length,
    nextDue: next
      ? {
          task: next.assignment.task,
          dueOn: next.dueOn,
          submitBy: next.submitBy,
          isMoved: next.dueOn !== next.submitBy,
        }
      : null,
    light: next?.light ?? 'none',
  }
}

/** The stream's leading figure: 招商 and 收入 have one, the others count finished tasks. */
function progressOf(stream: Stream, own: readonly Assignment[]): StreamCard['progress'] {
  const main = own.find(({ target, unit, task, indicator }) =>
    stream === 'investment'
      ? target !== null && measureOf(`${task}${indicator}`) === 'units'
      : target !== null && isMoneyUnit(unit),
  )
  if (main?.target) return { actual: main.actual ?? '0', target: main.target, unit: main.unit, rate: main.rate }
  if (own.length === 0 || stream === 'investment') return null
  const done = own.filter(({ status }) => status === 'done').length
  return { actual: String(done), target: String(own.length), unit: homeSentences.taskUnit, rate: null }
}

/** 「还差1.8万元」 where the stream has one figure of money and no points. */
function remainingText(stream: Stream, progress: StreamCard['progress']): string | undefined {
  const [target, actual] = [progress && parsePoints(progress.target), progress && parsePoints(progress.actual)]
  if (stream === 'investment' || !progress || !target || !actual || !isMoneyUnit(progress.unit)) return undefined
  const rest = subPoints(target, actual)
  return comparePoints(rest, zeroPoints) > 0 ? homeSentences.remaining(formatExact(rest), progress.unit) : undefined
}

function gapSentence(stream: Stream, count: number, isScored: boolean, gap: string | undefined): string {
  if (gap !== undefined) return gap
  if (isScored) return homeSentences.full
  if (count === 0) return homeSentences.noAssignments
  return stream === 'investment' ? homeSentences.noScheme : homeSentences.noPoints(count)
}

function todo(context: Context, store: Store, year: number, assignmentCount: number): Overview['todo'] {
  const today = context.today()
  const items: Overview['todo'] = []
  const add = (code: Overview['todo'][number]['code'], count: number): void => {
    if (count > 0) items.push({ code, count, text: homeSentences.todo[code](count, monthNumberOf(today)) })
  }
  if (assignmentCount === 0)
    items.push({ code: 'importAssignments', count: 0, text: homeSentences.todo.importAssignments(0, 0) })
  const thisMonth = monthOf(today)
  const hasBrief = readBriefs(store.read, year).some(
    (brief) => countsInMonth(brief, today) && brief.submittedOn?.startsWith(thisMonth),
  )
  if (year === yearOf(today) && !hasBrief && assignmentCount > 0) add('monthlyBrief', 1)
  add('pendingLeads', countLeadsInStates(store.read, ['certified', 'contacted'], today))
  const lastOn = quietSince(today, defaultQuietWorkdays, context.calendars())
  add('quietLeads', countQuietLeads(store.read, lastOn, today))
  return items
}
