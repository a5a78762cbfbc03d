import type { IsoDate } from '../core/dates'
import type { VisitListRow } from '../environment/visit-contract'
import type { DemandRecord } from '../environment/record'
import type { EnterpriseRecord } from '../registry/record'
import { officialCells, type Official } from '../registry/officials'
import { formatChineseDate } from '../terms/dates'
import { enterpriseTableLabels } from '../terms/enterprise-tables'
import { ledgerTerms, reportTerms } from '../terms/reports'
import { satisfactionLabels, visitLedgerTerms, visitModeLabels, yesNoText } from '../terms/visits'
import { visitTableLabels } from '../terms/visit-tables'
import { column } from './lead-rows'
import type { CellContent, Report, ReportSheet, SheetRow } from './model'
import { fillText } from './sentences'

export interface LinkedEnterprise extends Pick<
  EnterpriseRecord,
  'name' | 'creditCode' | 'street' | 'industry' | 'scale' | 'contact' | 'phone' | 'remark'
> {
  readonly officials: readonly Official[]
}

export interface VisitLedgerFacts {
  readonly bureau: string
  readonly year: number
  readonly asOf: IsoDate
  /** First and last day of what is exported. */
  readonly period: Report['period']
  /** Local day and time of the export, already as text. */
  readonly exportedAt: string
  /** The visits of the current filter, in the order of the screen. */
  readonly visits: readonly VisitListRow[]
  /** How many visits there are without the filter. */
  readonly totalCount: number
  /** The filter in words, one condition each; empty when nothing is filtered. */
  readonly filters: readonly string[]
  readonly enterprises: readonly LinkedEnterprise[]
}

const visitColumns = [
  column(visitLedgerTerms.serialNo, 'integer', 6),
  column(visitTableLabels.personName, 'text', 13),
  column(visitTableLabels.rank, 'text', 10),
  column(visitTableLabels.enterpriseName, 'text', 24),
  column(visitTableLabels.street, 'text', 11),
  column(visitTableLabels.visitedOn, 'date', 11),
  column(visitTableLabels.visitMode, 'text', 9),
  column(visitTableLabels.demandText, 'text', 26),
  column(visitTableLabels.transferredOn, 'date', 11),
  column(visitTableLabels.repliedOn, 'date', 11),
  column(visitTableLabels.isSolved, 'text', 9),
  column(visitTableLabels.satisfaction, 'text', 9),
  column(visitTableLabels.handling, 'text', 22),
  column(visitTableLabels.topics, 'text', 22),
  column(visitTableLabels.visitors, 'text', 12),
]

const enterpriseColumns = [
  column(visitLedgerTerms.serialNo, 'integer', 6),
  column(enterpriseTableLabels.name, 'text', 26),
  column(enterpriseTableLabels.creditCode, 'code', 21),
  column(enterpriseTableLabels.street, 'text', 11),
  column(enterpriseTableLabels.industry, 'text', 12),
  column(enterpriseTableLabels.scale, 'text', 9),
  column(enterpriseTableLabels.officials, 'text', 18),
  column(enterpriseTableLabels.rank, 'text', 10),
  column(enterpriseTableLabels.contact, 'text', 10),
  column(enterpriseTableLabels.phone, 'code', 14),
  column(enterpriseTableLabels.remark, 'text', 18),
]

function filled(text: string): string | null {
  return text === '' ? null : text
}

function demandCells(demand: DemandRecord | null): readonly CellContent[] {
  if (!demand) return [null, null, null, null, null, null]
  const { isSolved, satisfaction } = demand
  return [
    demand.text,
    demand.transferredOn,
    demand.repliedOn,
    isSolved === null ? null : isSolved ? yesNoText.yes : yesNoText.no,
    satisfaction === null ? null : satisfactionLabels[satisfaction],
    filled(demand.handling),
  ]
}

/** One row per demand, and one for a visit without any. */
function visitCells(row: VisitListRow): readonly (readonly CellContent[])[] {
  const { visit } = row
  const own = [
    filled(row.personName),
    filled(row.rank),
    filled(row.enterpriseName),
    filled(row.street),
    visit.visitedOn,
    visit.mode === null ? null : visitModeLabels[visit.mode],
  ]
  const demands: readonly (DemandRecord | null)[] = row.demands.length > 0 ? row.demands : [null]
  return demands.map((demand) => [...own, ...demandCells(demand), filled(visit.topics), filled(visit.visitors)])
}

function enterpriseCells(enterprise: LinkedEnterprise): readonly CellContent[] {
  const { names, ranks } = officialCells(enterprise.officials)
  const { name, creditCode, street, industry, scale, contact, phone, remark } = enterprise
  return [name, creditCode, street, industry, scale, names, ranks, contact, phone, remark].map(filled)
}

function numbered(rows: readonly (readonly CellContent[])[]): readonly SheetRow[] {
  return rows.map((cells, index) => ({ kind: 'data', cells: [String(index + 1), ...cells] }))
}

function aboutSheet(facts: VisitLedgerFacts): ReportSheet {
  const entry = (label: string, value: string): SheetRow => ({ kind: 'data', cells: [label, value] })
  const { visits, totalCount, filters } = facts
  return {
    name: ledgerTerms.aboutName,
    title: ledgerTerms.aboutTitle,
    heading: [],
    columns: [column(ledgerTerms.item, 'text', 14), column(ledgerTerms.content, 'text', 80)],
    rows: [
      entry(ledgerTerms.bureau, facts.bureau),
      entry(reportTerms.dataCutOff, formatChineseDate(facts.asOf)),
      entry(ledgerTerms.filter, filters.length > 0 ? filters.join(reportTerms.semicolon) : ledgerTerms.noFilter),
      entry(ledgerTerms.countLabel, fillText(ledgerTerms.count, { total: totalCount, exported: visits.length })),
      ...visitLedgerTerms.readings.map((text) => entry(ledgerTerms.readings, text)),
      entry(ledgerTerms.exportedAt, facts.exportedAt),
    ],
    notes: [],
    footer: [],
    isContent: false,
  }
}

/** The visits of the current filter and the linked enterprises, in the words and order of the district's table. Source: layout B3 走访. */
export function visitLedger(facts: VisitLedgerFacts): Report {
  const heading = [
    { label: reportTerms.reportingUnit, value: facts.bureau },
    { label: reportTerms.dataCutOff, value: formatChineseDate(facts.asOf) },
  ]
  const common = { heading, notes: [], footer: [], isContent: true }
  const sheets: readonly ReportSheet[] = [
    {
      ...common,
      name: visitLedgerTerms.visitSheet,
      title: visitLedgerTerms.visitTitle,
      columns: visitColumns,
      rows: numbered(facts.visits.flatMap(visitCells)),
    },
    {
      ...common,
      name: visitLedgerTerms.enterpriseSheet,
      title: visitLedgerTerms.enterpriseTitle,
      columns: enterpriseColumns,
      rows: numbered(facts.enterprises.map(enterpriseCells)),
    },
    aboutSheet(facts),
  ]
  return {
    kind: 'visitLedger',
    bureau: facts.bureau,
    subject: visitLedgerTerms.subject,
    periodLabel: String(facts.year),
    period: facts.period,
    asOf: facts.asOf,
    preparedOn: facts.asOf,
    sheets: sheets.filter(({ rows }) => rows.length > 0),
    document: null,
    warnings: [],
    checkCode: '',
  }
}
