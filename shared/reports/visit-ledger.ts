import type { VisitListRow } from '../environment/visit-contract'
import type { DemandRecord } from '../environment/record'
import type { EnterpriseRecord } from '../registry/record'
import { officialCells, type Official } from '../registry/officials'
import { enterpriseTableLabels } from '../terms/enterprise-tables'
import { satisfactionLabels, visitLedgerTerms, visitModeLabels, yesNoText } from '../terms/visits'
import { visitTableLabels } from '../terms/visit-tables'
import { column, filled } from './cells'
import { aboutSheet, ledgerSheet, type LedgerFrame } from './ledger-frame'
import type { CellContent, Report, ReportSheet } from './model'

export interface LinkedEnterprise extends Pick<
  EnterpriseRecord,
  'name' | 'creditCode' | 'street' | 'industry' | 'scale' | 'contact' | 'phone' | 'remark'
> {
  readonly officials: readonly Official[]
}

export interface VisitLedgerFacts extends LedgerFrame {
  readonly year: number
  /** First and last day of what is exported. */
  readonly period: Report['period']
  /** The visits of the current filter, in the order of the screen. */
  readonly visits: readonly VisitListRow[]
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

/** The visits of the current filter and the linked enterprises, in the words and order of the district's table. Source: layout B3 走访. */
export function visitLedger(facts: VisitLedgerFacts): Report {
  const { visitSheet, visitTitle, enterpriseSheet, enterpriseTitle } = visitLedgerTerms
  const visits = { name: visitSheet, title: visitTitle, columns: visitColumns }
  const enterprises = { name: enterpriseSheet, title: enterpriseTitle, columns: enterpriseColumns }
  const sheets: readonly ReportSheet[] = [
    ledgerSheet(facts, visits, facts.visits.flatMap(visitCells)),
    ledgerSheet(facts, enterprises, facts.enterprises.map(enterpriseCells)),
    aboutSheet(facts, facts.visits.length, visitLedgerTerms.readings),
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
