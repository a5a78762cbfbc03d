import type { IsoDate, Period } from '../core/dates'
import type { LeadRecord } from '../investment/record'
import { ledgerTerms } from '../terms/reports'
import { ledgerCells, ledgerColumns } from './lead-rows'
import { aboutSheet, ledgerHeading, type LedgerFrame } from './ledger-frame'
import type { Report, ReportSheet } from './model'
import { fillText } from './sentences'

export interface LeadLedgerFacts extends LedgerFrame {
  readonly year: number
  readonly period: Period
  readonly preparedOn: IsoDate
  /** The rows of the current filter, in the order of the screen. */
  readonly leads: readonly LeadRecord[]
}

/** The leads of the current filter as the district's own table, with a sheet that says what it holds. */
export function leadLedger(facts: LeadLedgerFacts): Report {
  const ledger: ReportSheet = {
    name: ledgerTerms.sheetName,
    title: fillText(ledgerTerms.title, { year: facts.year }),
    heading: ledgerHeading(facts),
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
    sheets: [ledger, aboutSheet(facts, facts.leads.length, ledgerTerms.readingRows)],
    document: null,
    warnings: [],
    checkCode: '',
  }
}
