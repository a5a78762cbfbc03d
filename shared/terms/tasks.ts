import { quarterOf, monthNumberOf, weekdayOf, type IsoDate } from '../core/dates'
import type { OccurrenceKind, TaskState, TaskStep } from '../assignments/task'
import { weekdayLabels } from './core'
import { formatChineseDate } from './dates'

/** States of one 报送. Source: domain §3 任务. */
export const taskStateLabels: Readonly<Record<TaskState, string>> = {
  notStarted: '未开始',
  inProgress: '进行中',
  inReview: '待审核',
  submitted: '已报送',
  received: '已回执',
  returned: '退回',
  cancelled: '已取消',
}

export const taskStepLabels: Readonly<Record<TaskStep, string>> = {
  start: '开始办理',
  sendForReview: '送审',
  check: '审核通过',
  approve: '签发',
  submit: '登记报送',
  receive: '登记回执',
  return: '退回',
  resume: '重新办理',
  cancel: '取消',
  reopen: '收回报送',
}

/** Words by which a refusal names the day it is judged against. */
export const taskDayLabels = {
  periodStart: '该期开始日期',
  eventOn: '起算日期',
  sentForReviewOn: '送审日期',
  checkedOn: '审核日期',
  approvedOn: '签发日期',
  submittedOn: '报送日期',
} as const

const quarterWords = ['', '一季度', '二季度', '三季度', '四季度'] as const

/** 「报送季度工作总结（二季度）」: the task with the period or the event it stands for. */
export function taskTitle(
  task: string,
  occurrence: {
    readonly key: string
    readonly kind: OccurrenceKind
    readonly periodStart: IsoDate | null
    readonly dueOn: IsoDate | null
    readonly event: { readonly title: string } | null
  },
): string {
  const { kind, periodStart, event, key, dueOn } = occurrence
  if (event) return event.title === '' ? task : `${task}：${event.title}`
  if (kind === 'monthly' && periodStart) return `${task}（${monthNumberOf(periodStart)}月）`
  if (kind === 'quarterly' && periodStart) return `${task}（${quarterWords[quarterOf(periodStart)] ?? ''}）`
  return kind === 'once' && key === dueOn ? `${task}（${shortDay(dueOn)}）` : task
}

/** 「6月24日」. */
export function shortDay(day: IsoDate): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** 「6月25日，周六」. */
export function shortDayWithWeekday(day: IsoDate): string {
  return `${shortDay(day)}，${weekdayLabels[weekdayOf(day)] ?? ''}`
}

/** 「6月24日（原6月25日，周六）」, 「3月25日」 where nothing moved, 「约5月6日（放假安排未导入，按周一至周五估算）」. */
export function dueText(task: {
  readonly dueOn: IsoDate | null
  readonly submitBy: IsoDate | null
  readonly submitByEstimate: IsoDate | null
  readonly isMoved: boolean
}): string {
  const { dueOn, submitBy, submitByEstimate } = task
  if (submitBy !== null)
    return task.isMoved && dueOn !== null
      ? `${shortDay(submitBy)}（原${shortDayWithWeekday(dueOn)}）`
      : shortDay(submitBy)
  if (submitByEstimate === null) return dueOn === null ? '无固定时限' : shortDay(dueOn)
  const about = `约${shortDay(submitByEstimate)}（放假安排未导入，按周一至周五估算`
  return dueOn === null || dueOn === submitByEstimate ? `${about}）` : `${about}；原${shortDayWithWeekday(dueOn)}）`
}

/** 「逾期」, 「迟报3天」, or nothing. */
export function lateText(task: { readonly isOverdue: boolean; readonly lateDays: number | null }): string {
  if (task.isOverdue) return '逾期'
  return task.lateDays === null || task.lateDays === 0 ? '' : `迟报${task.lateDays}天`
}

/** Texts of the .ics file. */
export const calendarTexts = {
  name: '四抓台账时限',
  summary: (title: string, isEstimated: boolean) => `【报送】${title}${isEstimated ? '（日期为估算）' : ''}`,
  officialDay: (day: IsoDate) => `原定日期：${day}（${weekdayLabels[weekdayOf(day)] ?? ''}）`,
  submitBy: (day: IsoDate) => `最后工作日：${day}（${weekdayLabels[weekdayOf(day)] ?? ''}）`,
  estimate: (day: IsoDate) => `估算日期：${day}（放假安排未导入，按周一至周五估算，可能有误）`,
  internal: (day: IsoDate) => `内部时限：${day}`,
  dataCutoff: (day: IsoDate) => `数据截止：${day}`,
  channel: (channel: string) => `报送方式：${channel}`,
  state: (state: TaskState) => `状态：${taskStateLabels[state]}`,
  alarm: (title: string) => `今天是最后工作日：${title}`,
  fileName: (bureau: string, from: IsoDate, to: IsoDate) => `${bureau}_时限日历_${from}至${to}.ics`,
} as const

/** Entries of 整改台账 in the calendar and in the .ics file. */
export const rectificationDateTexts = {
  finding: (title: string, extensionCount: number, originalDueOn: IsoDate | null) =>
    `整改：${title}${extensionCount > 0 ? `（延期${extensionCount}次${originalDueOn === null ? '' : `，原时限${formatChineseDate(originalDueOn)}`}）` : ''}`,
  findings: (program: string, count: number, open: number) =>
    `整改：${program}，${count}个问题到期${open === 0 ? '，都已完成' : `，未完成${open}个`}`,
  plan: (program: string) => `整改方案：${program}`,
  firstReport: (program: string) => `首次整改报告：${program}`,
  periodicReport: (program: string, number: number) => `整改进展第${number}次报告：${program}`,
  summary: (title: string, isEstimated: boolean) => `【整改】${title}${isEstimated ? '（日期为估算）' : ''}`,
  done: '状态：已完成',
  open: '状态：未完成',
} as const

/** What fulfilled an occurrence, where it is more than one record's title. */
export const evidenceTexts = {
  visitedAll: (enterprises: number) => `${enterprises}家包联企业已全部走访`,
  projectVisit: (project: string) => `走访项目：${project}`,
} as const
