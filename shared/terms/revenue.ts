import type { RevenueFields, RevenueSource, RevenueStatus, RevenueTip } from '../revenue/record'
import { formatChineseDate } from './dates'
import { term, type Term } from './term'

const clause = '实施方案 三（三）'
const focusClause = `${clause}2 紧盯审计整改`
const tipClause = `${clause}3 涉收入事项信息传递`

/** Fields of an entry, used by forms, tables, file headers, previews and messages alike. */
export const revenueTerms: Readonly<Record<keyof RevenueFields | 'bookedOn' | 'confirmedOn' | 'reversedOn', Term>> = {
  item: term('收入事项', '这笔收入或线索是什么。'),
  source: term('来源类别', '八个重点方面之一，或其他。', focusClause),
  payer: term('缴款单位', '应当缴款或已经缴款的单位。'),
  occurredOn: term('发生日期', '发现或形成的日期。'),
  gross: term('收入金额', '缴入的全部金额；冲减更正时两个金额同为负数。', '', '万元'),
  retainedRate: term('留成比例', '区里留成占收入金额的比例。', '', '%'),
  districtRetained: term('区留成', '目标只认已入库的区留成。', `${clause} 组织收入5万元（区留成）`, '万元'),
  voucherNo: term('凭证号', '缴库凭证的编号；一个编号只登记一次。'),
  findingText: term('关联审计问题', '这笔收入由哪个审计问题而来。', focusClause),
  findingId: term('整改问题', '整改台账里的问题。'),
  handler: term('承办人', '手头跟进这件事的人。'),
  remark: term('备注', ''),
  confirmedOn: term('确认日期', '应缴事项得到确认的日期。'),
  bookedOn: term('入库日期', '钱进国库的日期；从这一天起计入目标。'),
  reversedOn: term('冲回日期', '冲回的日期；从这一天起不再计入。'),
}

/** Fields named in one sentence. */
export function fieldList(labels: readonly string[]): string {
  return labels.join('、')
}

/** The eight focus areas of audit, each with what it means. Source: 实施方案 三（三）2. */
export const revenueSourceTerms: Readonly<Record<RevenueSource, Term>> = {
  lowExecution: term('预算执行率不足30%', '预算项目支出执行率不足30%的，资金可以收回统筹。', focusClause),
  surplusUnpaid: term('结余资金未上缴', '应当上缴而没有上缴的结余资金。', focusClause),
  staleAccounts: term('往来款长期挂账', '长期挂账、没有清理的往来款。', focusClause),
  idleAssets: term('国有资产（资源）闲置', '可以盘活处置的闲置国有资产、资源。', focusClause),
  nonTaxUnpaid: term('非税收入未缴国库', '已收取而没有缴入国库的非税收入。', focusClause),
  taxUnpaid: term('应缴税收未缴', '应当缴纳而没有缴纳的税收。', focusClause),
  waste: term('过紧日子不到位造成浪费', '落实过紧日子要求不到位造成的损失浪费。', focusClause),
  landUnused: term('已供未建土地项目未实施或缓慢', '已经供地而没有建设或进展缓慢的项目。', focusClause),
  other: term('其他', '八个重点方面以外的收入。'),
}

export function revenueSourceLabel(source: RevenueSource): string {
  return revenueSourceTerms[source].label
}

export const revenueStatusTerms: Readonly<Record<RevenueStatus, Term>> = {
  clue: term('线索', '发现了可能的收入，还没有确认。'),
  confirmed: term('已确认', '缴款单位或主管部门确认应缴，还没有入库。'),
  booked: term('已入库', '钱已进国库，区留成计入目标。', `${clause} 组织收入5万元（区留成）`),
  reversed: term('已冲回', '入库后又退回；从冲回之日起不再计入，入库的记录保留。'),
  dropped: term('已放弃', '经核实不再跟进；原因保留，不再提出。'),
}

export function revenueStatusLabel(status: RevenueStatus): string {
  return revenueStatusTerms[status].label
}

