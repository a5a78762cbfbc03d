import type { Gap, GapCode, Suggestion } from '../scoring/advice'
import type { ComponentState, Remark, RemarkCode } from '../scoring/result'
import type { AdviceCode } from '../scoring/unit-advice'

type Params = Readonly<Record<string, string | number>>
type Template = string | ((params: Params) => string)

export const componentStateLabels: Readonly<Record<ComponentState, string>> = {
  scored: '已得分',
  pending: '待核定',
  notGiven: '待评',
  unscored: '不计分',
  excluded: '不参加',
  vetoed: '一票否决',
}

/** Words of the score sheet. */
export const scoreLabels = {
  total: '总分',
  max: '满分',
  earned: '已得',
  pending: '待评',
  forecast: '预测',
  bonus: '另计加分',
  points: '得分',
  lost: '失分',
  clause: '办法条款',
  arithmetic: '算式',
  records: '依据记录',
  units: '指标数',
  why: '说明',
  asOf: '截至',
  timeProgress: '序时进度',
  readings: '口径说明',
  explanation: '得分说明',
  advice: '补分建议',
  gap: '差距',
  noPoints: '区未下达分值，只显示完成情况',
  noRate: '—',
} as const

const requirementLabels: Readonly<Record<string, string>> = {
  filedTruthfully: '如实备案',
  certifiedOn: '线上认证',
  contactedOn: '直接对接',
  acceptedOn: '街道园区确认接收',
}

const streamLabels: Readonly<Record<string, string>> = {
  investment: '抓招商',
  projects: '抓项目',
  environment: '抓营商环境',
  revenue: '抓收入',
}

function lines(value: string | number | undefined): readonly string[] {
  return String(value ?? '')
    .split('\n')
    .filter((part) => part !== '')
}

function list(value: string | number | undefined): string {
  return lines(value).join('、')
}

function periods(params: Params): string {
  const unit = params['unit'] === 'quarter' ? '季度' : '月'
  return lines(params['periods'] ?? params['period'])
    .map((period) => (unit === '月' ? `${period}月` : `第${period}季度`))
    .join('、')
}

function requirements(value: string | number | undefined): string {
  return lines(value)
    .map((part) => requirementLabels[part] ?? part)
    .join('、')
}

function source(params: Params): string {
  const docRef = String(params['docRef'] ?? '')
  const on = String(params['givenOn'] ?? '')
  const parts = [docRef, on].filter((part) => part !== '')
  return parts.length > 0 ? `（${parts.join('，')}）` : ''
}

const tieLabels: Readonly<Record<string, string>> = {
  best: '并列的都按最好的名次计分',
  dense: '并列的名次相同，后面的名次不空',
  average: '并列的按所占名次的平均分计',
}

const vetoLabels: Readonly<Record<string, string>> = { noHonour: '不得评为先进', zeroTotal: '总分计0分' }

