import type { LengthVerdict } from '../briefs/character-count'
import { weekdayOf, yearOf, type IsoDate, type Month } from '../core/dates'
import type { DutyKind } from '../environment/duties'
import type { PolicyDue, PolicyProgress } from '../environment/policies'
import type { PolicyFields } from '../environment/record'
import { measureOf, type Measure } from './assignment-measures'
import { caseLengthText } from './briefs'
import { weekdayLabels } from './core'
import { formatChineseDate } from './dates'
import { term, type Term } from './term'

const clause = '实施方案 三（一）'

/** Fields of 惠企政策. */
export const policyTerms: Readonly<Record<keyof PolicyFields, Term>> = {
  title: term('政策名称', ''),
  docNo: term('文号', ''),
  issuer: term('发文单位', ''),
  publishedOn: term('公布日期', '公布当天不算，从下一个工作日数起。', `${clause}4`),
  explainerReadyOn: term('解读完成日期', '', `${clause}4`),
  explainer: term('政策解读', '用企业看得懂的话说清：谁能享受、给什么、怎么办。', `${clause}4`),
  sentOn: term('报送日期', '政策文件和解读一并报送的日期。', `${clause}4`),
  sentVia: term('报送方式', ''),
  channels: term('公布渠道', '在哪些地方公布。'),
  handler: term('承办人', ''),
  remark: term('备注', ''),
}

export const toldTerm = term('告知日期', '哪天把政策告诉了企业。')

/** Channels that are usual here; others are typed and remembered. */
export const usualChannels = ['津策通', '政务大厅', '微信公众号', '门户网站', '企业微信群'] as const

function dayText(day: IsoDate, year: number): string {
  return yearOf(day) === year ? `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日` : formatChineseDate(day)
}

/** 「5月7日（周六，调休上班）」; with its year when that is not the given one. */
export function policyDayText(day: IsoDate, isMakeUpDay: boolean, year: number): string {
  return `${dayText(day, year)}（${weekdayLabels[weekdayOf(day)] ?? ''}${isMakeUpDay ? '，调休上班' : ''}）`
}

/** The day a policy is due, or the estimate that is no promise. */
export function policyDueText({ dueOn, dueOnEstimate, isMakeUpDay }: PolicyDue, year: number): string {
  if (dueOn !== null) return policyDayText(dueOn, isMakeUpDay, year)
  return dueOnEstimate === null ? '' : `放假安排未导入，按周一至周五估算为${policyDayText(dueOnEstimate, false, year)}`
}

/** Where a policy stands, in words. */
export function policyStateText(
  progress: Pick<PolicyProgress, 'state' | 'workdaysTaken' | 'lateDays' | 'workdaysLeft'>,
): string {
  const { state, workdaysTaken, lateDays, workdaysLeft } = progress
  const taken = workdaysTaken === null ? '' : `，用时${workdaysTaken}个工作日`
  switch (state) {
    case 'sent':
      return `已报送${taken}`
    case 'sentLate':
      return `迟报${lateDays ?? 0}天${taken}`
    case 'open':
    case 'near':
      return workdaysLeft === 0 ? '今天到期' : `剩${workdaysLeft ?? 0}个工作日`
    case 'overdue':
      return '逾期未报'
    case 'unknown':
      return '时限不能确定'
  }
}

const dutyOfMeasure: Partial<Readonly<Record<Measure, DutyKind>>> = {
  trainingPlan: 'training',
  trainings: 'training',
  policies: 'policy',
  briefs: 'brief',
  cases: 'case',
  summaries: 'summary',
  visits: 'visits',
}
const listsPattern = /责任清单|任务清单/
const rosterPattern = /名单|分管领导|牵头人员/

/** Which of the seven duties a task is, by its words; null when it is none of them. Source: 实施方案 三（一）1–7. */
export function dutyKindOf(taskAndIndicator: string): DutyKind | null {
  if (listsPattern.test(taskAndIndicator)) return 'lists'
  if (rosterPattern.test(taskAndIndicator)) return 'roster'
  const measure = measureOf(taskAndIndicator)
  return (measure && dutyOfMeasure[measure]) ?? null
}

const quarterWords = ['一', '二', '三', '四'] as const

function monthText(month: Month): string {
  return `${Number(month.slice(5))}月`
}

/** What stands behind each duty, as sentences. */
export const dutyEvidence = {
  none: '还没有登记',
  separator: '；',
  sentOn: (day: IsoDate, year: number) => `${dayText(day, year)}报送`,
  files: (count: number) => `附件${count}件`,
  trainings: (all: number, held: number, people: number) =>
    all === 0 ? '还没有培训计划' : `计划${all}次，已办${held}次，参训${people}人次`,
  policies: (all: number, inTime: number, late: number, overdue: readonly string[]) =>
    all === 0
      ? '本年还没有登记惠企政策'
      : [
          `政策${all}件，按时${inTime}件`,
          late === 0 ? '' : `迟报${late}件`,
          overdue.length === 0 ? '' : `逾期${overdue.length}件：${overdue.join('、')}`,
        ]
          .filter((part) => part !== '')
          .join('，'),
  months: (done: number, missing: readonly Month[]) =>
    missing.length === 0 ? `已报${done}个月` : `已报${done}个月，缺${missing.map(monthText).join('、')}`,
  case: (title: string, length: LengthVerdict | null, isDone: boolean) =>
    `《${title}》${length === null ? '字数未填' : caseLengthText(length)}，${isDone ? '已报送' : '未完成'}`,
  noCase: '还没有典型案例',
  quarters: (done: readonly number[], missing: readonly number[]) =>
    [
      done.length === 0 ? '' : `已报${done.map((quarter) => quarterWords[quarter - 1]).join('、')}季度`,
      missing.length === 0 ? '' : `缺${missing.map((quarter) => quarterWords[quarter - 1]).join('、')}季度`,
    ]
      .filter((part) => part !== '')
      .join('，') || '本年还没有到期的季度',
  visits: (visited: number, enterprises: number, month: Month) =>
    enterprises === 0 ? '还没有包联企业' : `${monthText(month)}走访${visited}/${enterprises}家`,
} as const
