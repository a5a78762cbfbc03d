import type { IsoDate, Period } from '../core/dates'
import { formatMoney, type Fen } from '../core/money'
import { progressRate, sumOf } from './progress'
import { countsIn } from './counting'
import type { RevenueRecord } from './record'
import type { CellContent, Report, ReportSheet, SheetColumn, SheetRow } from '../reports/model'
import { fillText } from '../reports/sentences'
import { formatChineseDate } from '../terms/dates'
import { ledgerTerms, reportTerms } from '../terms/reports'
import { revenueLedgerText as text, revenueSourceLabel, revenueStatusLabel } from '../terms/revenue'
import { revenueTableLabels as labels } from '../terms/revenue-tables'

export interface RevenueLedgerFacts {
  readonly bureau: string
  readonly year: number
  readonly period: Period
  readonly asOf: IsoDate
  readonly target: Fen | null
  /** The rows of the current filter, in the order of the screen. */
  readonly entries: readonly RevenueRecord[]
  /** How many there are without the filter. */
  readonly totalCount: number
  /** The filter in words, one condition each; empty when nothing is filtered. */
  readonly filters: readonly string[]
  /** Local day and time of the export, already as text. */
  readonly exportedAt: string
}

function column(label: string, type: SheetColumn['type'], width: number): SheetColumn {
  return { group: null, label, type, width, decimals: null }
}

/** B4 in the district's order, then what the bureau needs to have it back as it was. Source: layout B4. */
const columns: readonly SheetColumn[] = [
  column(text.serialNo, 'integer', 6),
  column(labels.item, 'text', 24),
  column(labels.source, 'text', 18),
  column(labels.payer, 'text', 18),
  column(labels.bookedOn, 'date', 11),
  column(labels.gross, 'decimal', 12),
  column(labels.districtRetained, 'decimal', 12),
  column(labels.voucherNo, 'code', 14),
  column(labels.findingText, 'text', 22),
  column(text.cumulative, 'decimal', 12),
  column(text.rate, 'percent', 10),
  column(labels.status, 'text', 8),
  column(labels.reversedOn, 'date', 11),
  column(labels.reason, 'text', 18),
  column(labels.remark, 'text', 22),
]

function filled(value: string): string | null {
  return value === '' ? null : value
}

function tenThousand(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}

/** 累计区留成 after each entry that counts, in the order of the treasury. */
function cumulativeOf({ entries, year, asOf }: RevenueLedgerFacts): ReadonlyMap<string, Fen> {
  const counted = entries
    .filter((entry) => countsIn(entry, year, asOf))
    .toSorted(
      (left, right) => (left.bookedOn ?? '').localeCompare(right.bookedOn ?? '') || left.id.localeCompare(right.id),
    )
  let sum = sumOf([])
  return new Map(
    counted.map((entry) => {
      sum = sumOf([sum, entry.districtRetained])
      return [entry.id, sum]
    }),
  )
}

/** Cells of the district's eleven columns for one entry. */
export function revenueCells(
  entry: RevenueRecord,
  serialNo: number,
  cumulative: Fen | null,
  target: Fen | null,
): readonly CellContent[] {
  const rate = cumulative === null ? null : progressRate(cumulative, target)
  return [
    String(serialNo),
    filled(entry.item),
    revenueSourceLabel(entry.source),
    filled(entry.payer),
    entry.bookedOn,
    tenThousand(entry.gross),
    tenThousand(entry.districtRetained),
    filled(entry.voucherNo),
    filled(entry.findingText),
    tenThousand(cumulative),
    rate === null ? null : rate.replace('%', ''),
  ]
}

function aboutSheet(facts: RevenueLedgerFacts): ReportSheet {
  const entry = (label: string, value: string): SheetRow => ({ kind: 'data', cells: [label, value] })
  const filter = facts.filters.length > 0 ? facts.filters.join(reportTerms.semicolon) : ledgerTerms.noFilter
  const count = fillText(ledgerTerms.count, { total: facts.totalCount, exported: facts.entries.length })
  return {
    name: ledgerTerms.aboutName,
    title: ledgerTerms.aboutTitle,
    heading: [],
    columns: [column(ledgerTerms.item, 'text', 14), column(ledgerTerms.content, 'text', 80)],
    rows: [
      entry(ledgerTerms.bureau, facts.bureau),
      entry(reportTerms.dataCutOff, formatChineseDate(facts.asOf)),
      entry(ledgerTerms.filter, filter),
      entry(ledgerTerms.countLabel, count),
      ...text.readings.map((reading) => entry(ledgerTerms.readings, reading)),
      entry(ledgerTerms.exportedAt, facts.exportedAt),
    ],
    notes: [],
    footer: [],
    isContent: false,
  }
}

/** The entries of the current filter as the district's own table, with a sheet that says what it holds. */
export function revenueLedger(facts: RevenueLedgerFacts): Report {
  const cumulative = cumulativeOf(facts)
  const ledger: ReportSheet = {
    name: text.sheetName,
    title: text.title(facts.year),
    heading: [
      { label: reportTerms.reportingUnit, value: facts.bureau },
      { label: reportTerms.dataCutOff, value: formatChineseDate(facts.asOf) },
    ],
    columns,
    rows: facts.entries.map((entry, index) => ({
      kind: 'data',
      cells: [
        ...revenueCells(entry, index + 1, cumulative.get(entry.id) ?? null, facts.target),
        revenueStatusLabel(entry.status),
        entry.reversedOn,
        filled(entry.reason),
        filled(entry.remark),
      ],
    })),
    notes: [],
    footer: [],
    isContent: true,
  }
  return {
    kind: 'revenueLedger',
    bureau: facts.bureau,
    subject: text.subject,
    periodLabel: String(facts.year),
    period: facts.period,
    asOf: facts.asOf,
    preparedOn: facts.asOf,
    sheets: [ledger, aboutSheet(facts)],
    document: null,
    warnings: [],
    checkCode: '',
  }
}
