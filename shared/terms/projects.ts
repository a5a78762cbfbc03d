import { assertNever } from '../core/assert'
import { formatMoney, type Fen } from '../core/money'
import type { DispatchChange } from '../projects/dispatch'
import type { ProblemState } from '../projects/problems'
import type {
  PermitKind,
  ProjectBand,
  ProjectExit,
  ProjectFields,
  ProjectRecord,
  ProjectStage,
} from '../projects/record'
import type { ProjectCheck, ProjectRule } from '../projects/rules'

export const projectStageLabels: Readonly<Record<ProjectStage, string>> = {
  reserve: '储备',
  signed: '签约',
  started: '开工',
  underConstruction: '在建',
  completed: '竣工',
  inProduction: '投产',
  fullCapacity: '达产',
}

export const projectExitLabels: Readonly<Record<ProjectExit, string>> = { suspended: '暂缓', terminated: '终止' }

/** The stage in words, or how the project left its way. */
export function projectStateLabel({ stage, exit }: Pick<ProjectRecord, 'stage' | 'exit'>): string {
  return exit === null ? projectStageLabels[stage] : projectExitLabels[exit]
}

/** Source: 实施方案 三 「总投资500-5000万元和5000万元以上」; exactly 5000 counts as the upper band. */
export const projectBandLabels: Readonly<Record<ProjectBand, string>> = {
  below500: '500万元以下',
  from500: '500—5000万元',
  from5000: '5000万元以上',
}

export const hundredMillionLabel = '亿元以上'

export const permitKindLabels: Readonly<Record<PermitKind, string>> = {
  approval: '立项备案',
  land: '用地',
  planning: '规划',
  environmental: '环评',
  energy: '能评',
  construction: '施工许可',
  fire: '消防',
  other: '其他',
}

export const problemStateLabels: Readonly<Record<ProblemState, string>> = {
  raised: '已提出',
  whistled: '已吹哨',
  reported: '已报到',
  coordinated: '已协调',
  solved: '已办结',
}

/** The day of each step of a problem. */
export const problemDayLabels: Readonly<Record<ProblemState, string>> = {
  raised: '提出日期',
  whistled: '吹哨日期',
  reported: '报到日期',
  coordinated: '协调日期',
  solved: '办结日期',
}

export const projectFieldLabels: Readonly<Record<keyof ProjectFields, string>> = {
  name: '项目名称',
  owner: '建设单位',
  content: '建设内容',
  industry: '所属行业',
  site: '建设地点',
  landArea: '用地面积（亩）',
  totalInvestment: '总投资（万元）',
  annualPlan: '年度计划投资（万元）',
  investedYtd: '本年累计完成投资（万元）',
  investedTotal: '开工以来累计完成投资（万元）',
  overrunReason: '超总投资的原因',
  plannedSign: '计划签约',
  plannedStart: '计划开工',
  plannedFinish: '计划竣工',
  plannedProduction: '计划投产',
  plannedFullCapacity: '计划达产',
  enterPoolOn: '入库时间',
  permitText: '手续办理情况',
  physicalProgress: '形象进度',
  problemText: '存在问题',
  coordinationText: '需协调事项及单位',
  leaderSponsor: '包保领导',
  steward: '服务专员',
  taskTeam: '工作专班',
  contact: '联系人',
  handler: '承办人',
  isInStatistics: '已入统',
  isProvincialKey: '市级重点项目',
  remark: '备注',
}

/** Words by which an assignment speaks of a group of projects; they meet text after NFKC without white space. */
export const targetScopePatterns = {
  aboveHundredMillion: /亿元?(?:及)?以上.*项目|项目.*亿元?(?:及)?以上/,
  from5000: /5000万元?(?:及)?以上.*项目|项目.*5000万元?(?:及)?以上/,
  from500: /500万?元?[-—~至到]5000万元?.*项目|项目.*500万?元?[-—~至到]5000万元?/,
} as const

export const targetMilestonePatterns = {
  started: /开工/,
  completed: /竣工/,
  signed: /签约/,
  reserve: /储备/,
  any: /项目/,
} as const

