import type { ClassCaution, ClassCriterion, ClassReason, DecidingGround } from '../investment/class-finder'
import type { PlanItem } from '../investment/completeness'
import type { DuplicateCandidate, DuplicateKind } from '../investment/duplicates'
import { leadClasses, leadEndings, type LeadClass } from '../investment/record'
import type { LeadCheck } from '../investment/rules'
import type { LeadFieldName, LeadRule } from '../investment/states'
import type { QuietVerdict } from '../investment/quiet'
import { missingCalendarText } from './core'
import {
  leadClassLabel,
  leadClassTerms,
  leadEndingLabels,
  leadFieldLabel,
  leadTerms,
  missingFactLabel,
} from './investment'

/** What each check says; `{name}` is replaced by the value of that name. */
const checkSentences: Readonly<Record<LeadRule, string>> = {
  investorMissing: '还没有填写投资方。不影响保存，备案前请补上。',
  planIncomplete: '项目材料{done}/{total}项，还缺：{gaps}。',
  factMissing: '还不能算“有效”：缺少{missing}。补上后自动计分。',
  classPending: '区里还没有认定项目类别，暂不计分，认定后自动计分。',
  classDiffers: '本单位拟报“{proposed}”，区里认定为“{decided}”，按区里认定计分。',
  factOrder: '{later}（{laterOn}）早于{earlier}（{earlierOn}），请核对日期。',
  factInFuture: '{field}（{on}）晚于今天（{asOf}），到那天才算数。请核对日期。',
  documentMissing: '区级认定的内容还没有注明依据（文号、回复或台账）。请补上，备查。',
  landingIncomplete: '记“落地”还缺{field}，暂按“未落地”计分。请补齐。',
  landingUnknownPlace: '还没有确认是否在本区注册，暂按“未落地”计分。',
  landingOutside: '{landedOn}的注册不在本区，不算“落地”，按“未落地”计分。',
  lateLanding: '落地日期{landedOn}不在备案的{year}年，按办法不计入{year}年“已落地”，按“未落地”计分。',
  landingBeforeEffective: '已登记注册，但还不能算“有效”：缺少{missing}。补上后才计分。',
  creditCodeDoubtful: '{verdict}仍可保存，导出时会标出。',
  sharesAboveWhole: '各方持股比例合计超过100%，请核对。',
  duplicate: '{duplicate}',
  markedDuplicate: '已标为与另一条线索重复，只计一次。',
  endingIncomplete: '已标为“{ending}”，还缺{field}。请补齐。',
  backfillPending: '平台上线（{platformOpenOn}）前通过OA报送，还没有补录。补录后请登记补录日期，备案日期不变。',
}

const creditCodeVerdicts: Readonly<Record<string, string>> = {
  wrongLength: '统一社会信用代码不是18位，可能漏了或多了。',
  wrongCharacter: '统一社会信用代码里有不该出现的字符（不用 I、O、S、V、Z）。',
  wrongCheck: '统一社会信用代码最后一位校验不符，可能录错了一位。',
}

const duplicateSentences: Readonly<Record<DuplicateKind, string>> = {
  creditCode: '已有统一社会信用代码相同的企业“{name}”（{entered}）。是同一家吗？',
  sameName: '已有同名企业“{name}”（{entered}）。是同一家吗？',
  alikeName: '已有名称相近的企业“{name}”（{entered}），像同一家。是同一家吗？',
}

