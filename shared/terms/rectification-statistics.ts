import type { StatisticsGroup } from '../rectification/statistics-contract'

/** What was counted in the numerator: the verb of the documents. Source: domain §7 G09–G12. */
export const doneVerbs = {
  done: '已整改',
  promoted: '已推动整改',
  mixed: '已整改、已推动整改合计',
} as const

interface Figures {
  readonly done: number
  readonly denominator: number
  readonly rate: string
  readonly verb: keyof typeof doneVerbs
}

/** `95÷105×100＝90.5%（已整改÷应整改）`; `—` where nothing is to be rectified. */
export function formulaText({ done, denominator, rate, verb }: Figures): string {
  return denominator === 0 ? '—' : `${done}÷${denominator}×100＝${rate}（${doneVerbs[verb]}÷应整改）`
}

/** The unit in which amounts of money are shown. */
export const moneyUnitWord = '万元'
/** Stands for a value that nobody entered. */
export const notEntered = '未填写'
export const yearNotEntered = '年度未填写'
export const totalLabel = '合计'
export const noAmountClass = '未分类'

export const statisticsWarnings = {
  mixed: (label: string, done: number, promoted: number, fraction: string, rate: string): string =>
    `“${label}”把“已整改”${done}项和“已推动整改”${promoted}项加在了一起（${fraction}＝${rate}）。两个说法口径不同，请分开引用。`,
  referred: (count: number): string => `已移送${count}项按来源的计算规则不计入应整改总数。`,
  notCounted: (count: number): string => `${count}项的状态按来源的状态词不计入应整改总数。`,
  noDoneDay: (count: number): string => `${count}项已整改但没有完成日期，没有列入余额曲线。`,
  noFeedback: (count: number): string => `${count}项所属来源没有反馈日期，没有列入余额曲线和账龄。`,
  noRequired: (treatment: string, unit: string, count: number): string =>
    `“${treatment}${unit === '' ? '' : `（${unit}）`}”有${count}条没有填写应整改数，没有计入完成率。`,
} as const

/** Days since the feedback. */
export function ageingLabel(from: number, to: number | null): string {
  return to === null ? `${from - 1}天以上` : `${from}—${to}天`
}

/** Nothing but one year or a span of years, in the ways in which offices write them. */
export const yearsPattern = /^(\d{4})\s*(?:[-－–—―~～至]+\s*(\d{4}))?\s*年?度?$/u

/** `市审计局 2017—2020`. */
export function sourceYearLabel(source: string, years: string): string {
  return `${source} ${years === '' ? yearNotEntered : years}`
}

/** Programmes of the same title are told apart. */
export function titleBesideSource(title: string, about: string): string {
  return `${title}（${about}）`
}

const columns = [
  '总数',
  '已整改',
  '已推动整改',
  '基本完成',
  '阶段性完成',
  '整改中',
  '长期整改',
  '未整改',
  '未完成合计',
] as const

function lineOf(group: StatisticsGroup): string {
  const { total, done, promoted, basicallyDone, phasedDone, inProgress, longTerm, notDone, open } = group
  const counts = [total, done, promoted, basicallyDone, phasedDone, inProgress, longTerm, notDone, open]
  return [group.label, ...counts, group.rate, group.fraction, group.formula].join('\t')
}

interface Printed {
  readonly asOf: string
  readonly groups: readonly StatisticsGroup[]
  readonly total: StatisticsGroup
  readonly structure: {
    readonly aspects: number
    readonly keyIssues: number
    readonly findings: number
    readonly manifestations: number
    readonly measures: number
  }
  readonly due: { readonly rate: string; readonly fraction: string }
}

/** The table that the command line prints. */
export function statisticsText({ asOf, groups, total, structure, due }: Printed, byLabel: string): string {
  const { aspects, keyIssues, findings, manifestations, measures } = structure
  return [
    `整改统计（按${byLabel}），截至${asOf}`,
    [byLabel, ...columns, '完成率', '分数', '算式'].join('\t'),
    ...[...groups, total].map(lineOf),
    `方面${aspects}个，重点问题${keyIssues}个，问题${findings}个，问题表现${manifestations}个，整改措施${measures}条`,
    `已到整改时限的完成率${due.rate}（${due.fraction}），全部问题的完成率${total.rate}（${total.fraction}）`,
  ].join('\n')
}
