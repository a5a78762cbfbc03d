import { foldBelow } from './below-rows'
import { planColumns, columnLetters, type ColumnPlan } from './columns'
import type { RowContext, TableDefinition } from './definition'
import { indexFixes, readDraft, type Draft } from './drafts'
import type { ColumnMatch } from './header-band'
import { headerKey } from './header-key'
import type { Merges } from './merges'
import { warnOfOutliers } from './outliers'
import type { ReadingOptions, SkipReason, TableReading } from './reading'
import type { RecognisedSheet } from './recognise'
import { makeRecords } from './records'
import { classifyRow } from './rows'
import { settleNumbers } from './settle'
import { compareTotals, statedTotals, totalIssues, type TotalRow } from './totals'
import { keepOwnRows } from './units-of-rows'
import type { SheetGrid, WorkbookGrid } from './workbook'

interface SheetRows {
  readonly drafts: readonly Draft[]
  readonly totals: readonly TotalRow[]
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason; readonly text: string }[]
}

/** Reads one recognised sheet into rows, remarks and skipped lines. */
export function readSheet(
  grid: WorkbookGrid,
  sheet: SheetGrid,
  merges: Merges,
  recognised: RecognisedSheet,
  options: ReadingOptions,
): TableReading {
  const { band, definition, matches, metadata } = recognised
  const year = metadata.year ?? options.year
  const context: RowContext = { title: metadata.title, sheet: sheet.name, year }
  const isUntyped = grid.format === 'csv'
  const plans = planColumns(definition, matches, {
    year,
    is1904: grid.is1904,
    isUntyped,
    learned: options.statusWords ?? [],
  })
  const rows = readRows(sheet, merges, recognised, plans, options)
  settleNumbers(rows.drafts, plans, metadata.unit)
  warnOfOutliers(rows.drafts, plans)
  const totals = compareTotals(rows.drafts, rows.totals, plans, metadata.unit)
  const own = keepOwnRows(rows.drafts, plans, definition.unitField, options)
  return {
    kind: definition.kind,
    sheet: sheet.name,
    headerRows: band.rows.map((row) => row + 1),
    title: metadata.title,
    year: metadata.year,
    columns: matches.map((match) => ({
      index: match.index,
      letters: columnLetters(match.index),
      header: match.header,
      field: fieldOf(match, plans),
    })),
    rows: makeRecords(
      foldBelow(own.kept, definition, { sheet, merges, plans, serial: serialOf(matches) }),
      definition,
      plans,
      context,
      options.mode,
    ),
    skipped: [...rows.skipped, ...own.skipped].sort((a, b) => a.row - b.row),
    issues: totalIssues(totals),
    totals: statedTotals(totals),
    fingerprint: fingerprintOf(definition, matches),
  }
}

function serialOf(matches: readonly ColumnMatch[]): number | null {
  return matches.find(({ isSerial }) => isSerial)?.index ?? null
}

function fieldOf(match: ColumnMatch, plans: readonly ColumnPlan[]): string | null {
  const plan = plans.find(({ index }) => index === match.index)
  return plan ? (plan.definition.recordField ?? plan.definition.field) : null
}

/** The layout in words: kind and normalised headers, without year or data. */
function fingerprintOf(definition: TableDefinition, matches: readonly ColumnMatch[]): string {
  return [definition.kind, ...matches.map(({ header }) => headerKey(header))].join('|')
}

function readRows(
  sheet: SheetGrid,
  merges: Merges,
  { band, matches }: RecognisedSheet,
  plans: readonly ColumnPlan[],
  options: ReadingOptions,
): SheetRows {
  const fixes = indexFixes(options.fixes, sheet.name)
  const hidden = new Set(sheet.hiddenRows)
  const serial = serialOf(matches)
  const drafts: Draft[] = []
  const totals: TotalRow[] = []
  const skipped: { row: number; reason: SkipReason; text: string }[] = []
  for (let row = (band.rows.at(-1) ?? -1) + 1; row < sheet.rows.length; row += 1) {
    const verdict = classifyRow(sheet, merges, band, serial, plans, row)
    const isBlank = verdict.kind === 'skip' && verdict.reason === 'blank'
    if (verdict.kind === 'data') {
      drafts.push(readDraft(sheet, merges, plans, fixes, row, hidden.has(row)))
    } else if (verdict.kind === 'total') {
      skipped.push({ row: row + 1, reason: 'total', text: verdict.text })
      if (!verdict.isPart) {
        const draft = readDraft(sheet, merges, plans, fixes, row, hidden.has(row))
        totals.push({ draft, isSubtotal: verdict.isSubtotal })
      }
    } else if (!isBlank || verdict.text !== '') {
      skipped.push({ row: row + 1, reason: verdict.reason, text: verdict.text })
    }
  }
  return { drafts, totals, skipped }
}
