import type { IsoDate } from '../core/dates'
import type { homeContract } from '../home/contract'
import type { Output } from '../ipc/procedure'
import { formatChineseDate } from './dates'

type TodoCode = Output<(typeof homeContract)['home.overview']>['todo'][number]['code']

const todo: Readonly<Record<TodoCode, (count: number, month: number) => string>> = {
  importAssignments: () => '还没有区里下达的任务。把任务分解表拖到这里，或按 Ctrl+I 导入。',
  returnedLines: (count) => `区里退回${count}行上报数据。请改正台账，再生成下一版上报包。`,
  mergeConflicts: (count) => `与同事的修改有${count}处冲突，请选定用哪一个。`,
  monthlyBrief: (_count, month) => `${month}月工作信息还没有登记，每月至少1篇。`,
  backfill: (count) => `${count}条通过OA报送的线索还要在平台补录。`,
  quietLeads: (count) => `${count}条线索已较久没有跟进（按“时限参数”里的工作日数）。`,
  pendingLeads: (count) => `${count}条线索还差街道园区确认接收等环节，不能算“有效”。`,
}

/** Sentences of the home page. */
export const homeSentences = {
  full: '已达到满分，没有缺口。',
  noAssignments: '区里还没有下达任务。',
  noScheme: '区里还没有下达本年度的考核办法，只显示完成情况。',
  noPoints: (count: number) => `${count}项任务，区未下达分值，只看完成情况。`,
  noProjects: '还没有项目，可从招商落地项目一键转入。',
  noTarget: '区里还没有下达收入目标。',
  remaining: (amount: string, unit: string) => `还差${amount}${unit}`,
  reached: '已达到全年目标。',
  taskUnit: '项次',
  moneyUnit: '万元',
  overdue: (titles: readonly string[], count: number) =>
    `逾期${count}项：${titles.join('、')}${count > titles.length ? '等' : ''}`,
  near: (titles: readonly string[], count: number) =>
    `临近${count}项：${titles.join('、')}${count > titles.length ? '等' : ''}`,
  onTime: '到期的都已报送。',
  projectGaps: (late: number, near: number, whistles: number) =>
    [
      ...(late > 0 ? [`${late}个节点逾期`] : []),
      ...(near > 0 ? [`${near}个节点临近`] : []),
      ...(whistles > 0 ? [`${whistles}件吹哨逾期未回复`] : []),
    ].join('，'),
  projectsOnTime: (count: number) => `${count}个项目，节点都正常。`,
  todo,
} as const

const shortLength = 24

function short(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return [...line].length > shortLength ? `${[...line].slice(0, shortLength).join('')}…` : line
}

/** What the items of 今天 are called. */
export const todayWords = {
  review: (by: string) => (by === '' ? '待审核' : `待${by}审核`),
  answerOf: (unit: string) => (unit === '' ? '等对方答复' : `等${unit}答复`),
  transfer: (enterprise: string, text: string) => `转办诉求：${enterprise}“${short(text)}”`,
  reply: (enterprise: string, text: string) => `答复诉求：${enterprise}“${short(text)}”`,
  whistle: (project: string, text: string) => `吹哨：${project}“${short(text)}”`,
  milestone: (project: string, stage: string) => `${project}：计划${stage}`,
  tip: (direction: 'in' | 'out', unit: string, text: string) =>
    direction === 'out' ? `传递给${unit}：“${short(text)}”` : `答复${unit}：“${short(text)}”`,
} as const

/** What the items of 整改台账 on 今天 are called, and what they wait for. */
export const rectificationWords = {
  finding: (title: string) => `整改：${short(title)}`,
  /** An extended deadline is never shown without its first one. Source: product F7. */
  extended: (count: number, originalDueOn: IsoDate | null) =>
    originalDueOn === null ? `（延期${count}次）` : `（延期${count}次，原时限${formatChineseDate(originalDueOn)}）`,
  returned: (title: string, reason: string) => `退回：${short(title)}${reason === '' ? '' : `，${short(reason)}`}`,
  measure: (text: string, finding: string) => `措施：${short(text)}（${short(finding)}）`,
  determine: (title: string) => `认定：${short(title)}`,
  confirm: (title: string) => `确认认定：${short(title)}`,
  close: (title: string) => `销号：${short(title)}`,
  closeSeveral: (program: string, count: number) => `销号：${short(program)}，${count}个问题已认定完成`,
  extension: (title: string, newDueOn: IsoDate) => `延期申请：${short(title)}，拟延至${formatChineseDate(newDueOn)}`,
  plan: (program: string, count: number) => `整改方案：${short(program)}，${count}个问题未定方案`,
  firstReport: (program: string) => `首次整改报告：${short(program)}`,
  periodicReport: (program: string, number: number) => `整改进展第${number}次报告：${short(program)}`,
  lookBack: (title: string) => `回头看：${short(title)}`,
  waits: {
    verifier: '等整改督查岗认定',
    deputy: '等分管领导确认认定',
    close: '等分管领导或主要负责人同意销号',
    chief: '等主要负责人审批延期',
  },
  separator: '、',
} as const

/** The line of 整改台账 among the four streams. */
export const rectificationCardWords = {
  gap: (rest: number, overdue: number, awaiting: number) =>
    rest === 0 && awaiting === 0
      ? '应整改的都已完成。'
      : [
          `还有${rest}个未完成${overdue > 0 ? `，其中逾期${overdue}个` : ''}`,
          ...(awaiting > 0 ? [`待复核${awaiting}个`] : []),
        ].join('；'),
  mixed: '（含已推动整改）',
} as const
