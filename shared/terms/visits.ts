import type { DemandFields, Satisfaction, VisitFields, VisitMode } from '../environment/record'

/** 走访方式. Source: domain §2 Visit. */
export const visitModeLabels: Readonly<Record<VisitMode, string>> = { onsite: '实地', phone: '电话', online: '线上' }

export const satisfactionLabels: Readonly<Record<Satisfaction, string>> = {
  satisfied: '满意',
  fair: '基本满意',
  dissatisfied: '不满意',
}

export const visitTerms: Readonly<
  Record<Exclude<keyof VisitFields, 'enterpriseId' | 'personId'> | 'enterprise' | 'person' | 'rank' | 'street', string>
> = {
  enterprise: '企业名称',
  street: '所属街道',
  person: '包联干部',
  rank: '职务级别',
  visitedOn: '走访日期',
  mode: '走访方式',
  visitors: '同行人员',
  topics: '走访内容',
}

export const demandTerms: Readonly<Record<Exclude<keyof DemandFields, 'enterpriseId' | 'visitId'>, string>> = {
  text: '企业诉求',
  raisedOn: '提出日期',
  transferredOn: '转办日期',
  transferredTo: '转办单位',
  repliedOn: '答复日期',
  handling: '办理情况',
  isSolved: '是否解决',
  solvedOn: '解决日期',
  satisfaction: '满意度',
  handler: '承办人',
}

/** What each rate divides by what. */
export const rateDefinitions = {
  resolution: '解决率：已解决的诉求 ÷ 全部诉求。',
  transferOnTime: '按时转办率：按时转办的 ÷ 已转办和逾期未转办的；没有转办日期就已办结的不计。',
  replyOnTime: '按时答复率：按时答复的 ÷ 已答复和逾期未答复的；没有答复日期就已办结的不计。',
  satisfaction: '满意率：满意和基本满意的 ÷ 已评价的。',
} as const

export const yesNoText = { yes: '是', no: '否' } as const

const listSign = '、'

/** `包联企业07有限公司（包联干部07）`; an enterprise without an official says so. */
export function missingEnterpriseText(name: string, officials: readonly string[]): string {
  return `${name}（${officials.length === 0 ? '未明确包联干部' : officials.join(listSign)}）`
}

/** 「17/18家已走访，还差：…」, the line over the matrix. */
export function coverageText(
  visited: number,
  enterprises: number,
  missing: readonly { readonly name: string; readonly officials: readonly string[] }[],
): string {
  if (enterprises === 0) return '还没有包联企业。'
  if (missing.length === 0) return `${visited}/${enterprises}家已走访，全部走到。`
  const names = missing.map(({ name, officials }) => missingEnterpriseText(name, officials)).join(listSign)
  return `${visited}/${enterprises}家已走访，还差：${names}`
}

/** `2022年6月` for `2022-06`, `2022年三季度` for `2022Q3`. */
export function periodLabel(period: string): string {
  const quarter = /^(\d{4})Q([1-4])$/.exec(period)
  if (quarter) return `${quarter[1] ?? ''}年${'一二三四'.charAt(Number(quarter[2]) - 1)}季度`
  return `${Number(period.slice(0, 4))}年${Number(period.slice(5, 7))}月`
}

export interface ReminderFacts {
  readonly period: string
  /** The day until which it was counted, in words. */
  readonly asOf: string
  readonly lastDay: string
  readonly enterprises: number
  readonly visited: number
  /** Who has still to visit whom. */
  readonly owed: readonly { readonly official: string; readonly names: readonly string[] }[]
  readonly missing: number
}

/** 催一下: one text for OA that names who has still to visit whom. */
export function reminderText(facts: ReminderFacts): string {
  const { enterprises, visited, missing, owed } = facts
  if (enterprises === 0) return ''
  const head = `【双万双服走访提醒】${facts.period}，截至${facts.asOf}，${enterprises}家包联企业已走访${visited}家`
  if (missing === 0) return `${head}，全部走到。`
  const lines = owed.map(
    ({ official, names }) => `${official === '' ? '未明确包联干部' : official}：${names.join(listSign)}`,
  )
  return [
    `${head}，还差${missing}家。`,
    ...lines,
    `请于${facts.lastDay}前完成走访，并报走访日期、走访方式和企业诉求。`,
  ].join('\n')
}

export interface SummaryFacts {
  readonly period: string
  readonly officials: number
  /** Officials by rank, ranks that are known only. */
  readonly ranks: readonly { readonly rank: string; readonly count: number }[]
  readonly streets: readonly string[]
  readonly enterprises: number
  readonly visited: number
  readonly visits: number
  readonly modes: readonly { readonly mode: VisitMode | null; readonly count: number }[]
  readonly coverageRate: string | null
  readonly demands: number
  readonly solved: number
  readonly resolutionRate: string | null
  readonly missing: readonly { readonly name: string; readonly officials: readonly string[] }[]
}

/** 生成走访情况: the sentences of a period for OA and the 小结. */
export function visitSummaryText(facts: SummaryFacts): string {
  const { officials, ranks, streets, enterprises, visited, visits, modes, demands, solved } = facts
  if (enterprises === 0) return ''
  const ofRank = ranks.map(({ rank, count }) => `${rank}${count}名`).join(listSign)
  const who = `${officials}名包联干部${ofRank === '' ? '' : `（${ofRank}）`}`
  const whom = `包联${streets.length === 1 ? (streets[0] ?? '') : ''}${enterprises}家企业`
  const how = modes
    .map(({ mode, count }) => `${mode === null ? '未注明方式' : visitModeLabels[mode]}${count}次`)
    .join(listSign)
  const rate = facts.coverageRate === null ? '' : `，覆盖率${facts.coverageRate}`
  const sentences = [
    `${facts.period}，${who}${whom}，共走访${visits}次${visits === 0 ? '' : `（${how}）`}，走访企业${visited}/${enterprises}家${rate}。`,
    demands === 0
      ? '未收到企业诉求。'
      : `收到企业诉求${demands}件，已解决${solved}件${facts.resolutionRate === null ? '' : `，解决率${solved}/${demands}（${facts.resolutionRate}）`}。`,
  ]
  if (facts.missing.length > 0) {
    const names = facts.missing.map(({ name, officials: of }) => missingEnterpriseText(name, of)).join(listSign)
    sentences.push(`尚未走访：${names}。`)
  }
  return sentences.join('')
}

/** The ledgers of visits and of linked enterprises as workbooks. */
export const visitLedgerTerms = {
  subject: '走访台账',
  visitSheet: '走访记录',
  visitTitle: '双万双服走访记录',
  enterpriseSheet: '包联企业',
  enterpriseTitle: '包联企业名单',
  serialNo: '序号',
  readings: [
    '一行一件诉求；一次走访有几件诉求的，走访栏目相同；没有诉求的走访也是一行。可原样导回，导回后为“不变”。',
    '包联企业：一行一家；几名干部包联一家的，姓名用顿号隔开。信用代码为文本，不要改成数值。',
  ],
} as const

/** A filter of the visits in words, for the 说明 sheet of an export. */
export const visitFilterWords = {
  text: (text: string) => `包含“${text}”`,
  span: (from: string, to: string) => `走访日期：${from}至${to}`,
  enterprise: (name: string) => `企业：${name}`,
  person: (name: string) => `包联干部：${name}`,
  modes: (labels: readonly string[]) => `走访方式：${labels.join(listSign)}`,
  start: '最早',
  end: '最晚',
} as const
