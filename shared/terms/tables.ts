import { assertNever } from '../core/assert'
import type { CellIssue, CellIssueCode, FieldValue, ImportKind, SkipReason } from '../tables/reading'
import { assignmentLabels, cycleLabels, participationLabels, streamWords } from './assignments'
import { briefKindWords, briefTableLabels, trainingStatusWords, trainingTableLabels } from './brief-tables'
import { enterpriseTableLabels } from './enterprise-tables'
import { leadClassWords, leadTableLabels } from './investment-tables'
import { revenueSourceWords, revenueStatusWords, revenueTableLabels } from './revenue-tables'
import { projectStageWords, projectTableLabels } from './project-tables'
import {
  amountClassWords,
  findingLedgerTerms,
  findingTableLabels,
  measureTableLabels,
  rectTypeWords,
} from './rectification-tables'
import { findingKindWords, rectSourceLabels } from './rectification'
import { unitCategoryWords, unitTableLabels } from './unit-tables'
import { satisfactionWords, visitModeWords, visitTableLabels } from './visit-tables'

export const importKindLabels: Readonly<Record<ImportKind, string>> = {
  assignments: '任务分解表',
  leads: '招商线索台账',
  briefs: '工作信息',
  trainings: '培训',
  projects: '项目台账',
  enterprises: '包联企业',
  visits: '走访记录',
  revenue: '收入台账',
  findings: '整改台账',
  measures: '整改措施清单',
  units: '单位名册',
}

const fieldLabels: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  assignments: assignmentLabels,
  leads: leadTableLabels,
  briefs: briefTableLabels,
  trainings: trainingTableLabels,
  projects: projectTableLabels,
  enterprises: enterpriseTableLabels,
  visits: visitTableLabels,
  revenue: revenueTableLabels,
  findings: { ...findingTableLabels, measureRows: findingLedgerTerms.measureRows },
  measures: measureTableLabels,
  units: unitTableLabels,
}

/** The district's word for a field; unknown names are given back as they are. */
export function fieldLabel(kind: ImportKind, field: string): string {
  return fieldLabels[kind][field] ?? field
}

const skipReasons: Readonly<Record<SkipReason, string>> = {
  total: '合计、小计行，不作为任务导入',
  note: '备注、说明或签字行',
  blank: '空行',
  otherUnit: '其他单位的任务',
  repeatedHeader: '重复的表头',
  excludedUnit: '不参加的单位',
}

/** Why a row was left out. */
export function skipReasonText(reason: SkipReason): string {
  return skipReasons[reason]
}

const choiceLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stream: firstWords(streamWords),
  cycle: cycleLabels,
  participation: participationLabels,
  districtClass: firstWords(leadClassWords),
  source: firstWords(revenueSourceWords),
  status: { ...firstWords(revenueStatusWords), ...firstWords(trainingStatusWords) },
  kind: firstWords(briefKindWords),
  stage: firstWords(projectStageWords),
  visitMode: firstWords(visitModeWords),
  satisfaction: firstWords(satisfactionWords),
  category: firstWords(unitCategoryWords),
}

const rectificationChoices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  source: rectSourceLabels,
  kind: firstWords(findingKindWords),
  amountClass: firstWords(amountClassWords),
  rectType: firstWords(rectTypeWords),
}

/** Fields of 整改台账 share names with those of other tables, but not their words. */
function rectificationText(field: string, text: string): string {
  return (Object.hasOwn(rectificationChoices, field) ? rectificationChoices[field]?.[text] : undefined) ?? text
}

function firstWords(table: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table).map(([value, words]) => [value, words[0] ?? value]))
}

/** A parsed value as a person reads it; '' for nothing. */
export function valueText(kind: ImportKind, field: string, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object') return value.text === '' ? (value.dueOn ?? '') : value.text
  const text = String(value)
  if (kind === 'findings' || kind === 'measures') return rectificationText(field, text)
  if (kind === 'briefs' && field === 'month') return text.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月')
  const labels = Object.hasOwn(choiceLabels, field) ? choiceLabels[field] : undefined
  return labels && Object.hasOwn(labels, text) ? (labels[text] ?? text) : text
}

