import type { Store } from '../../db/access'
import { readAssignments } from '../../db/repositories/assignments'
import { readBriefs } from '../../db/repositories/briefs'
import { readUnbackfilledLeads } from '../../db/repositories/investment'
import { countLeadsToDo } from '../../db/repositories/lead-counts'
import { countConflicts } from '../../db/repositories/operations'
import { readClocks } from '../../db/repositories/preferences'
import type { Assignment } from '../../shared/assignments/contract'
import type { Task } from '../../shared/assignments/task'
import { isOpenState } from '../../shared/assignments/task-life'
import { usesOf } from '../../shared/briefs/uses'
import { isoDate, monthNumberOf, monthOf, yearOf } from '../../shared/core/dates'
import { formatMoney } from '../../shared/core/money'
import type { Result } from '../../shared/core/result'
import { streams, type Stream } from '../../shared/core/schemas'
import { backfillList } from '../../shared/investment/backfill'
import { countsInMonth } from '../../shared/investment/months'
import { quietSince } from '../../shared/investment/quiet'
import type { homeContract, StreamCard } from '../../shared/home/contract'
import type { Output } from '../../shared/ipc/procedure'
import { advise } from '../../shared/scoring/advice'
import { measureOf } from '../../shared/terms/assignment-measures'
import { homeSentences } from '../../shared/terms/home'
import { gapText } from '../../shared/terms/scoring'
import { presentAssignments } from '../assignments/present'
import { tasksOf } from '../assignments/tasks'
import type { Context } from '../context'
import { platformOpening } from '../investment/backfill'
import { returnedLines } from '../exchange/standing-lines'
import { bandsOf } from '../projects/totals'
import { revenueProgress } from '../revenue/progress'
import { scoreOf, type Score } from '../scoring/score'
import { rectificationCard } from './rectification-card'

type Overview = Output<(typeof homeContract)['home.overview']>

/** Titles that a gap names; the rest is counted. */
const namedTitles = 2

interface Basis {
  readonly context: Context
  readonly store: Store
  readonly year: number
  readonly assignments: readonly Assignment[]
  readonly tasks: readonly Task[]
  readonly score: Result<Score>
}

/** The four streams with target, done, gap in words, next date and light, 整改台账 beside them, and what wants doing. */
export function overview(context: Context, store: Store, year: number): Overview {
  const score = scoreOf(store, year, context.today())
  const assignments = presentAssignments(context, store, readAssignments(store.read, year), score).filter(
    ({ status }) => status !== 'withdrawn' && status !== 'excluded',
  )
  const span = { from: isoDate(year, 1, 1), to: isoDate(year, 12, 31) }
  const { tasks } = tasksOf(context, store, { ...span, stream: null, assignmentId: null })
  const basis = { context, store, year, assignments, tasks, score }
  return {
    cards: streams.map((stream) => streamCard(basis, stream)),
    rectification: rectificationCard(context, store),
    todo: todo(basis),
  }
}

function streamCard(basis: Basis, stream: Stream): StreamCard {
  const own = basis.tasks.filter((task) => task.stream === stream)
  const open = own.filter(({ state, light }) => isOpenState(state) && light !== 'none')
  const today = basis.context.today()
  const next = open.find(({ dueOn }) => dueOn !== null && dueOn >= today) ?? open.at(-1)
  const lights = new Set(open.map(({ light }) => light))
  const taskLight = lights.has('overdue') ? 'overdue' : lights.has('near') ? 'near' : next ? 'normal' : 'none'
  const own4 = { investment, projects, environment, revenue }[stream](basis, own)
  return {
    stream,
    score: null,
    assignmentCount: basis.assignments.filter((assignment) => assignment.stream === stream).length,
    nextDue:
      next?.dueOn == null
        ? null
        : {
            task: next.title,
            dueOn: next.dueOn,
            submitBy: next.submitBy ?? next.submitByEstimate ?? next.dueOn,
            isMoved: next.isMoved,
          },
    ...own4,
    light: own4.light === 'overdue' || taskLight === 'none' ? (own4.light ?? taskLight) : taskLight,
  }
}

type Part = Pick<StreamCard, 'progress' | 'gap'> & Partial<Pick<StreamCard, 'score' | 'light'>>

function investment({ context, assignments, score }: Basis): Part {
  const own = assignments.filter(({ stream }) => stream === 'investment')
  const main = own.find(
    ({ target, task, indicator }) => target !== null && measureOf(`${task}${indicator}`) === 'units',
  )
  const result = score.ok ? score.value.result : null
  const firstGap = score.ok ? advise(score.value.scheme, score.value.facts, context.today()).gaps[0] : undefined
  const none = own.length === 0 ? homeSentences.noAssignments : homeSentences.noScheme
  return {
    progress:
      main?.target == null
        ? null
        : { actual: main.actual ?? '0', target: main.target, unit: main.unit, rate: main.rate },
    score: result?.total && result.max ? { points: result.total, max: result.max } : null,
    gap: firstGap ? gapText(firstGap) : result ? homeSentences.full : none,
  }
}

