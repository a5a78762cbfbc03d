import type { Period } from '../core/dates'
import type { Fen } from '../core/money'
import { column, filled, tenThousand } from '../reports/cells'
import { progressRate, sumOf } from './progress'
import { countsIn } from './counting'
import type { RevenueRecord } from './record'
import { aboutSheet, ledgerHeading, type LedgerFrame } from '../reports/ledger-frame'
import type { CellContent, Report, ReportSheet, SheetColumn } from '../reports/model'
import { revenueLedgerText as text, revenueSourceLabel, revenueStatusLabel } from '../terms/revenue'
import { revenueTableLabels as labels } from '../terms/revenue-tables'

export interface RevenueLedgerFacts extends LedgerFrame {
  readonly year: number
  readonly period: Period
  readonly target: Fen | null
  /** The rows of the current filter, in the order of the screen. */
  readonly entries: readonly RevenueRecord[]
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

/** The entries of the current filter as the district's own table, with a sheet that says what it holds. */
export function revenueLedger(facts: RevenueLedgerFacts): Report {
  const cumulative = cumulativeOf(facts)
  const ledger: ReportSheet = {
    name: text.sheetName,
    title: text.title(facts.year),
    heading: ledgerHeading(facts),
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
    sheets: [ledger, aboutSheet(facts, facts.entries.length, text.readings)],
    document: null,
    warnings: [],
    checkCode: '',
  }
}