const causes: Readonly<Record<Exclude<CellIssueCode, 'dateInvalid' | 'orderOfDates' | 'stageAhead'>, string>> = {
  dateMonthOnly: '只写到月，按当月最后一天处理。请核对，需要时写全年月日。',
  numberInvalid: '不是数字。这一行不能导入，请改为数字，单位写在单位栏。',
  numberApproximate: '是约数，按{value}处理。请核对。',
  numberRange: '是一个范围，数值留空，文字已保留。需要时请填一个数。',
  numberOutlier: '与同列其他数值相差一万倍左右，可能写错了单位（元、万元、亿元）。请核对。',
  unitMissing: '是金额但没有写单位。这一行不能导入，请写明元、万元或亿元，例如“{value}万元”。',
  unitMixed: '的单位“{found}”与本行单位“{expected}”不一致。请核对并改为“{expected}”。',
  choiceUnknown: '不在可选范围内。这一行不能导入，请改为：{allowed}。',
  codeScientific: '变成了科学计数法，后面的数字已丢失。这一行不能导入，请把单元格改为文本后重新填写完整编号。',
  codeTooLong: '超过15位又按数字保存，末尾的数字已丢失。这一行不能导入，请把单元格改为文本后重新填写。',
  creditCodeCheck: '的校验不符，可能录错了一位。仍可导入，请核对营业执照。',
  required: '没有填。这一行不能导入，请补上。',
  keyRepeated: '与第{firstRow}行重复。这一行不能导入，请改为不同的编号，或删去其中一行。',
  keyMissing: '没有填，无法与已有记录对应。这一行不能导入，请补上。',
  formulaWithoutValue: '是没有结果的公式。这一行不能导入，请用WPS打开并保存一次，或直接填写数值。',
  cellError: '是公式错误。这一行不能导入，请改正公式或直接填写数值。',
  rowHidden: '在表中是隐藏行，可能是旧数据。已读入，请核对是否需要。',
  textTooLong: '有{length}个字，超过{limit}个字的上限。这一行不能导入，请缩短。',
  textCleaned: '里有看不见的控制字符，已去掉。请核对。',
  dashLost: '里的“{found}”可能漏了横线或括号，是否为“{proposed}”？请核对。',
  unitNotOurs: '不是本单位（{own}）。这一行不能导入，请核对文件；确是本单位的别名时，先在设置里补上这个名称。',
  percentMismatch: '与本列其他百分数的写法不一致（按{value}%处理）。请核对。',
  dayInFuture: '晚于今天（{today}），还没有发生，暂不计数。请核对日期。',
  totalMismatch: '与各行之和{computed}{unit}不一致。各行照常导入，请核对。',
  shareAboveWhole: '大于收入金额。这一行不能导入，请核对两个金额。',
  signsDiffer: '与收入金额的正负不一致。这一行不能导入；冲减更正时两个金额都填负数。',
  amountNegative: '是负数。这一行不能导入，请改为正数，或把这一格空着。',
  amountTooLarge: '超过1000亿元，可能写错了单位。这一行不能导入，请核对后改正。',
  extensionNotLater: '不晚于整改时限（{dueOn}），不是延期。这一行不能导入，请核对两个日期。',
  closedNotDone: '但整改状态是“{status}”，不能销号。这一行不能导入，请改正整改状态，或把销号日期空着。',
  countBelowNames: '比制度名称的个数（{names}）少，按{names}项处理。请核对。',
  findingClosed: '与台账中的“{stored}”不同。这个问题已销号，不再改动，这一格没有导入；确需更正，请先在问题页重启整改。',
  findingAhead:
    '与台账中的“{stored}”不同。这个问题在本程序中已有后续环节，以台账为准，这一格没有导入；请在问题页办理。',
  notOfMeasure:
    '不能写在这一行：这一行的问题与第{firstRow}行合并，只读整改措施、责任领导、责任部门、责任人和时限。这一行不能导入，请把这一格移到第{firstRow}行。',
  findingUnknown: '在台账里没有对应的问题。这一行不能导入，请核对编号，或先建立问题台账再导入措施。',
  nameTaken: '已是单位“{unit}”的名称或别名，收到文件时会分不清。这一行不能导入，请改用别的写法。',
  findingAmbiguous: '在几个整改来源中都有：{programs}。这一行不能导入，请在表中增加“整改来源”一列，写明是哪一个。',
}

