import { yearOf, type IsoDate } from '../core/dates'
import { fen, formatMoney, type Fen } from '../core/money'
import { progressRate, sumOf } from '../revenue/progress'
import type { RevenueRecord } from '../revenue/record'
import { revenueText } from '../terms/report-revenue'
import { reportTerms } from '../terms/reports'
import { revenueSourceLabel, tipDirectionLabels } from '../terms/revenue'
import { column, filled } from './cells'
import { emptyNote, numberedRows, reportSheet, withTotal } from './frame'
import type { CellContent, ReportSheet, SheetColumn } from './model'
import type { RevenueFacts } from './revenue-facts'
import { fillText } from './sentences'

const { entrySheet: entryText, tipSheet: tipText } = revenueText

/** One movement of the treasury: a booking, or the reversal of one. */
export interface RevenueLine {
  readonly entry: RevenueRecord
  readonly item: string
  readonly on: IsoDate
  readonly gross: Fen | null
  readonly retained: Fen
  readonly cumulative: Fen
  /** `82%`; null without a target. */
  readonly rate: string | null
}

function negative(amount: Fen | null): Fen | null {
  return amount === null ? null : fen(0 - amount)
}

/** Bookings of the year and their reversals by the cut-off, in the order of the treasury, added up line by line. */
export function revenueLines({ entries, period, asOf, progress }: RevenueFacts): readonly RevenueLine[] {
  const moves = entries.flatMap((entry) => {
    const { bookedOn, reversedOn, status, gross, districtRetained, item } = entry
    if (bookedOn === null || bookedOn > asOf || yearOf(bookedOn) !== period.year || districtRetained === null) return []
    if (status !== 'booked' && (status !== 'reversed' || reversedOn === null)) return []
    const booking = { entry, item, on: bookedOn, gross, retained: districtRetained }
    if (status !== 'reversed' || reversedOn === null || reversedOn > asOf) return [booking]
    const back = { gross: negative(gross), retained: sumOf([negative(districtRetained)]) }
    return [booking, { ...booking, ...back, item: fillText(entryText.reversal, { item }), on: reversedOn }]
  })
  const ordered = moves.toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
  return ordered.map((move, index) => {
    const cumulative = sumOf(ordered.slice(0, index + 1).map(({ retained }) => retained))
    return { ...move, cumulative, rate: progressRate(cumulative, progress.targetFen) }
  })
}

/** Unit: 万元. */
function inTenThousand(value: Fen | null): string | null {
  return value === null ? null : formatMoney(value, 'tenThousand')
}

/** Source: layout B4 抓收入. */
const entryColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(entryText.columns.item, 'text', 28),
  column(entryText.columns.source, 'text', 22),
  column(entryText.columns.payer, 'text', 20),
  column(entryText.columns.bookedOn, 'date', 12),
  column(entryText.columns.gross, 'decimal', 14),
  column(entryText.columns.retained, 'decimal', 14),
  column(entryText.columns.voucherNo, 'code', 16),
  column(entryText.columns.finding, 'text', 26),
  column(entryText.columns.cumulative, 'decimal', 19),
  column(entryText.columns.rate, 'percent', 11, 1),
]
const grossColumn = 5
const retainedColumn = 6

/** A line in the columns of the sheet, without its number. */
export function revenueCells({
  entry,
  item,
  on,
  gross,
  retained,
  cumulative,
  rate,
}: RevenueLine): readonly CellContent[] {
  return [
    item,
    revenueSourceLabel(entry.source),
    filled(entry.payer),
    on,
    inTenThousand(gross),
    inTenThousand(retained),
    filled(entry.voucherNo),
    filled(entry.findingText),
    inTenThousand(cumulative),
    rate === null ? reportTerms.none : rate.replace('%', ''),
  ]
}

function entriesSheet(facts: RevenueFacts): ReportSheet {
  const lines = revenueLines(facts)
  const rows = numberedRows(lines.map(revenueCells))
  const waiting = { clues: facts.clues.length, confirmed: facts.confirmed.length }
  return reportSheet(facts, facts.signers, {
    name: entryText.sheetName,
    title: entryText.sheetTitle,
    unit: entryText.unit,
    columns: entryColumns,
    rows: withTotal(rows, entryColumns.length, {
      [grossColumn]: formatMoney(sumOf(lines.map(({ gross }) => gross)), 'tenThousand'),
      [retainedColumn]: formatMoney(sumOf(lines.map(({ retained }) => retained)), 'tenThousand'),
    }),
    notes: [
      ...emptyNote(facts, rows),
      ...(waiting.clues + waiting.confirmed > 0 ? [fillText(entryText.waiting, waiting)] : []),
      ...revenueText.readings,
    ],
  })
}

const tipColumns: readonly SheetColumn[] = [
  column(reportTerms.serialNo, 'integer', 6),
  column(tipText.columns.on, 'date', 13),
  column(tipText.columns.direction, 'text', 10),
  column(tipText.columns.counterpart, 'text', 26),
  column(tipText.columns.content, 'text', 44),
  column(tipText.columns.result, 'text', 56),
]

function tipsSheet(facts: RevenueFacts): ReportSheet {
  const rows = numberedRows(
    facts.tips.map(({ tip }) => {
      const isHandled = tip.handledOn !== null && tip.handledOn <= facts.asOf
      return [
        tip.sentOn,
        tipDirectionLabels[tip.direction],
        tip.counterpart,
        tip.content,
        isHandled ? tip.result || null : tipText.unanswered,
      ]
    }),
  )
  return reportSheet(facts, facts.signers, {
    name: tipText.sheetName,
    title: tipText.sheetTitle,
    unit: tipText.unit,
    columns: tipColumns,
    rows,
    notes: emptyNote(facts, rows),
  })
}

/** The sheets of 抓收入: entries and tips. Source: layout B4. */
export function revenueSheets(facts: RevenueFacts): readonly ReportSheet[] {
  return [entriesSheet(facts), tipsSheet(facts)]
}