function projects({ context, store, year }: Basis): Part {
  const { bands, unknown, late, near, lateWhistles, annualPlan, investedYtd, planRate } = bandsOf(context, store, year)
  const count = bands.reduce((sum, band) => sum + band.count, unknown)
  if (count === 0) return { progress: null, gap: homeSentences.noProjects }
  const gap = homeSentences.projectGaps(late, near, lateWhistles)
  return {
    progress:
      planRate === null
        ? null
        : {
            actual: formatMoney(investedYtd, 'tenThousand'),
            target: formatMoney(annualPlan, 'tenThousand'),
            unit: homeSentences.moneyUnit,
            rate: planRate,
          },
    gap: gap === '' ? homeSentences.projectsOnTime(count) : gap,
    ...(late + lateWhistles > 0 ? { light: 'overdue' as const } : near > 0 ? { light: 'near' as const } : {}),
  }
}

/** Duties have no figure of their own: what was sent of what fell due so far. */
function environment({ context }: Basis, own: readonly Task[]): Part {
  const today = context.today()
  const due = own.filter(
    ({ dueOn, submittedOn, state }) => state !== 'cancelled' && (submittedOn !== null || (dueOn ?? '9999') <= today),
  )
  const sent = due.filter(({ submittedOn }) => submittedOn !== null).length
  const overdue = own.filter(({ isOverdue }) => isOverdue)
  const near = own.filter(({ state, light }) => isOpenState(state) && light === 'near')
  const titles = (tasks: readonly Task[]): string[] => tasks.slice(0, namedTitles).map(({ title }) => title)
  return {
    progress:
      due.length === 0
        ? null
        : { actual: String(sent), target: String(due.length), unit: homeSentences.taskUnit, rate: null },
    gap:
      own.length === 0
        ? homeSentences.noAssignments
        : overdue.length > 0
          ? homeSentences.overdue(titles(overdue), overdue.length)
          : near.length > 0
            ? homeSentences.near(titles(near), near.length)
            : homeSentences.onTime,
  }
}

function revenue({ context, store, year }: Basis): Part {
  const { targetFen, bookedDistrictRetainedFen, rate, remainingFen } = revenueProgress(store, year, context.today())
  if (targetFen === null || remainingFen === null) return { progress: null, gap: homeSentences.noTarget }
  const unit = homeSentences.moneyUnit
  return {
    progress: {
      actual: formatMoney(bookedDistrictRetainedFen, 'tenThousand'),
      target: formatMoney(targetFen, 'tenThousand'),
      unit,
      rate,
    },
    gap:
      remainingFen > 0
        ? homeSentences.remaining(formatMoney(remainingFen, 'tenThousand'), unit)
        : homeSentences.reached,
  }
}

function todo({ context, store, year, assignments }: Basis): Overview['todo'] {
  const today = context.today()
  const items: Overview['todo'] = []
  const add = (code: Overview['todo'][number]['code'], count: number, period: string | null = null): void => {
    if (count > 0) items.push({ code, count, text: homeSentences.todo[code](count, monthNumberOf(today)), period })
  }
  if (assignments.length === 0) {
    const text = homeSentences.todo.importAssignments(0, 0)
    items.push({ code: 'importAssignments', count: 0, text, period: null })
  }
  const returned = returnedLines(store, year)
  add('returnedLines', returned.count, returned.period)
  add('mergeConflicts', countConflicts(store))
  const thisMonth = monthOf(today)
  const hasBrief = readBriefs(store.read, year).some(
    (brief) =>
      usesOf(brief).has('investmentBrief') && countsInMonth(brief, today) && brief.submittedOn?.startsWith(thisMonth),
  )
  if (year === yearOf(today) && !hasBrief && assignments.length > 0) add('monthlyBrief', 1)
  const opening = platformOpening(store.read)
  if (opening !== null) add('backfill', backfillList(readUnbackfilledLeads(store.read), opening, today).length)
  // Last year's leads may still be followed up; what is older is history.
  const since = isoDate(year - 1, 1, 1) ?? today
  const leads = countLeadsToDo(store.read, {
    asOf: today,
    since,
    quietSince: quietSince(today, readClocks(store.read).quietWorkdays, context.calendars()),
    pending: ['certified', 'contacted'],
  })
  add('pendingLeads', leads.pending)
  add('quietLeads', leads.quiet)
  return items
}