/** The same codes where the row can still be imported. */
const doubts: Readonly<Partial<Record<CellIssueCode, string>>> = {
  numberInvalid: '不是一个数，数值留空，文字已保留。需要按数考核时，请改为数字。',
  unitMixed: '的单位“{found}”与本行单位“{expected}”不同，按“{expected}”处理。请核对。',
}

/** One sentence on one cell: where, what is wrong, what it means, what to do. */
export function issueText(issue: CellIssue): string {
  return `${place(issue)}${issueCauseText(issue)}`
}

function place({ row, column, value, code }: CellIssue): string {
  if (code === 'rowHidden') return `第${row}行`
  const name = column === '' ? '' : `“${column}”`
  if (code === 'required' || code === 'keyMissing') return `第${row}行${name === '' ? '关键栏目' : name}`
  const shown = shorten(value)
  if (shown === '') return `第${row}行${name}`
  if (code === 'totalMismatch') return `第${row}行合计${name}是“${shown}”，`
  const isNoun = code === 'creditCodeCheck' || code === 'unitMixed' || code === 'dashLost' || code === 'textCleaned'
  if (isNoun) return `第${row}行${name}“${shown}”`
  return `第${row}行${name}填的是“${shown}”，`
}

const shownLength = 40

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line
}

/** What is wrong with a cell, what it means and what to do, without its place. */
export function issueCauseText(issue: CellIssue): string {
  switch (issue.code) {
    case 'dateInvalid':
      return dateCause(issue)
    case 'orderOfDates':
      return orderCause(issue)
    case 'stageAhead':
      return stageCause(issue)
    case 'dateMonthOnly':
    case 'numberInvalid':
    case 'numberApproximate':
    case 'numberRange':
    case 'numberOutlier':
    case 'unitMissing':
    case 'unitMixed':
    case 'choiceUnknown':
    case 'codeScientific':
    case 'codeTooLong':
    case 'creditCodeCheck':
    case 'required':
    case 'keyRepeated':
    case 'keyMissing':
    case 'formulaWithoutValue':
    case 'cellError':
    case 'rowHidden':
    case 'textTooLong':
    case 'textCleaned':
    case 'dashLost':
    case 'unitNotOurs':
    case 'percentMismatch':
    case 'totalMismatch':
    case 'dayInFuture':
    case 'shareAboveWhole':
    case 'signsDiffer':
    case 'amountNegative':
    case 'amountTooLarge':
    case 'extensionNotLater':
    case 'closedNotDone':
    case 'countBelowNames':
    case 'findingClosed':
    case 'findingAhead':
    case 'findingUnknown':
    case 'findingAmbiguous':
    case 'notOfMeasure':
    case 'nameTaken':
      return filled(
        issue.severity === 'warning' ? (doubts[issue.code] ?? causes[issue.code]) : causes[issue.code],
        issue.params,
      )
    default:
      return assertNever(issue.code)
  }
}

function dateCause({ severity, suggestion }: CellIssue): string {
  if (severity === 'warning') return '看不出具体日期，只保留文字。需要到期提醒时，请写明年月日。'
  if (suggestion !== null) return `这一天不存在。这一行不能导入，请改为${suggestion}，或填写正确的日期。`
  return '不是有效日期。这一行不能导入，请按“2022年3月31日”的写法填写。'
}

const dayLabels: Readonly<Record<string, string>> = {
  ...findingTableLabels,
  ...leadTableLabels,
  ...revenueTableLabels,
  ...projectTableLabels,
}

function stageCause({ params }: CellIssue): string {
  const missing = String(params.missing ?? '')
    .split(' ')
    .map((field) => dayLabels[field] ?? field)
  return `但没有填${missing.join('、')}。仍可导入，请补上日期，或核对阶段。`
}

function orderCause({ params, column }: CellIssue): string {
  const earlier = dayLabels[String(params.earlierField)] ?? '前一步日期'
  return `早于${earlier}（${String(params.earlier ?? '')}）。仍可导入，请核对${column}和${earlier}哪一个填错了。`
}

function filled(sentence: string, params: CellIssue['params']): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''))
}
