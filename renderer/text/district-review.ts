import type { CheckDecision } from '../../shared/district/record'

export const reviewText = {
  checksView: '待核问题',
  unitView: '逐家核定',
  viewLabel: '核验方式',
  sentence: (open: number, total: number): string =>
    open === 0
      ? total === 0
        ? '没有可疑项。'
        : `发现${total}项，已全部处理。`
      : `还有${open}项待处理，共发现${total}项。`,
  noChecks: '没有可疑项。',
  allDecided: '待核问题都已处理。可以锁定本期，再排名。',
  showDecided: '也显示已处理的',
  lock: '锁定本期',
  locked: (period: string): string => `${period}已锁定，可以排名和公布`,
  reopen: '解除锁定',
  reopened: (period: string): string => `${period}已解除锁定`,
  reopenReason: '解除锁定的原因',
  lockedOn: (on: string, by: string): string => `已锁定（${on} ${by}）`,
  reason: '理由',
  proposal: (text: string): string => `建议：${text}`,
  other: (unit: string, label: string): string => `另一家：${unit} ${label}`,
  openUnit: '查看上报',
  decided: (word: string, by: string, on: string, reason: string): string => `${word} · ${by} ${on} · ${reason}`,
  decisionDone: (unit: string, word: string): string => `${unit}：${word}`,
  change: '改判',
  adopt: '采用核定值',
  dismiss: '无问题',
  alsoAlike: (count: number): string => `这家同类的另外${count}项一并处理`,
} as const

/** What one enterprise in two units can be decided to. */
export const claimDecisions = ['first', 'second', 'shared', 'split'] as const satisfies readonly CheckDecision[]

export const unitReviewText = {
  chooseUnit: '单位',
  noReturn: '这家单位本期还没有上报。',
  noUnit: '选择一家单位，逐行核定。',
  list: '上报各行与核定',
  head: (edition: number, receivedOn: string): string => `第${edition}版，${receivedOn}收到`,
  total: (own: string, district: string): string => `自报得分 ${own}　按核定 ${district}`,
  editions: '历次上报',
  editionLine: (edition: number, receivedOn: string, fileName: string, returned: string): string =>
    `第${edition}版 ${receivedOn} ${fileName}${returned === '' ? '' : `（已退回：${returned}）`}`,
  setReturned: '退回重报',
  returnReason: '退回的原因',
  returned: (unit: string): string => `已退回${unit}的上报`,
  setReviewed: '核验完毕',
  reviewed: (unit: string): string => `${unit}核验完毕`,
  unsetReviewed: '取消核验完毕',
  columns: {
    chapter: '工作线',
    label: '事项',
    target: '目标',
    current: '本期',
    reported: '自报',
    approved: '核定',
    verdict: '判定',
    evidence: '佐证',
    before: '上期核定',
    status: '状态',
  },
  withUnit: (value: string, unit: string): string => `${value}${unit}`,
  outdated: '核定后又改动',
  undecided: '未核定',
  evidence: (count: number): string => `${count}份`,
  onlyFigures: '只看指标',
  linesOf: (shown: number, all: number): string => (shown === all ? `共${all}行` : `显示${shown}行，共${all}行`),
} as const

export const verdictText = {
  title: '核定',
  verdict: '判定',
  approved: (unit: string): string => (unit === '' ? '核定数' : `核定数（${unit}）`),
  approvedClass: '核定项目类别',
  reason: '理由',
  reasonHint: '调整和退回必须写明理由，会写进回执。',
  save: '保存核定',
  saved: '已保存核定',
  drop: '取消核定',
  dropped: '已取消核定，按自报计',
  facts: '上报内容',
  formula: '计算说明',
  enterprise: '企业',
  happenedOn: '日期',
  parts: (count: number): string => `由${count}行明细合计`,
  checks: '核验发现',
  decidedBy: (by: string, on: string): string => `${by} ${on}核定`,
} as const

export const figuresText = {
  title: '区里评定的分值',
  hint: '如“配合”由区级评定，登记后计入得分。',
  value: '分值',
  docRef: '依据（文号或会议）',
  givenOn: '评定日期',
  max: (max: string): string => `满分${max}`,
  given: (value: string, docRef: string): string => `${value}分（${docRef}）`,
  notGiven: '还没有评定',
  give: '登记',
  save: '保存',
  saved: '已登记分值',
  none: '考核办法里没有由区级评定的分值。',
} as const

export const vetoText = {
  title: '一票否决、不得评先',
  none: '没有登记。',
  add: '登记',
  veto: '条款',
  happenedOn: '发生日期',
  reason: '事由',
  docRef: '依据文号',
  saved: '已登记',
  remove: '取消',
  removed: '已取消登记',
  line: (on: string, clause: string, reason: string): string => `${on} ${clause}：${reason}`,
} as const