const remarks: Readonly<Record<RemarkCode, Template>> = {
  parameter: '{text}',
  countedFiled: '{class}，备案有效、未落地，计{units}个指标。',
  countedLanded: '{class}，备案且年内落地，计{units}个指标。',
  pendingRequirements: (params) =>
    `“${params['label']}”待确认：尚缺${requirements(params['missing'])}；齐备后可计${params['units']}个指标。`,
  pendingClass: '“{label}”待确认：区里尚未认定项目类别；按建议类别可计{units}个指标。',
  invalidClass: '“{label}”认定为{class}，不计。',
  unknownClass: (params) => `“${params['label']}”的类别（${list(params['class'])}）不在考核办法里，不计。`,
  severalClasses: (params) => `“${params['label']}”同时属于${list(params['classes'])}，只按${params['chosen']}计一次。`,
  reclassed: (params) =>
    `“${params['label']}”自${params['on']}起由${list(params['from'])}改认为${params['to']}，此前的得分不变。`,
  duplicate: '“{label}”与已报送的线索重复，只计先被接收的一条，本条不计。',
  revoked: '“{label}”自{on}起撤销或认定无效，不再计指标数。',
  draft: '“{label}”尚未备案，不计。',
  filedOtherYear: '“{label}”{filedOn}备案、{landedOn}落地，不是本年备案的项目，本年不计。',
  lateLanding: '“{label}”{filedOn}备案、{landedOn}才注册，不在备案当年，按未落地计。',
  landedOutside: '“{label}”{landedOn}注册，但不是（或未登记为）在本区注册，按未落地计。',
  afterCutOff: '“{label}”在{cutOff}前四项条件未齐备，不计。',
  backfilled: '“{label}”{filedOn}已通过OA备案，{backfilledOn}补录到平台，按原备案日期只计一次。',
  dormantKept: '“{label}”{on}洽谈终止，备案指标数保留。',
  sharedRecord: '“{label}”由区里认定{claimants}家单位共同完成，指标数平均计算。',
  pendingList: (params) => {
    const names = lines(params['labels'])
    const more = Number(params['count']) > names.length ? `等${params['count']}条` : ''
    return `待确认${params['count']}条（${names.join('、')}${more}），确认后可增加${params['units']}个指标，现在不计分。`
  },
  partialCredit: '已完成{units}个指标，目标{target}个，还差{missing}个指标，按考核办法的口径计分。',
  overCompletion: '已完成{units}个指标，超过目标{target}个。',
  overflowToBonus: '超额部分折合{bonus}分，列为加分，不计入总分。',
  periodsMissing: (params) => `${periods(params)}没有采用的信息，已不能补，少得${params['lost']}分。`,
  surplusItems: (params) => `${periods(params)}有${params['count']}篇，只计${params['counted']}篇，不能补别的期。`,
  itemInPeriod: (params) => `计入${periods(params)}。`,
  itemNotAccepted: '未采用，不计。',
  itemOutsideAssessed: '不在考核的期内，不计。',
  ratioEntry: (params) => (params['den'] === '' ? `${params['num']}，无目标` : `${params['num']} / ${params['den']}`),
  noneRequired: (params) => {
    const words: Readonly<Record<string, string>> = { full: '按满分计', zero: '计0分', exclude: '不计入得分' }
    return `“${params['name']}”到目前没有要求完成的，${words[String(params['reading'])] ?? ''}。`
  },
  noTarget: '“{name}”没有下达目标，完成{value}，列入其他成果，不算完成率。',
  partCapped: '“{name}”已按上限{max}封顶。',
  manualGiven: (params) => `“${params['name']}”评定为${params['value']}分${source(params)}。`,
  manualNotGiven: '“{name}”（满分{max}分）还没有评定，列为待评，不计入已得分。',
  manualCapped: '“{name}”登记为{value}分，超出0至{max}分的范围，按边界计。',
  bonusPending: '“{name}”{status}，核定前计0分，不在总分之内。',
  bonusGiven: (params) => `“${params['name']}”核定为${params['value']}分${source(params)}，列在总分之外。`,
  figureNotGiven: '“{name}”还没有数据，列为待评。',
  figureCounted: '{name}：{value}',
  itemTier: '{product} = {value}',
  itemGuardFailed: '“{label}”（{amount}）不符合“{text}”，计0分。',
  eventCounted: '{label}：每次{each}分，{count}次。',
  eventCapped: '“{label}”共{count}次，每次{each}分，按上限计{value}分。',
  shortage: '“{label}”少{missing}个，每少一个扣{each}分。',
  occurrence: '“{label}”{count}次，每次扣{each}分。',
  stepReached: '“{name}”{shown}，同时达到{limits}，计{points}分。',
  stepNotReached: '“{name}”{shown}，没有同时达到任何一档，计0分。',
  rankPlace: '“{name}”第{place}名，计{points}分。',
  rankTied: (params) =>
    `“${params['name']}”有${params['tied']}个单位并列，${tieLabels[String(params['ties'])] ?? ''}。`,
  peersAllEqual: '“{name}”各单位数值相同，都计{points}分。',
  clamped: '“{name}”已到上下限，按{limit}计。',
  promotionGranted: '“{name}”：任务完成{shown}，并达到晋档条件，直接晋档。',
  promotionNotGranted: '“{name}”：任务完成{shown}（须达到{needed}），尚未达到晋档条件。',
  excludedUnit: '“{unit}”不参加“{name}”，不是0分。',
  vetoed: (params) => `${params['on']}：${params['clause']}，${vetoLabels[String(params['effect'])] ?? ''}。`,
  partsDoNotAdd: '各项显示值相加为{sum}，总分按精确值只舍入一次为{total}，相差{difference}。',
  streamWithoutPoints: (params) =>
    `“${streamLabels[String(params['stream'])] ?? params['stream']}”区未下达分值，只显示完成情况，不计分。`,
}

const gaps: Readonly<Record<GapCode, Template>> = {
  gapUnits: '还差{missing}个指标。',
  gapPeriods: (params) => `还缺${periods(params)}的信息，每期${params['each']}分。`,
  gapRatio: '“{name}”应参加{den}次、已参加{num}次，差{missing}次。',
  gapFigure: '“{name}”（最高{max}分）还没有评定。',
}

function times(params: Params): string {
  return Number(params['count']) === 1 ? `“${params['label']}”` : `${params['count']}个`
}

const advices: Readonly<Record<AdviceCode, Template>> = {
  confirmUnits: (params) => `补齐${times(params)}待确认项目的条件（${params['class']}，+${params['units']}个指标）`,
  landUnits: (params) =>
    `推动已备案的${times(params)}年内在本区注册落地（${params['class']}，+${params['units']}个指标）`,
  fileUnits: '再备案{count}个{class}项目（+{units}个指标）',
  coverPeriods: (params) => `把余下的${periods(params)}信息都报上`,
  coverCurrentPeriod: (params) => `报送${periods(params)}的信息`,
  attendNext: '参加下一次“{name}”',
  askFigure: '请区里评定“{name}”（最高{max}分）',
}

function fill(template: Template, params: Params): string {
  if (typeof template === 'function') return template(params)
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : String(value)
  })
}

/** The sentence of a remark of the engine. */
export function noteText(code: RemarkCode, params: Params): string {
  return fill(remarks[code], params)
}

/** The same for a remark as it stands in the result. */
export function remarkText(remark: Remark): string {
  return noteText(remark.code, remark.params)
}

/** What is missing, in words: 「还差0.5个指标」. */
export function gapText(gap: Gap): string {
  return fill(gaps[gap.code], gap.params)
}

/** An action and what it brings: 「再备案1个市内优质项目（+0.5个指标），得分30.00，总分89.42」. */
export function suggestionText(suggestion: Suggestion): string {
  const action = fill(advices[suggestion.code], suggestion.params)
  return `${action}，此项得分${suggestion.predictedPoints}，总分${suggestion.predictedTotal}`
}
