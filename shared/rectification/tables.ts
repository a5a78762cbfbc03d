import { keyText, lineText } from '../tables/text-forms'
import { choiceWords } from '../tables/cells/choice'
import type { FieldReading, RowContext, TableDefinition } from '../tables/definition'
import { findingTableFields, type FindingTableField } from '../tables/field-names'
import {
  amountReading,
  dayReading,
  joinedKey,
  lineReading,
  paragraphReading,
  withPlainAmounts,
  yesNoReading,
} from '../tables/field-readings'
import type { FieldValue } from '../tables/reading'
import { findingKindWords, rectLedgerLabels } from '../terms/rectification'
import { amountClassWords, findingHeaders, findingLedgerTerms, rectTypeWords } from '../terms/rectification-tables'
import { joinNames, splitNames, titleOfCell, withDueInWords } from './ledger-texts'
import { joinMeasureRows, measureRowFields } from './measure-rows'
import { canonicalItems } from './measure-text'
import { treatments } from './record'
import { sourceOfText, sourceOfTitle } from './source-words'
import { readableStatusWords } from './status-words'
import { ledgerAmountFields, remarksOn } from './table-checks'

type Values = Readonly<Record<string, FieldValue>>

const countReading: FieldReading = { kind: 'integer', maximum: 100_000 }
/** Several paragraphs in one cell; a spreadsheet's cell holds no more. */
const wholeCellReading: FieldReading = { kind: 'text', maxLength: 32_767, isLine: false, checksDash: false }

const readings: Readonly<Partial<Record<FindingTableField, FieldReading>>> = {
  no: { kind: 'code', maxLength: 500 },
  kind: { kind: 'choice', choice: choiceWords(findingKindWords) },
  title: paragraphReading,
  detail: paragraphReading,
  points: wholeCellReading,
  amountClass: { kind: 'choice', choice: choiceWords(amountClassWords) },
  legalBasis: paragraphReading,
  auditSuggestion: paragraphReading,
  rectType: { kind: 'choice', choice: choiceWords(rectTypeWords) },
  standard: paragraphReading,
  measures: wholeCellReading,
  dueOn: { kind: 'due' },
  // 进展 and 成效 may share a cell.
  progress: wholeCellReading,
  result: paragraphReading,
  status: { kind: 'choice', choice: readableStatusWords, learns: true },
  rulesMade: countReading,
  ruleNames: wholeCellReading,
  accountable: countReading,
  referralCases: countReading,
  referralPersons: countReading,
  reasonNotDone: paragraphReading,
  nextStep: paragraphReading,
  extendedTo: dayReading,
  evidenceText: paragraphReading,
  mechanism: paragraphReading,
  determinedOn: dayReading,
  closedOn: dayReading,
  isRecurrence: yesNoReading,
  isPublic: yesNoReading,
  remark: paragraphReading,
}

const isAmount = (field: string): boolean => ledgerAmountFields.some((amount) => amount === field)

/** What a merged cell says of all its rows; a finding's own words, figures and days are never filled down. */
const groupingFields: ReadonlySet<FindingTableField> = new Set([
  'programTitle',
  'docNo',
  'source',
  'originYears',
  'auditee',
  'aspect',
  'keyIssue',
  'kind',
  'category',
  'amountClass',
  'rectType',
  'standard',
  ...measureRowFields,
])

/** What the header tells of a table beside its fields. */
interface Layout {
  /** 整改进展 and 整改成效 are columns of their own; else one column says both. */
  readonly hasResult: boolean
  /** Beside 牵头部门, 责任部门 are the others; alone it is the leading one. */
  readonly hasLeadUnit: boolean
  /** 已整改金额 is parted by treatment; else it is one figure. */
  readonly hasTreatments: boolean
  readonly isInspection: boolean
}

