import type { z } from 'zod'
import type { reviewLineSchema } from '../district/contract'
import type { CheckCode, CheckDecision, CheckResult } from '../district/record'
import type { LineKind, VerdictKind } from '../exchange/lines'

/** 计量单位 of things that are counted. */
export const countUnits: ReadonlySet<string> = new Set([
  '个',
  '篇',
  '家',
  '户',
  '项',
  '次',
  '件',
  '人',
  '人次',
  '场',
  '条',
  '份',
  '笔',
])

/** The least growth of a period that is asked about, divided by the growth factor; by the unit that amounts are written in. */
export const moneyFloors: Readonly<Record<string, string>> = { 元: '1000000', 万元: '100', 亿元: '0.01' }

export const checkCodeLabels: Readonly<Record<CheckCode, string>> = {
  arithmetic: '数字勾稽',
  jump: '与上期比较',
  evidenceMissing: '佐证缺失',
  sameEnterprise: '同一企业',
  outOfRange: '超出范围',
  scoreDiffers: '得分不符',
  ruleDiffers: '规则不符',
}

export const checkDecisionLabels: Readonly<Record<CheckDecision, string>> = {
  adopted: '采用建议',
  dismissed: '无问题',
  first: '归先报',
  second: '归后报',
  shared: '双方都计',
  split: '双方平分',
}

export const verdictLabels: Readonly<Record<VerdictKind, string>> = {
  accepted: '认可',
  adjusted: '调整',
  returned: '退回',
}

export const districtReviewTerms = {
  followsParts: '随所含明细的核定相应调整',
  onlyClaims: '归先报、归后报、共享和平分只用于同一企业两家单位申报',
  noProposal: '这一项没有可采用的建议，请直接选择处理办法',
  nothingFound: '没有可疑项。',
  decided: '已处理。',
  figureGiven: '已登记区里评定的分值。',
  reviewed: (count: number) => `已核验完毕${count}家。`,
  locked: (period: string) => `${period}已锁定。`,
  reopened: (period: string) => `${period}已解除锁定。`,
  checkRow: ({ key, code, unit, label, text, proposal, decision }: CheckResult) =>
    [
      key,
      checkCodeLabels[code],
      unit,
      label,
      text,
      proposal,
      decision ? checkDecisionLabels[decision.decision] : '待处理',
    ].join('\t'),
  unitRow: (row: UnitRow) =>
    [
      row.unit,
      row.edition === null ? '未报' : `v${row.edition}`,
      `${row.lines}行`,
      `待处理${row.openChecks}`,
      `退回${row.returned}`,
      `调整${row.adjusted}`,
    ].join('\t'),
  reviewRows: ({ lines }: { readonly lines: readonly ReviewLine[] }) =>
    lines
      .map(({ line, verdict, checks }) =>
        [
          line.key,
          line.label,
          `自报${line.cumulative ?? '—'}${line.unit}`,
          verdict ? `${verdictLabels[verdict.verdict]}${verdict.isOutdated ? '（已变动，待重核）' : ''}` : '',
          verdict?.approved ?? '',
          verdict?.reason ?? '',
          checks.join(''),
        ].join('\t'),
      )
      .join('\n'),
} as const

interface UnitRow {
  readonly unit: string
  readonly edition: number | null
  readonly lines: number
  readonly openChecks: number
  readonly returned: number
  readonly adjusted: number
}

type ReviewLine = z.output<typeof reviewLineSchema>

/** What the arithmetic checks say: the numbers first, then what they should be. */
export const arithmeticTexts = {
  parts: (stated: string, unit: string, count: number, right: string) =>
    `累计完成${stated}${unit}，所列${count}条明细合计${right}${unit}，两者不符。`,
  first: (stated: string, unit: string, now: string, current: string) =>
    `累计完成${stated}${unit}，${now}完成${current}${unit}；年初第一期两数应当相等。`,
  carried: (
    stated: string,
    unit: string,
    sum: { readonly last: string; readonly current: string; readonly right: string; readonly now: string },
  ) =>
    `累计完成${stated}${unit}，但上期核定累计${sum.last}${unit}加${sum.now}${sum.current}${unit}应为${sum.right}${unit}。`,
  rate: (printed: string, fraction: string, right: string) => `完成率填${printed}，按${fraction}计算应为${right}。`,
  whole: (stated: string, unit: string, whole: string, limit: string) =>
    `累计完成${stated}${unit}，超过“${whole}”的${limit}${unit}，部分不应大于总数。`,
  approved: (approved: string, unit: string, right: string) =>
    `核定数${approved}${unit}与仍计入的明细合计${right}${unit}不符。`,
  proposal: (approved: string, unit: string) => `累计核定为${approved}${unit}，完成率相应重算`,
} as const