const checkSentences: Readonly<Record<ProjectRule, string>> = {
  overInvested: '累计完成投资{invested}万元，超过总投资{total}万元{reason}。',
  dayGap: '已过{stages}，但没有填日期。请补上。',
  daysBackwards: '{later}日期（{laterOn}）早于{earlier}日期（{earlierOn}）。请核对。',
  totalMissing: '还没有总投资，分不出档次。请补上。',
  startWithoutPermit: '已开工，但没有已核发的施工许可，也没有写明原因。请补上。',
}

function filled(sentence: string, params: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? '')
}

/** A doubt about a project as a sentence. */
export function projectCheckText({ rule, params, stages }: ProjectCheck): string {
  const labels = stages.map((stage) => projectStageLabels[stage])
  const reason =
    params['reason'] === undefined ? '' : params['reason'] === '' ? '，请写明原因' : `，原因：${params['reason']}`
  return filled(checkSentences[rule], {
    ...params,
    reason,
    stages: labels.join('、'),
    earlier: labels[0] ?? '',
    later: labels[1] ?? '',
  })
}

function amountText(amount: Fen | null): string {
  return amount === null ? '未填' : `${formatMoney(amount, 'tenThousand')}万元`
}

/** Unit: characters. */
const longestQuote = 30

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line
}

/** One difference between two 半月调度 sheets in words. */
export function dispatchChangeText(change: DispatchChange): string {
  switch (change.kind) {
    case 'entered':
      return '新入库'
    case 'left':
      return '已出库'
    case 'back':
      return '重新入库'
    case 'stage':
      return `阶段：${projectStageLabels[change.from]}→${projectStageLabels[change.to]}`
    case 'exit':
      return change.to === null ? '恢复推进' : projectExitLabels[change.to]
    case 'invested':
      return `本年完成投资：${amountText(change.from)}→${amountText(change.to)}`
    case 'progress':
      return change.to === '' ? '形象进度已清空' : `形象进度：${quoted(change.to)}`
    case 'problemsNew':
      return `新增问题：${change.texts.map(quoted).join('；')}`
    case 'problemsSolved':
      return `已解决：${change.texts.map(quoted).join('；')}`
    default:
      return assertNever(change)
  }
}

/** A filter of the project list in words, for the 说明 sheet of an export. */
export const projectFilterWords = {
  text: (text: string): string => `包含“${text}”`,
  stages: (labels: readonly string[]): string => `阶段：${labels.join('、')}`,
  bands: (labels: readonly string[]): string => `投资档次：${labels.join('、')}`,
  pool: { inPool: '在库', left: '已出库' },
  lights: (words: readonly string[]): string => `节点：${words.join('、')}`,
  lightWords: { normal: '正常', near: '临近', overdue: '逾期' },
} as const

/** Words of the ledger and of the 半月调度 sheet as files. */
export const projectReportTerms = {
  none: '未填',
  ledgerSubject: '项目台账',
  ledgerSheet: '项目台账',
  ledgerTitle: '{year}年重点项目台账',
  dispatchSubject: '项目半月调度表',
  dispatchSheet: '半月调度',
  dispatchTitle: '项目半月调度表（{on}）',
  dispatchSince: '与上次调度（{on}）相比',
  dispatchFirst: '首次调度，没有上次可比',
  comparedWith: '对比',
  amountLabel: '{label}（万元）',
  readings: [
    '投资档次：总投资不足500万元、500万元至不足5000万元、5000万元及以上；正好5000万元的计入“5000万元以上”。',
    '完成率=本年累计完成投资÷年度计划投资。',
    '空白表示没有填写。',
  ],
  columns: {
    project: '项目名称',
    stage: '阶段',
    pool: '库内',
    invested: '本年完成投资（万元）',
    progress: '形象进度',
    problems: '未解决问题',
    changes: '比上次的变化',
  },
  inPool: '在库',
  left: '已出库',
  leftShort: '出库',
  noChange: '无变化',
} as const

/** Words of 项目走访. */
export const visitWords = {
  visitedOn: '走访日期',
  visitors: '走访人员',
  topics: '走访内容',
  result: '走访结果',
} as const
