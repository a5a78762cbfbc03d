import { weekdayOf, type IsoDate } from '../../shared/core/dates'
import type { TaskState, TaskStep } from '../../shared/assignments/task'
import { weekdayLabels } from '../../shared/terms/core'
import { formatChineseDate } from '../../shared/terms/dates'
import { taskStateLabels } from '../../shared/terms/tasks'

/** Sentences of 时限与报送, its drawer and the morning's digest. */
export const taskText = {
  tabs: { list: '下达任务', tasks: '时限与报送' },
  list: '时限与报送',
  count: (shown: number, all: number): string => (shown === all ? `共${all}期` : `筛选出${shown}期，共${all}期`),
  empty: '还没有报送事项。导入任务分解表后，每项任务的各期时限会自动列在这里。',
  emptyFiltered: '没有符合条件的报送事项。请放宽筛选。',
  stream: '工作线',
  allStreams: '全部工作线',
  state: '状态',
  allStates: '全部状态',
  month: '月份',
  allMonths: '全部月份',
  clearFilter: '清除筛选',
  open: '未办完',
  overdue: '逾期',
  near: '临近',
  otherStream: '其他',
  noDay: '无固定时限',
  columns: {
    light: '状态',
    stream: '工作线',
    title: '报送事项',
    due: '报送日期',
    left: '还剩',
    handler: '承办人',
    submittedOn: '已报送',
    action: '办理',
  },
  monthName: (month: number): string => `${month}月`,
  late: (days: number): string => `迟报${days}天`,
  overdueDays: (days: number): string => `逾期${days}天`,
  left: (workdays: number): string => (workdays === 0 ? '今天到期' : `剩${workdays}个工作日`),
  passed: '最后工作日已过',
  estimate: (years: readonly number[]): string =>
    `${years.join('、')}年放假安排未导入，相关日期按周一至周五估算，可能有误。`,
  // The drawer.
  dates: '时限',
  dueOn: '正式时限',
  submitBy: '最后工作日',
  submitByEstimate: '估算日期',
  estimateOf: (day: IsoDate): string => `${formatChineseDate(day)}（放假安排未导入，按周一至周五估算，可能有误）`,
  moved: '正式时限不变；遇休息日，提前到前一个工作日办。',
  internalDueOn: '内部时限',
  dataCutoff: '数据截止',
  period: '统计期间',
  periodOf: (from: string, to: string): string => `${from}—${to}`,
  eventOn: '起算日期',
  channel: '报送方式',
  day: (day: IsoDate): string => formatChineseDate(day),
  dayWithWeekday: (day: IsoDate): string => `${formatChineseDate(day)}（${weekdayLabels[weekdayOf(day)] ?? ''}）`,
  life: '办理过程',
  lifeOf: '办理环节',
  lifeSteps: { sendForReview: '送审', check: '审核', approve: '签发' },
  lifeSigns: { done: '✓', open: '○', skipped: '—' },
  lifeStates: { done: '', open: '未办', skipped: '未登记' },
  next: '下一步',
  steps: '其他环节',
  on: '日期',
  needDay: '请填写日期。',
  needReason: '请写明原因或依据。',
  done: (step: string): string => `已办理：${step}`,
  person: {
    start: '承办人',
    sendForReview: '填报人',
    check: '审核人',
    approve: '签发人',
  },
  via: '报送方式',
  receiptNo: '回执号',
  reason: '退回原因',
  cancelReason: '取消依据（区里的通知或文号）',
  stepOf: (step: string, title: string): string => `${step}：${title}`,
  cannotNow: '现在没有要办的环节。',
  evidence: '佐证',
  doneBy: (title: string, on: string): string => `由台账记录自动认定：${title}（${on}）`,
  noEvidence: '没有自动认定的记录。报送后在“办理过程”里登记。',
  openEvidence: '打开记录',
  fields: '本期填写',
  handler: '承办人',
  remark: '备注',
  save: '保存',
  saved: '已保存',
  discard: '放弃修改',
  unsaved: '有没有保存的修改，关闭后仍会保留。',
  history: '修改记录',
  noHistory: '还没有修改记录。',
  undone: '（已撤销）',
  openAssignment: '打开下达的任务',
  returned: (day: string, reason: string): string => `${day}退回：${reason}`,
  wasReturned: (reason: string): string => `曾被退回：${reason}`,
  cancelled: (day: string, reason: string): string => `${day}取消：${reason}`,
  // The digest.
  digest: '今日提醒',
  digestSince: (since: IsoDate, today: IsoDate): string =>
    since === today ? '现在临近或逾期的报送：' : `${formatChineseDate(since)}以来新到期或临近的报送：`,
  digestDone: '都已办理。',
  digestClose: '知道了',
  digestMore: (count: number): string => `另有${count}项，到“任务 · 时限与报送”里查看。`,
  toList: '打开时限与报送',
  missing: '没有找到这一期，可能任务表已更新。',
} as const

/** A shape beside the word of each state, for print without colour. */
export const taskStateSigns: Readonly<Record<TaskState, string>> = {
  notStarted: '○',
  inProgress: '◐',
  inReview: '◑',
  submitted: '✓',
  received: '✓',
  returned: '↩',
  cancelled: '×',
}

export function taskStateText(state: TaskState): string {
  return `${taskStateSigns[state]} ${taskStateLabels[state]}`
}

/** The step as a short button in a list. */
export const shortStepLabels: Readonly<Record<TaskStep, string>> = {
  start: '开始',
  sendForReview: '送审',
  check: '审核',
  approve: '签发',
  submit: '报送',
  receive: '回执',
  return: '退回',
  resume: '重办',
  cancel: '取消',
  reopen: '收回',
}