export const jumpTexts = {
  fall: (now: string, last: string, unit: string, period: string) =>
    `累计完成${now}${unit}，比${period}核定的${last}${unit}还少；年内累计不应减少。`,
  fallProposal: (approved: string, unit: string) => `累计核定为${approved}${unit}`,
  leap: (by: {
    readonly now: string
    readonly unit: string
    readonly growth: string
    readonly last: string
    readonly cumulative: string
    readonly mean: string
    readonly factor: string
    readonly floor: string
    readonly limit: string
  }) =>
    `${by.now}增加${by.growth}${by.unit}（${by.last}→${by.cumulative}），年内前期平均每期${by.mean}${by.unit}；` +
    `超过平均数（不足${by.floor}${by.unit}的按${by.floor}${by.unit}）的${by.factor}倍，即${by.limit}${by.unit}。`,
  leapProposal: '退回核实，核实前不计',
} as const

export const rangeTexts = {
  negative: (number: string, unit: string) => `累计完成${number}${unit}，个数不能是负数。`,
  rate: (
    by: { readonly cumulative: string; readonly target: string; readonly rate: string },
    unit: string,
    highest: number,
  ) =>
    `累计完成${by.cumulative}${unit}，目标${by.target}${unit}，完成率${by.rate}%，超过${highest}%，请核对计量单位和目标数。`,
  date: (day: string, year: number) => `日期${day}不在${year}年内。`,
  component: (name: string, own: string, max: string) => `自报“${name}”${own}分，超过满分${max}分。`,
  returnProposal: '退回更正，更正前不计',
  districtScore: '以区级计算的得分为准',
} as const

export const scoreTexts = {
  ruleLabel: '考核规则',
  rule: (own: string, name: string, wanted: string) => `本包用“${own}”规则计算得分，区里要求用“${name}（${wanted}）”。`,
  scoreLabel: '自报得分',
  score: (own: string, right: string, parts: readonly string[]) =>
    `自报得分（不含区里评定的部分）${own}分，区级按同一规则和所报明细计算为${right}分：${parts.join('；')}。`,
  part: (name: string, own: string, right: string) => `${name}自报${own}分，计算${right}分`,
  proposal: '以区级计算的得分为准',
} as const

const evidenceKinds: Partial<Record<LineKind, string>> = {
  lead: '已备案的线索',
  brief: '已报送的信息',
  project: '已竣工的项目',
  entry: '已入库的收入',
}

export const evidenceTexts = {
  missing: (kind: LineKind, day: string | null) =>
    `${evidenceKinds[kind] ?? '计分的事项'}${day === null ? '' : `（${day}）`}没有佐证材料（0份）。`,
  proposal: '退回补充佐证材料，补齐前不计',
} as const

interface ClaimSides {
  readonly enterprise: string
  readonly first: { readonly unit: string; readonly day: string | null }
  readonly second: { readonly unit: string; readonly day: string | null }
}

function filedText({ unit, day }: ClaimSides['first']): string {
  return `${unit}（${day ?? '没有日期'}）`
}

export const claimTexts = {
  same: (sides: ClaimSides) => {
    const { enterprise, first, second } = sides
    const tail = first.day === second.day ? '；日期相同，分不出先后，请商定' : ''
    return `“${enterprise}”由两家单位申报：${filedText(first)}、${filedText(second)}${tail}。`
  },
  firstStands: ({ first, second }: ClaimSides) => `先报有效：归${first.unit}，${second.unit}的一条不计`,
  /** What a decision means, after the sentence about the claim. */
  decided: {
    first: (first: string, second: string) => `核定归${first}，${second}的一条不计。`,
    second: (first: string, second: string) => `核定归${second}，${first}的一条不计。`,
    shared: (first: string, second: string) => `核定由${first}、${second}共同引进，双方都计。`,
    split: (first: string, second: string) => `核定由${first}、${second}共同引进，双方平分计入。`,
  },
} as const
