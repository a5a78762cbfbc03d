import type { Store } from '../../db/access'
import { readAssignment } from '../../db/repositories/assignments'
import { readEnterprise } from '../../db/repositories/enterprises'
import { readDemandPage, toDemandRecord } from '../../db/repositories/demands'
import { readPerson } from '../../db/repositories/people'
import { readClocks } from '../../db/repositories/preferences'
import { readAllProblems } from '../../db/repositories/project-parts'
import { readProjects } from '../../db/repositories/projects'
import { readGroups } from '../../db/repositories/registry'
import { readTips } from '../../db/repositories/revenue'
import type { Task } from '../../shared/assignments/task'
import { isOpenState } from '../../shared/assignments/task-life'
import type { IsoDate } from '../../shared/core/dates'
import { workdaysBetween } from '../../shared/core/workdays'
import { demandClock, overdueUntil } from '../../shared/environment/demands'
import type { homeContract, TodayItem, TodayView } from '../../shared/home/contract'
import { reportPeriodOf } from '../../shared/home/report-period'
import { isShownTo, sectionsOf, type Onlooker } from '../../shared/home/sections'
import type { Output } from '../../shared/ipc/procedure'
import { measureOf, type Measure } from '../../shared/terms/assignment-measures'
import { todayWords } from '../../shared/terms/home'
import { projectStageLabels } from '../../shared/terms/projects'
import { tasksOf } from '../assignments/tasks'
import type { Context } from '../context'
import { judgingOf, presentProblem, presentProjects } from '../projects/present'
import { rectificationItems } from './rectification-items'

type Today = Output<(typeof homeContract)['home.today']>
type Light = 'normal' | 'near' | 'overdue' | 'none'

/** Demands that one page of the home could speak of; more are in 企业诉求. */
const demandLimit = 200

/** What is due, near, this week and waiting, from all four streams and 整改台账, for whoever asks. */
export function todayOf(context: Context, store: Store, view: TodayView, personId: string | null): Today {
  const who = personId === null ? null : onlookerOf(store, personId)
  const { tasks, missingCalendarYears } = tasksOf(context, store, {
    from: null,
    to: null,
    stream: null,
    assignmentId: null,
  })
  const rectification = rectificationItems(context, store, view, who)
  const streamItems = [
    ...tasks.flatMap(taskItem),
    ...demandItems(context, store),
    ...projectItems(context, store),
    ...tipItems(context, store),
  ].filter((item) => isShownTo(item, view, who))
  const items = [...streamItems, ...rectification.items]
  const { overdue, near, thisWeek, waiting, next } = sectionsOf(items, context.today(), rectification.asked)
  const withReport = reportFinder(store)
  return {
    overdue: overdue.map(withReport),
    near: near.map(withReport),
    thisWeek: thisWeek.map(withReport),
    waiting: waiting.map(withReport),
    next: next && withReport(next),
    missingCalendarYears: [...missingCalendarYears],
  }
}

/** Adds the draft that a quarterly or monthly report is written from, by what the assignment asks for. */
function reportFinder(store: Store): (item: TodayItem) => TodayItem {
  const measures = new Map<string, Measure | null>()
  const measureOfAssignment = (id: string): Measure | null => {
    const row = readAssignment(store.read, id)
    return row && measureOf(`${row.taskName}${row.indicator}`)
  }
  return (item) => {
    if (item.task === null) return item
    const { assignmentId } = item.task
    const known = measures.get(assignmentId)
    const measure = known === undefined ? measureOfAssignment(assignmentId) : known
    measures.set(assignmentId, measure)
    return { ...item, reportPeriod: reportPeriodOf(measure, item.task) }
  }
}

function onlookerOf(store: Store, personId: string): Onlooker | null {
  const person = readPerson(store.read, personId)
  if (!person) return null
  const roles = readGroups(store.read).filter(({ personName }) => personName === person.name)
  return {
    name: person.name,
    leads: new Set(roles.filter(({ role }) => role === 'leader').map(({ stream }) => stream)),
    worksIn: new Set(roles.map(({ stream }) => stream)),
  }
}

function taskItem(task: Task): TodayItem[] {
  const submitBy = task.submitBy ?? task.submitByEstimate
  if (!isOpenState(task.state) || task.dueOn === null || submitBy === null || task.light === 'none') return []
  return [
    {
      key: `task/${task.id}`,
      stream: task.stream,
      title: task.title,
      dueOn: task.dueOn,
      submitBy,
      isMoved: task.isMoved,
      isEstimated: task.submitBy === null,
      light: task.light,
      workdaysLeft: task.workdaysLeft ?? 0,
      person: task.handler,
      waitsFor: task.state === 'inReview' ? todayWords.review(task.record.checkedBy) : '',
      target: { kind: 'task', recordId: task.id, stream: task.stream },
      task,
      reportPeriod: null,
    },
  ]
}

