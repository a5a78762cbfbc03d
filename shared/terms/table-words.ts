/**
 * Words by which the table engine reads spreadsheets. All patterns meet text after NFKC without white space,
 * so brackets are `()` and colons `:`.
 */

/** A unit line above the header, e.g. `单位:个、篇、万元`. */
export const unitLinePattern = /^[([]?(?:计量|金额|数据)?单位:(.+?)[)\]]?$/
export const unitListSeparator = /[、,，;；/]/

/** Measures of countable things; in brackets of a header they are a unit, not a name. */
export const countUnits = [
  '个',
  '篇',
  '次',
  '家',
  '户',
  '人',
  '名',
  '件',
  '项',
  '份',
  '条',
  '分',
  '期',
  '场',
  '处',
  '宗',
  '套',
  '台',
  '亩',
  '平方米',
  '公里',
  '人次',
  '户次',
  '批',
  '批次',
  '字',
  '天',
  '日',
  '工作日',
  '月',
  '年',
  '季',
  '轮',
  '部',
  '册',
  '只',
  '辆',
] as const

export const percentUnits = ['%', '百分比', '百分点'] as const

/** Money units by every spelling that tables use. */
export const moneyUnitWords: Readonly<Record<string, 'yuan' | 'tenThousand' | 'hundredMillion'>> = {
  元: 'yuan',
  人民币元: 'yuan',
  人民币: 'yuan',
  圆: 'yuan',
  万: 'tenThousand',
  万元: 'tenThousand',
  万元人民币: 'tenThousand',
  人民币万元: 'tenThousand',
  亿: 'hundredMillion',
  亿元: 'hundredMillion',
  亿元人民币: 'hundredMillion',
  人民币亿元: 'hundredMillion',
}
export const moneyUnitLabels = { yuan: '元', tenThousand: '万元', hundredMillion: '亿元' } as const
/** Factors in front of a counted unit, e.g. `1.2万户`; powers of ten. */
export const countFactors: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** A column or task that speaks of money, so that a number without a unit must not be guessed. */
export const moneyWordPattern = /金额|资金|投资额|投资任务|固定资产投资|总投资|收入|税|经济任务|飞地|留成|产值|营收/

/** Cells that say 「nothing」: null, never zero. */
export const nothingWords: ReadonlySet<string> = new Set([
  '',
  '/',
  '//',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '–',
  '―',
  '_',
  '无',
  '空',
  '暂无',
  '没有',
  '不涉及',
  'N/A',
  'n/a',
  '#N/A',
  '…',
  '……',
])

export const approximatePattern = /^(?:大约|约|近|将近|接近|≈|~|∼)+|(?:左右|上下|余|多)$/g
/** Bounds keep their words as text; the number stands. */
export const boundPattern =
  /^(?:不少于|不低于|不得少于|不得低于|至少|最少|力争|确保|达到|完成|≥|>=|>|⩾)+|(?:以上|及以上)$/g
export const rangePattern = /^(\d+(?:\.\d+)?)([^\d.\-—–~∼至到]{0,4})(?:-+|—+|–|~|∼|至|到)(\d+(?:\.\d+)?)([^\d.]{0,4})$/
export const numberWithUnitPattern = /^([+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|[+-]?\.\d+)([^\d.,+-]{0,8})$/
export const parenthesisedPattern = /^\(((?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)\)([^\d.,+-]{0,8})$/

/** Dashes that an extraction swallowed. `$1`, `$2` are the two ends. */
export const lostDashPatterns: readonly { readonly pattern: RegExp; readonly kind: 'count' | 'month' | 'document' }[] =
  [
    { pattern: /(评选|评出|评定|推荐|选出|推选|选树|表彰|选拔|选派|确定|奖励)(\d)(\d)(名|家|个|人|项)/, kind: 'count' },
    { pattern: /()(?<!\d)([2-9])([2-9])(月份)/, kind: 'month' },
    { pattern: /()〔(20\d{2})(\d{1,4})(?!\d|〕)()/, kind: 'document' },
  ]
export const rangeDash = '—'
export const documentClosing = { open: '〔', close: '〕', suffix: '号' } as const

/** A target cell that tells its unit to stay out: excluded, never zero. */
export const excludedPattern = /^(?:不参加|不参与|不承担|不下达|不考核|免|免考核)$/

/** Rows that only add others up. Text without white space. */
export const totalRowPattern =
  /^(?:合计|总计|小计|共计|累计|总和|合计数|总计数|全区合计|全区总计|本页小计|本页合计)(?:[:(].*)?$/
export const subtotalRowPattern = /^(?:小计|本页小计|本页合计)/
export const partRowPattern = /^其中(?:[:(].*)?$/

/** Lines around the table that are no data. */
export const noteRowPattern =
  /^(?:备注|附注|注|注意|说明|填表说明|填报说明|制表说明|编制说明|口径说明|填报口径|口径|填报单位|制表单位|统计期间|数据截止|核对码|填报人|填表人|制表人|制表|审核人|审核|复核人|签发|主要负责同志|主要负责人|单位负责人|分管领导签字|填报日期|制表日期|报送日期|联系人|联系电话|电话)(?:[(（].{0,8}[)）])?(?:\d{0,2}[:：.、]|$)/
/** A note line that only bears its own heading is told from a header word by standing alone. */
export const attachmentLinePattern = /^(?:附件|附表|附)\d*[:：]?$|^附件[\d一二三四五六七八九十]+/
export const metadataLinePattern =
  /^(?:填报单位|制表单位|编制单位|统计期间|数据截止|填报日期|制表日期|日期|时间|核对码)[(（:：]/

export const yesWords = [
  '是',
  '有',
  '√',
  '✓',
  '✔',
  '☑',
  '对',
  '已',
  'y',
  'yes',
  'true',
  '1',
  '已落地',
  '已采用',
  '采用',
  '已参加',
  '参加',
  '已录用',
  '要求',
] as const
export const noWords = [
  '否',
  '无',
  '×',
  '✗',
  '✘',
  'x',
  '☒',
  '未',
  '不',
  '没有',
  'n',
  'no',
  'false',
  '0',
  '未落地',
  '未采用',
  '不采用',
  '未参加',
  '不参加',
  '未录用',
  '不要求',
] as const
export const yesNoLabels = ['是', '否', '有', '无', '√', '×'] as const
export const choiceSeparator = '、'

export const serialHeaders = ['序号', '序', '序列', '行号', 'no.', 'no', '项次'] as const

/** Years named by a title: `2022年`, `二〇二二年`. */
export const titleYearPattern = /(?<!\d)((?:19|20|21)\d{2})(?:年|\/|-|$)/
export const headerUnitPrefix = /^(?:单位|计量单位):/

/** Whether an amount of money is measured in this unit. */
export function isMoneyUnit(unit: string): boolean {
  return Object.hasOwn(moneyUnitWords, unit)
}
