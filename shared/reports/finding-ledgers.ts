import { addMoney, formatMoney, parseMoney } from '../core/money'
import { cellsOfTitle } from '../rectification/ledger-texts'
import { findingValues, programValues, type LedgerParts } from '../rectification/ledger-values'
import { treatments, type FindingRecord, type ProgramRecord, type Treatment } from '../rectification/record'
import type { FindingTableField } from '../tables/field-names'
import type { FieldValue } from '../tables/reading'
import { findingLedgerTerms, findingTableLabels, inspectionLabels } from '../terms/rectification-tables'
import { reportTerms } from '../terms/reports'
import { valueText } from '../terms/tables'
import { column } from './cells'
import { aboutSheet, ledgerHeading, yearLedger, type LedgerFrame } from './ledger-frame'
import type { CellContent, ColumnType, Report, ReportSheet, SheetColumn, SheetRow } from './model'
import { fillText } from './sentences'

/** A finding with all that its row says. */
export interface LedgerFinding {
  readonly finding: FindingRecord
  readonly program: ProgramRecord
  readonly parts: LedgerParts
}

export interface FindingLedgerFacts extends LedgerFrame {
  readonly form: 'audit' | 'inspection'
  readonly year: number
  /** The findings of the current filter, in the order of the screen. */
  readonly findings: readonly LedgerFinding[]
}

/** The columns of layout C. 审计层级 tells the programme on import. Source: domain §8 C. */
const auditColumns: readonly FindingTableField[] = [
  'programTitle',
  'docNo',
  'source',
  'auditee',
  'no',
  'category',
  'title',
  'amount',
  'amountClass',
  'legalBasis',
  'auditSuggestion',
  'rectType',
  'measures',
  'leader',
  'leadUnit',
  'handler',
  'dueOn',
  'outcome',
  'status',
  'requiredAmount',
  ...treatments,
  'rulesMade',
  'ruleNames',
  'accountable',
  'referralCases',
  'referralPersons',
  'referralAmount',
  'reasonNotDone',
  'nextStep',
  'extendedTo',
  'evidenceText',
  'determinedBy',
  'determinedOn',
  'closedOn',
  'isRecurrence',
  'remark',
]

/** The columns of layout D; 整改来源 and 问题编号 tell programme and finding on import. Source: domain §8 D. */
const inspectionColumns: readonly FindingTableField[] = [
  'source',
  'programTitle',
  'aspect',
  'keyIssue',
  'no',
  'title',
  'points',
  'kind',
  'standard',
  'measures',
  'leader',
  'leadUnit',
  'units',
  'dueOn',
  'outcome',
  'status',
  'evidenceText',
  'mechanism',
  'isPublic',
  'remark',
]

const layouts = { audit: auditColumns, inspection: inspectionColumns } as const

/** Columns of the other layout and beyond both: written only where a finding says something there. */
const furtherColumns: readonly FindingTableField[] = [
  ...new Set<FindingTableField>(['originYears', ...inspectionColumns, 'detail', ...auditColumns]),
]

const treatmentFields: ReadonlySet<string> = new Set(treatments)

function isTreatment(field: FindingTableField): field is Treatment {
  return treatmentFields.has(field)
}

const days: ReadonlySet<FindingTableField> = new Set(['dueOn', 'extendedTo', 'determinedOn', 'closedOn'])
const counts: ReadonlySet<FindingTableField> = new Set(['rulesMade', 'accountable', 'referralCases', 'referralPersons'])
const amounts: ReadonlySet<FindingTableField> = new Set(['amount', 'requiredAmount', ...treatments, 'referralAmount'])

/** Widths where the usual ones do not fit. Unit: half-width characters. */
const widths: Readonly<Partial<Record<FindingTableField, number>>> = {
  programTitle: 20,
  docNo: 15,
  no: 9,
  title: 30,
  detail: 30,
  points: 26,
  measures: 34,
  legalBasis: 20,
  auditSuggestion: 20,
  standard: 20,
  outcome: 28,
  ruleNames: 20,
  reasonNotDone: 18,
  nextStep: 18,
  evidenceText: 18,
  mechanism: 18,
  remark: 16,
}

function typeOf(field: FindingTableField): ColumnType {
  if (field === 'no' || field === 'docNo') return 'code'
  if (days.has(field)) return 'date'
  if (counts.has(field)) return 'integer'
  return amounts.has(field) ? 'decimal' : 'text'
}

function widthOf(field: FindingTableField): number {
  const type = typeOf(field)
  return widths[field] ?? (type === 'date' || type === 'decimal' ? 11 : type === 'integer' ? 8 : 12)
}