/** An item whose own day is the one to keep, as clocks between offices have it. */
function clockItem(
  context: Context,
  about: Pick<TodayItem, 'key' | 'stream' | 'title' | 'person' | 'waitsFor' | 'target' | 'isEstimated'> & {
    readonly on: IsoDate
    readonly light: Light
  },
): TodayItem {
  const { on, light, ...rest } = about
  const today = context.today()
  const calendars = context.calendars()
  const workdaysLeft =
    on < today ? -workdaysBetween(on, today, calendars).workdays : workdaysBetween(today, on, calendars).workdays
  return {
    ...rest,
    dueOn: on,
    submitBy: on,
    isMoved: false,
    light: light === 'none' ? 'normal' : light,
    workdaysLeft,
    task: null,
    reportPeriod: null,
  }
}

/** 企业诉求 that wait for 转办 are ours; those that were passed on wait for the answer of others. */
function demandItems(context: Context, store: Store): TodayItem[] {
  const today = context.today()
  const calendars = context.calendars()
  const clocks = readClocks(store.read)
  const query = {
    year: null,
    state: 'open' as const,
    text: '',
    transferOverdueUntil: overdueUntil(clocks.demandTransferWorkdays, calendars, today),
    replyOverdueUntil: overdueUntil(clocks.demandReplyWorkdays, calendars, today),
  }
  const { rows } = readDemandPage(store.read, query, { offset: 0, limit: demandLimit })
  return rows.flatMap((row) => {
    const demand = toDemandRecord(row)
    const clock = demandClock(demand, { clocks, calendars, today })
    const isOurs = clock.transferState === 'open' || clock.transferState === 'overdue'
    if (!isOurs && demand.repliedOn !== null) return []
    const enterprise = readEnterprise(store.read, demand.enterpriseId)?.name ?? ''
    return [
      clockItem(context, {
        key: `demand/${demand.id}`,
        stream: 'environment',
        title: isOurs ? todayWords.transfer(enterprise, demand.text) : todayWords.reply(enterprise, demand.text),
        on: isOurs ? clock.transferDueOn : clock.replyDueOn,
        light: clock.light,
        isEstimated: clock.isEstimated,
        person: demand.handler,
        waitsFor: isOurs ? '' : todayWords.answerOf(demand.transferredTo),
        target: { kind: 'demand', recordId: demand.id, stream: null },
      }),
    ]
  })
}

function projectItems(context: Context, store: Store): TodayItem[] {
  const judging = judgingOf(context, store)
  const whistles = readAllProblems(store.read, 'open').flatMap(({ projectName, problem }) => {
    const { replyDueOn, light, reportedOn } = presentProblem(problem, judging)
    if (replyDueOn === null || reportedOn !== null) return []
    return [
      clockItem(context, {
        key: `problem/${problem.id}`,
        stream: 'projects',
        title: todayWords.whistle(projectName, problem.text),
        on: replyDueOn,
        light,
        isEstimated: false,
        person: problem.handler,
        waitsFor: todayWords.answerOf(problem.askUnit),
        target: { kind: 'project', recordId: problem.projectId, stream: null },
      }),
    ]
  })
  const inPool = readProjects(store.read).filter(({ leavePoolOn, exit }) => leavePoolOn === null && exit === null)
  const milestones = presentProjects(context, store, inPool).flatMap(({ project, milestones: all }) =>
    all.flatMap(({ stage, plannedOn, actualOn, light }) => {
      if (plannedOn === null || actualOn !== null || (light !== 'near' && light !== 'overdue')) return []
      return [
        clockItem(context, {
          key: `milestone/${project.id}/${stage}`,
          stream: 'projects',
          title: todayWords.milestone(project.name, projectStageLabels[stage]),
          on: plannedOn,
          light,
          isEstimated: false,
          person: project.handler || project.steward,
          waitsFor: '',
          target: { kind: 'project', recordId: project.id, stream: null },
        }),
      ]
    }),
  )
  return [...whistles, ...milestones]
}

/** A tip that was sent waits for the other side's answer; one that came in is ours to answer. */
function tipItems(context: Context, store: Store): TodayItem[] {
  const { nearWorkdays } = readClocks(store.read)
  const today = context.today()
  return readTips(store.read).flatMap(({ tip }) => {
    if (tip.answerDueOn === null || tip.handledOn !== null) return []
    const left = workdaysBetween(today, tip.answerDueOn, context.calendars()).workdays
    const light = tip.answerDueOn < today ? 'overdue' : left <= nearWorkdays ? 'near' : 'normal'
    return [
      clockItem(context, {
        key: `tip/${tip.id}`,
        stream: 'revenue',
        title: todayWords.tip(tip.direction, tip.counterpart, tip.content),
        on: tip.answerDueOn,
        light,
        isEstimated: false,
        person: tip.handler,
        waitsFor: tip.direction === 'out' ? todayWords.answerOf(tip.counterpart) : '',
        target: { kind: 'revenueTip', recordId: tip.id, stream: null },
      }),
    ]
  })
}