function filled(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

function monthWords(day: string): string {
  const match = /^(\d{4})-(\d{2})/.exec(day)
  return match ? `${match[1]}年${Number(match[2])}月` : ''
}

/** 「已有同名企业…是同一家吗？」 `enteredBy` is a role or a colleague's name, or empty. */
export function duplicateText(
  candidate: Pick<DuplicateCandidate, 'kind' | 'name' | 'filedOn'>,
  enteredBy = '',
): string {
  const when = candidate.filedOn === null ? '' : monthWords(candidate.filedOn)
  const entered =
    when === '' && enteredBy === '' ? '未备案' : `${when}${enteredBy}${enteredBy === '' ? '备案' : '录入'}`
  return filled(duplicateSentences[candidate.kind], { name: candidate.name, entered })
}

function fieldWords(value: string | number | undefined): string {
  const field = Object.keys(leadTerms).find((name) => name === value)
  return field === undefined ? String(value ?? '') : leadFieldLabel(field as LeadFieldName) // found among its own keys
}

function classWords(value: string | number | undefined): string {
  const found = leadClasses.find((known) => known === value)
  return found ? leadClassLabel(found) : String(value ?? '')
}

function duplicateWords({ params }: LeadCheck): string {
  const kind = (['creditCode', 'sameName', 'alikeName'] as const).find((known) => known === params['kind'])
  const filedOn = String(params['filedOn'] ?? '')
  const entered = filedOn === '' ? '未备案' : `${monthWords(filedOn)}备案`
  return kind ? filled(duplicateSentences[kind], { name: params['name'] ?? '', entered }) : ''
}

/** The sentence of one check result. */
export function leadCheckText(check: LeadCheck): string {
  const { rule, field, params } = check
  const words: Record<string, string | number> = {
    ...params,
    field: field === null ? '' : leadFieldLabel(field),
    missing: field === null ? '' : missingFactLabel(field),
    gaps: String(params['gaps'] ?? '')
      .split(',')
      .map(fieldWords)
      .join('、'),
    earlier: fieldWords(params['earlier']),
    later: fieldWords(params['later']),
    proposed: classWords(params['proposed']),
    decided: classWords(params['decided']),
    verdict: creditCodeVerdicts[String(params['verdict'] ?? '')] ?? '',
    ending: leadEndings.flatMap((ending) => (ending === params['ending'] ? [leadEndingLabels[ending]] : [])).join(''),
    duplicate: duplicateWords(check),
  }
  return filled(checkSentences[rule], words)
}

const criterionWords: Readonly<Record<ClassCriterion, string>> = {
  top500: '属于500强',
  centralSoe: '是央企二、三级子公司',
  listed: '是上市公司',
  hiTechCertificate: '有国家高新技术企业证书',
  fromBeijing: '在北京',
  fromOutOfCity: '在市外',
  fromInCity: '在市内',
}

const groundWords: Readonly<Record<DecidingGround, string>> = {
  aboveHalf: '持股{percent}%，超过50%',
  largest: '持股{percent}，为最高',
  onlyHolder: '是唯一持股方',
  investorPlace: '是投资方（未登记持股）',
}

/** One step of the chain: 「津城物流持股60%，超过50%，在北京 → 北京项目（实施方案…）」. */
export function classReasonText({ leadClass, criterion, ground, holder, percent }: ClassReason): string {
  const shown = percent === null ? '比例未登记' : ground === 'largest' ? `${percent}%` : percent
  const { label, source } = leadClassTerms[leadClass]
  return `${holder}${filled(groundWords[ground], { percent: shown })}，${criterionWords[criterion]} → ${label}（${source}）`
}

const cautionSentences: Readonly<Record<ClassCaution, string>> = {
  equalClasses: '既是北京项目又是国高新项目，两类计分相同，取一类，只计一次。',
  jointLargest: '有两方以上持股同为最高，按其中类别最高的一方提出，请向区里确认。',
  percentUnknown: '没有登记持股比例，按唯一持股方判断。',
  largestUnknown: '持股比例不全，看不出谁最高，请补齐比例或标出最高的一方。',
  regionUnknown: '没有登记持股方所在地，地区类别无法判断。',
  registeredOutside: '公司没有注册在本区，不符合“在本区内注册”，不提出类别。',
  nothingKnown: '没有登记持股情况和投资方所在地，无法提出类别。',
  smallHolderIgnored: '另有条件更好的小股东，但持股既不超过50%也不是最高，不以它判断。',
}

export function classCautionText(caution: ClassCaution): string {
  return cautionSentences[caution]
}

export function proposalLabel(leadClass: LeadClass | null): string {
  return leadClass === null ? '暂不能提出' : leadClassLabel(leadClass)
}

/** 「材料5/7，还缺：投资强度、人员规模」 */
export function completenessText(done: number, total: number, gaps: readonly PlanItem[]): string {
  return gaps.length === 0
    ? `材料${done}/${total}`
    : `材料${done}/${total}，还缺：${gaps.map(leadFieldLabel).join('、')}`
}

/** 「已10个工作日没有跟进…」 with the warning about a missing calendar. */
export function quietText({ workdays, lastOn, missingYears }: QuietVerdict): string {
  return `已${workdays}个工作日没有跟进（上次${lastOn}）。${missingCalendarText(missingYears)}`
}
