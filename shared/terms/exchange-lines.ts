import type { lineChapters, LineKind } from '../exchange/lines'

/** Words of reported lines. */
export const exchangeLineTerms = {
  accepted: '已采用',
  notAccepted: '未采用',
  attended: '已参加',
  notAttended: '未参加',
  solved: '已解决',
  notSolved: '未解决',
  answered: '已答复或办结',
  notAnswered: '未答复',
  notSubmitted: '未报送',
  tenThousand: '万元',
  percent: '%',
  /** How an assigned figure came about. */
  assignedFormula: '任务分解表“{code}”的本年累计完成数，由台账记录算出。',
  assignedByHand: '任务分解表“{code}”的本年累计完成数，由本单位填写。',
} as const

/** 「开工项目（个）」: the name of a number with its unit behind it. */
export const namedUnit = /^(?<name>.*)（(?<unit>[^（）]{1,10})）$/u

/** What the lines of a kind are called. */
export const lineKindLabels: Readonly<Record<LineKind, string>> = {
  figure: '统计数',
  lead: '项目信息',
  brief: '工作信息',
  training: '培训',
  project: '项目',
  task: '报送事项',
  policy: '惠企政策',
  visit: '走访',
  demand: '企业诉求',
  entry: '收入',
  tip: '信息传递',
  finding: '整改问题',
}

export const chapterLabels: Readonly<Record<(typeof lineChapters)[number], string>> = {
  investment: '抓招商',
  projects: '抓项目',
  environment: '抓营商环境',
  revenue: '抓收入',
  rectification: '整改',
}