function text(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function filled(value: string): string | null {
  return value === '' ? null : value
}

/** The deadline as a day; one in words stays among the remarks, and 长期 is 持续整改. */
function dueFields({ dueOn, remark, rectType }: Values): Values {
  if (typeof dueOn !== 'object' || dueOn === null) return {}
  if (dueOn.dueOn !== null) return { dueOn: dueOn.dueOn }
  const isLongTerm = dueOn.rule.kind === 'longTerm' && (rectType ?? null) === null
  return {
    dueOn: null,
    remark: withDueInWords(text(remark), [dueOn.text]),
    ...(isLongTerm ? { rectType: 'continuous' } : {}),
  }
}

function programFields(values: Values, { title, sheet }: RowContext, { isInspection }: Layout): Values {
  const level = text(values['source'])
  const programTitle =
    filled(text(values['programTitle'])) ??
    filled(lineText(title)) ??
    filled(sheet) ??
    rectLedgerLabels[isInspection ? 'inspection' : 'audit']
  const guessed = sourceOfTitle(`${programTitle} ${title} ${sheet}`, isInspection)
  return { programTitle, level, source: level === '' ? guessed : sourceOfText(level) }
}

function unitFields({ leadUnit, responsibleUnit, units }: Values, { hasLeadUnit }: Layout): Values {
  if (!hasLeadUnit) return { leadUnit: responsibleUnit ?? null, responsibleUnit: null }
  const others = [text(responsibleUnit), text(units)].filter((each) => each !== '')
  return {
    leadUnit: leadUnit ?? null,
    responsibleUnit: null,
    units: filled(others.join(findingLedgerTerms.enumeration)),
  }
}

function complete(values: Values, context: RowContext, layout: Layout): Values {
  const { title, detail } = titleOfCell(text(values['title']), text(values['detail']))
  const names = splitNames(text(values['ruleNames']))
  const count = values['rulesMade']
  const { doneAmount = null, other = null } = values
  const completed: Values = {
    ...values,
    ...programFields(values, context, layout),
    ...unitFields(values, layout),
    ...dueFields(values),
    ...(layout.hasResult
      ? {}
      : { outcome: values['progress'] ?? values['result'] ?? null, progress: null, result: null }),
    title: filled(title),
    detail: filled(detail),
    points: filled(canonicalItems(text(values['points']))),
    measures: filled(canonicalItems(text(values['measures']))),
    ruleNames: filled(joinNames(names)),
    rulesMade: names.length > 0 ? Math.max(names.length, typeof count === 'number' ? count : 0) : (count ?? null),
    namedRules: names.length,
    statedRules: count ?? null,
    doneAmount: null,
    other: layout.hasTreatments ? other : (other ?? doneAmount),
  }
  return withPlainAmounts(completed, ledgerAmountFields)
}

/** Findings are known by their number, else by what they say and where. */
function keyOf({ source, programTitle, docNo, originYears, no, title, kind, aspect, keyIssue }: Values): string | null {
  const own = joinedKey(no) ?? joinedKey(title, kind, aspect, keyIssue)
  return own === null || text(title) === ''
    ? null
    : `${text(source)}|${joinedKey(programTitle, docNo, originYears) ?? ''}|${own}`
}

function definitionFor(layout: Layout): TableDefinition {
  return {
    kind: 'findings',
    fields: findingTableFields
      .filter((field) => field !== 'outcome')
      .map((field) => ({
        field,
        reading: isAmount(field) ? amountReading : (readings[field] ?? lineReading),
        headers: findingHeaders[field],
        isRequired: field === 'title',
        fillsDown: groupingFields.has(field),
        ...(isAmount(field) ? { isMoney: true } : {}),
      })),
    recordFields: [...findingTableFields, 'level', 'namedRules', 'statedRules'],
    anchors: [
      ['title'],
      // Without one of these it is a list of measures, or a table of other work with 存在问题 in it.
      ['status', 'kind', 'category', 'amount', 'programTitle', 'source', 'aspect', 'keyIssue', 'rectType'],
    ],
    keyOf,
    keyFields: ['no', 'title'],
    complete: (values, context) => complete(values, context, layout),
    below: {
      own: ['title', 'no'],
      title: 'title',
      added: measureRowFields,
      needed: 'measures',
      join: joinMeasureRows,
    },
    check: remarksOn,
  }
}

const layouts = new Map<string, TableDefinition>()

function layoutOf(fields: ReadonlySet<string | null>): TableDefinition {
  const layout: Layout = {
    hasResult: fields.has('result') && fields.has('progress'),
    hasLeadUnit: fields.has('leadUnit'),
    hasTreatments: treatments.some((treatment) => fields.has(treatment)),
    isInspection: ['aspect', 'keyIssue', 'kind'].some((field) => fields.has(field)),
  }
  const key = keyText(JSON.stringify(layout))
  const known = layouts.get(key) ?? definitionFor(layout)
  layouts.set(key, known)
  return known
}

/** 审计整改台账 and 巡视巡察整改台账: layouts C and D of `domain.md` §8, told apart by their headers. */
export const findingTable: TableDefinition = {
  ...layoutOf(new Set()),
  specialise: (_sheet, _band, matches) => {
    const fields = new Set(matches.map(({ field }) => field))
    return fields.has('title') ? layoutOf(fields) : null
  },
}