/** Words for a tip. */
export const tipTerms = {
  direction: term('方向', '传出，或收到的推送。', tipClause),
  counterpart: term('对方单位', '传给谁，或谁推送来的。', tipClause),
  content: term('内容', '涉及收入的事项。', tipClause),
  sentOn: term('日期', '传出或收到的日期。', tipClause),
  answerDueOn: term('应答复日期', '没有另外约定时，按设置的工作日推算。'),
  handledOn: term('答复日期', '对方答复（或本单位办结）的日期。'),
  result: term('处理结果', '', tipClause),
  receiptNo: term('回执号', '对方回执或复函的编号。'),
  entryId: term('关联事项', '说的是哪条线索，或由它形成的收入。'),
  handler: term('经办人', ''),
} as const

export const tipDirectionLabels: Readonly<Record<RevenueTip['direction'], string>> = { out: '传出', in: '收到' }

/** Where the target of a year comes from. */
export const targetSourceText = {
  assignment: (code: string, indicator: string) => `任务分解表 ${code} ${indicator}`.trim(),
  scheme: (name: string, text: string) => `${name}：${text}`,
  none: '区里还没有下达本年的收入目标',
} as const

/** Why an entry does not count today. */
export const whyNotText = {
  clue: '还是线索，没有入库',
  confirmed: '已确认，还没有入库',
  dropped: '已放弃',
  noAmount: '没有区留成金额',
  noDay: '没有入库日期',
  later: (day: string) => `${day}才入库，截至今天还不计`,
  reversed: (day: string) => `${day}起冲回，之后不计`,
  reversedNoDay: '已冲回（没有写冲回日期，按从未计入处理）',
  otherYear: (year: number) => `计入${year}年，不计入本年`,
} as const

/** Remarks of the rules on an entry. */
export const revenueCheckText = {
  rateMismatch: (gross: string, rate: string, computed: string, given: string) =>
    `收入金额${gross}万元按${rate}%留成应为${computed}万元，填的是${given}万元。请核对比例或区留成。`,
  sameFinding: (other: string, amount: string) =>
    `与“${other}”关联同一个审计问题，金额也都是${amount}万元，可能是同一笔钱。请核对，同一笔只登记一次。`,
  noVoucher: '已入库，但没有填凭证号。补上后才能防止同一笔钱重复登记。',
  noSource: '还没有选来源类别。',
  reversedNoDay: '已冲回，但没有冲回日期。请补上，之前的季度才能按当时的数计入。',
  amountMissing: '还没有填收入金额和区留成，入库时要填。',
} as const

/** Words for the clue rule on a pasted budget table. */
export const clueText = {
  unitLabels: { yuan: '元', tenThousand: '万元', hundredMillion: '亿元' },
  remark: (rate: string, budget: string, spent: string) => `预算执行率${rate}（预算${budget}万元，支出${spent}万元）。`,
  noBudget: (name: string) => `“${name}”没有填预算数，算不出执行率，没有提出。`,
  zeroBudget: (name: string) => `“${name}”的预算数是0，没有执行率，没有提出。`,
  negative: (name: string) => `“${name}”的预算数或支出数是负数，没有提出，请核对。`,
  noSpent: (name: string) => `“${name}”没有填支出数，没有提出；确实没有支出的，请填0。`,
  notNumber: (name: string, text: string) => `“${name}”的“${text}”不是确切的数，没有提出，请改正后再粘贴。`,
  tooLong: (name: string) => `“${name}”的名称超过500个字，没有提出，请缩短。`,
  noName: '这一行没有项目名称，也没有单位，没有提出。',
  known: (name: string, status: string) => `“${name}”已经登记过（${status}），没有重复提出。`,
  knownDropped: (name: string, reason: string) => `“${name}”以前放弃过：${reason}，不再提出。`,
  neededColumns: '项目（或单位）、预算、支出',
} as const

