import type { IsoDate, Period } from '../core/dates'
import { formatChineseDate } from '../terms/dates'
import type { LeadRecord } from '../investment/record'
import { ledgerTerms, reportTerms } from '../terms/reports'
import { column, ledgerCells, ledgerColumns } from './lead-rows'
import type { Report, ReportSheet, SheetRow } from './model'
import { fillText } from './sentences'

export interface LeadLedgerFacts {
  readonly bureau: string
  readonly year: number
  readonly period: Period
  readonly asOf: IsoDate
  /** Local day and time of the export, already as text. */
  readonly exportedAt: string
  readonly preparedOn: IsoDate
  /** The rows of the current filter, in the order of the screen. */
  readonly leads: readonly LeadRecord[]
  /** How many there are without the filter. */
  readonly totalCount: number
  /** The filter in words, one condition each; empty when nothing is filtered. */
  readonly filters: readonly string[]
}

function aboutSheet(facts: LeadLedgerFacts): ReportSheet {
  const entry = (label: string, value: string): SheetRow => ({ kind: 'data', cells: [label, value] })
  const filter = facts.filters.length > 0 ? facts.filters.join(reportTerms.semicolon) : ledgerTerms.noFilter
  return {
    name: ledgerTerms.aboutName,
    title: ledgerTerms.aboutTitle,
    heading: [],
    columns: [column(ledgerTerms.item, 'text', 14), column(ledgerTerms.content, 'text', 80)],
    rows: [
      entry(ledgerTerms.bureau, facts.bureau),
      entry(reportTerms.dataCutOff, formatChineseDate(facts.asOf)),
      entry(ledgerTerms.filter, filter),
      entry(
        ledgerTerms.countLabel,
        fillText(ledgerTerms.count, { total: facts.totalCount, exported: facts.leads.length }),
      ),
      ...ledgerTerms.readingRows.map((text) => entry(ledgerTerms.readings, text)),
      entry(ledgerTerms.exportedAt, facts.exportedAt),
    ],
    notes: [],
    footer: [],
    isContent: false,
  }
}

/** The leads of the current filter as the district's own table, with a sheet that says what it holds. */
export function leadLedger(facts: LeadLedgerFacts): Report {
  const ledger: ReportSheet = {
    name: ledgerTerms.sheetName,
    title: fillText(ledgerTerms.title, { year: facts.year }),
    heading: [
      { label: reportTerms.reportingUnit, value: facts.bureau },
      { label: reportTerms.dataCutOff, value: formatChineseDate(facts.asOf) },
    ],
    columns: ledgerColumns,
    rows: facts.leads.map((lead, index) => ({ kind: 'data', cells: ledgerCells(lead, index + 1) })),
    notes: [],
    footer: [],
    isContent: true,
  }
  return {
    kind: 'leadLedger',
    bureau: facts.bureau,
    subject: ledgerTerms.subject,
    periodLabel: String(facts.year),
    period: facts.period,
    asOf: facts.asOf,
    preparedOn: facts.preparedOn,
    sheets: [ledger, aboutSheet(facts)],
    document: null,
    warnings: [],
    checkCode: '',
  }
}
