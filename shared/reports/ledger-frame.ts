import { endOfMonth, isoDate, type IsoDate } from '../core/dates'
import { formatChineseDate } from '../terms/dates'
import { ledgerTerms, reportTerms } from '../terms/reports'
import { column } from './cells'
import type { LabelledValue, Report, ReportSheet, SheetColumn, SheetRow } from './model'
import { fillText } from './sentences'

/** What every ledger says of itself. */
export interface LedgerFrame {
  readonly bureau: string
  readonly asOf: IsoDate
  /** Local day and time of the export, already as text. */
  readonly exportedAt: string
  /** How many records there are without the filter. */
  readonly totalCount: number
  /** The filter in words, one condition each; empty when nothing is filtered. */
  readonly filters: readonly string[]
}

/** The sheet that says what a ledger holds; `exported` counts records. */
export function aboutSheet(frame: LedgerFrame, exported: number, readings: readonly string[]): ReportSheet {
  const entry = (label: string, value: string): SheetRow => ({ kind: 'data', cells: [label, value] })
  const { filters, totalCount } = frame
  return {
    name: ledgerTerms.aboutName,
    title: ledgerTerms.aboutTitle,
    heading: [],
    columns: [column(ledgerTerms.item, 'text', 14), column(ledgerTerms.content, 'text', 80)],
    rows: [
      entry(ledgerTerms.bureau, frame.bureau),
      entry(reportTerms.dataCutOff, formatChineseDate(frame.asOf)),
      entry(ledgerTerms.filter, filters.length > 0 ? filters.join(reportTerms.semicolon) : ledgerTerms.noFilter),
      entry(ledgerTerms.countLabel, fillText(ledgerTerms.count, { total: totalCount, exported })),
      ...readings.map((reading) => entry(ledgerTerms.readings, reading)),
      entry(ledgerTerms.exportedAt, frame.exportedAt),
    ],
    notes: [],
    footer: [],
    isContent: false,
  }
}

/** 填报单位 and 数据截止 above a ledger. */
export function ledgerHeading({ bureau, asOf }: Pick<LedgerFrame, 'bureau' | 'asOf'>): readonly LabelledValue[] {
  return [
    { label: reportTerms.reportingUnit, value: bureau },
    { label: reportTerms.dataCutOff, value: formatChineseDate(asOf) },
  ]
}

/** A table of records, each as the cells behind its number. */
export function ledgerSheet(
  frame: LedgerFrame,
  about: { readonly name: string; readonly title: string; readonly columns: readonly SheetColumn[] },
  records: readonly SheetRow['cells'][],
): ReportSheet {
  return {
    ...about,
    heading: ledgerHeading(frame),
    rows: records.map((cells, index) => ({ kind: 'data', cells: [String(index + 1), ...cells] })),
    notes: [],
    footer: [],
    isContent: true,
  }
}

/** A ledger of a year, which is only a workbook. */
export function yearLedger(
  { bureau, asOf }: LedgerFrame,
  about: Pick<Report, 'kind' | 'subject'> & { readonly year: number },
  sheets: readonly ReportSheet[],
): Report {
  const { kind, subject, year } = about
  return {
    kind,
    bureau,
    subject,
    periodLabel: String(year),
    period: { start: isoDate(year, 1, 1) ?? asOf, end: endOfMonth(year, 12) },
    asOf,
    preparedOn: asOf,
    sheets,
    document: null,
    warnings: [],
    checkCode: '',
  }
}