export const budgetHeaders = {
  item: ['项目名称', '预算项目', '支出项目', '项目', '预算项目名称', '二级项目', '项目支出名称', '资金名称'],
  unit: ['单位', '单位名称', '预算单位', '部门', '部门名称', '预算部门', '主管部门', '责任单位', '实施单位'],
  budget: [
    '预算数',
    '预算',
    '预算金额',
    '全年预算数',
    '调整预算数',
    '年初预算数',
    '年初预算',
    '预算安排',
    '批复金额',
    '指标金额',
    '指标数',
  ],
  spent: [
    '支出数',
    '支出',
    '执行数',
    '全年执行数',
    '支出金额',
    '累计支出',
    '实际支出',
    '已支出',
    '支付数',
    '支付金额',
    '执行金额',
    '累计执行数',
  ],
} as const

/** The text of a tip for OA and for the printed slip. */
export const tipLetterText = {
  title: '涉收入事项信息传递单',
  greeting: (counterpart: string) => `${counterpart}：`,
  about: (item: string, payer: string) =>
    `现将涉及收入的事项“${item}”${payer === '' ? '' : `（${payer}）`}传递贵单位：`,
  plain: '现将涉及收入的事项传递贵单位：',
  answer: (day: string) => `请于${day}前反馈处理结果。`,
  answerOpen: '请及时反馈处理结果。',
  receiptTitle: '回执',
  receipt: (bureau: string) => `${bureau}：上述事项已收悉，处理结果如下：`,
  signed: (bureau: string, day: string) => `${bureau}\n${day}`,
} as const

/** The letter that goes out with a tip. */
export function tipLetter(
  tip: Pick<RevenueTip, 'counterpart' | 'content' | 'sentOn' | 'answerDueOn'>,
  bureau: string,
  about: { readonly item: string; readonly payer: string } | null,
): string {
  return [
    tipLetterText.greeting(tip.counterpart),
    about ? tipLetterText.about(about.item, about.payer) : tipLetterText.plain,
    tip.content,
    tip.answerDueOn ? tipLetterText.answer(formatChineseDate(tip.answerDueOn)) : tipLetterText.answerOpen,
    tipLetterText.signed(bureau, formatChineseDate(tip.sentOn)),
  ].join('\n')
}

/** Pieces of 月度进展. */
export const monthTextWords = {
  noNew: (month: string) => `${month}，没有新入库的收入。`,
  booked: (month: string) => `${month}，新入库收入`,
  pieces: '笔',
  gross: '，收入金额',
  retained: '万元，其中区留成',
  tenThousand: '万元',
  items: (items: readonly string[]) => `（${items.join('、')}）`,
  end: '。',
  reversed: '本月冲回',
  reversedAmount: '笔，区留成',
  total: (months: string) => `${months}累计入库区留成`,
  ofTarget: (target: string) => `万元，全年目标${target}万元，完成`,
  gap: '，还差',
  reached: '，已完成全年目标。',
  noTarget: '万元（区里还没有下达目标）。',
  clues: '在手线索',
  confirmed: '条，已确认待入库',
  tips: '条。本月传递涉收入事项信息',
  answered: '条，收到答复',
  unanswered: '条，到期未答复',
  closing: '条。',
  firstMonth: (year: number) => `${year}年1月`,
  monthName: (year: number, month: number) => `${year}年${month}月`,
  months: (month: number) => (month === 1 ? '1月' : `1—${month}月`),
} as const

/** Words of the ledger export. */
export const revenueLedgerText = {
  subject: '收入台账',
  sheetName: '收入台账',
  title: (year: number) => `${year}年全员抓收入台账`,
  serialNo: '序号',
  cumulative: '累计区留成（万元）',
  rate: '完成率(%)',
  readings: [
    '一行一条收入事项；列名、次序与区级台账一致，后面加状态、冲回日期和原因，可原样导回，导回后为“不变”。',
    '累计区留成：本次导出的各行按入库日期先后累计，只计截至当天有效的入库区留成；线索、已确认、已冲回和已放弃不计。',
    '凭证号为文本，不要改成数值；一个凭证号只登记一次。',
  ],
} as const

export const revenueFilterWords = {
  text: (text: string) => `包含“${text}”`,
  statuses: (labels: readonly string[]) => `状态：${labels.join('、')}`,
  sources: (labels: readonly string[]) => `来源类别：${labels.join('、')}`,
  year: (year: number) => `入库年度：${year}年（含未入库）`,
  month: (month: string) => `入库或冲回月份：${month}`,
} as const