const referralLabels: Readonly<Partial<Record<FindingTableField, string>>> = {
  referralCases: findingLedgerTerms.cases,
  referralPersons: findingLedgerTerms.persons,
  referralAmount: findingLedgerTerms.amount,
}

function labelOf(form: FindingLedgerFacts['form'], field: FindingTableField): string {
  const label = (form === 'inspection' ? inspectionLabels[field] : undefined) ?? findingTableLabels[field]
  return field === 'amount' || field === 'requiredAmount' ? fillText(findingLedgerTerms.tenThousand, { label }) : label
}

function columnOf(form: FindingLedgerFacts['form'], field: FindingTableField): SheetColumn {
  const type = typeOf(field)
  const about = { type, width: widthOf(field), decimals: null }
  const referral = referralLabels[field]
  if (referral !== undefined) return { group: findingLedgerTerms.referralGroup, label: referral, ...about }
  const group = isTreatment(field) ? findingLedgerTerms.doneGroup : null
  return { group, label: labelOf(form, field), ...about }
}

type Values = Readonly<Record<string, FieldValue>>

function ledgerValues({ finding, program, parts }: LedgerFinding): Values {
  const { title, detail } = cellsOfTitle(finding.title, finding.detail)
  return { ...findingValues(finding, parts), ...programValues(program), title, detail: detail === '' ? null : detail }
}

function cellOf(values: Values, field: FindingTableField): CellContent {
  const value = values[field] ?? null
  if (value === null || value === '') return null
  const text = valueText('findings', field, value)
  return text === '' ? null : text
}

/** The column's sum as a formula over all rows; nothing where no row has a figure. */
function sumOf(rows: readonly Values[], field: FindingTableField): CellContent {
  const filled = rows.flatMap((values) => values[field] ?? [])
  if (filled.length === 0) return null
  const sumRows: readonly [number, number] = [0, rows.length - 1]
  if (counts.has(field))
    return { value: String(filled.reduce<number>((sum, value) => sum + Number(value), 0)), sumOf: sumRows }
  const money = filled.flatMap((value) => (typeof value === 'string' ? (parseMoney(value, 'tenThousand') ?? []) : []))
  const total = addMoney(...money)
  return total === null ? null : { value: formatMoney(total, 'tenThousand'), sumOf: sumRows }
}

function totalRow(rows: readonly Values[], fields: readonly FindingTableField[]): SheetRow {
  const cells = fields.map((field) => (amounts.has(field) || counts.has(field) ? sumOf(rows, field) : null))
  return { kind: 'total', cells: [reportTerms.total, ...cells] }
}

/** The fields of a ledger: its layout, then what else there is to say. */
function fieldsOf(form: FindingLedgerFacts['form'], rows: readonly Values[]): readonly FindingTableField[] {
  const own = layouts[form]
  const isSaid = (field: FindingTableField): boolean => rows.some((values) => cellOf(values, field) !== null)
  // An audit ledger takes for granted that its rows are of audits.
  const isImplied = (field: FindingTableField): boolean =>
    form === 'audit' && field === 'kind' && rows.every(({ kind }) => kind === 'audit')
  const further = furtherColumns.filter((field) => !own.includes(field) && !isImplied(field) && isSaid(field))
  return [...own, ...further]
}

function ledgerSheet(facts: FindingLedgerFacts): ReportSheet {
  const { form } = facts
  const rows = facts.findings.map(ledgerValues)
  const fields = fieldsOf(form, rows)
  const data = rows.map((values, index): SheetRow => ({
    kind: 'data',
    cells: [String(index + 1), ...fields.map((field) => cellOf(values, field))],
  }))
  const hasSums = fields.some((field) => amounts.has(field) || counts.has(field))
  return {
    name: findingLedgerTerms.sheet[form],
    title: findingLedgerTerms.title[form],
    heading: ledgerHeading(facts),
    columns: [column(reportTerms.serialNo, 'integer', 6), ...fields.map((field) => columnOf(form, field))],
    rows: hasSums ? [...data, totalRow(rows, fields)] : data,
    notes: [],
    footer: [],
    isContent: true,
  }
}

/** 审计整改台账 (C) or 巡视巡察整改台账 (D) of the current filter; imported back it changes nothing. */
export function findingLedger(facts: FindingLedgerFacts): Report {
  const { form, year } = facts
  const sheets = [ledgerSheet(facts), aboutSheet(facts, facts.findings.length, findingLedgerTerms.readings.ledger)]
  return yearLedger(facts, { kind: 'findingLedger', subject: findingLedgerTerms.subject[form], year }, sheets)
}
