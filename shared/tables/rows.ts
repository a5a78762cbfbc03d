import { noteRowPattern, partRowPattern, subtotalRowPattern, totalRowPattern } from '../terms/table-words'
import type { ColumnPlan } from './columns'
import type { HeaderBand } from './header-band'
import { cellAt, isBlank, textAt, type Merges } from './merges'
import type { SkipReason } from './reading'
import { lineText, matchText } from './text-forms'
import type { SheetGrid } from './workbook'

/** What a row below the header is. */
export type RowClass =
  | { readonly kind: 'data' }
  | { readonly kind: 'skip'; readonly reason: SkipReason; readonly text: string }
  | { readonly kind: 'total'; readonly isSubtotal: boolean; readonly isPart: boolean; readonly text: string }

const data: RowClass = { kind: 'data' }
/** 合计 may stand under the serial number or one of the names beside it. */
const totalSearchedCells = 4
const longestTotalText = 24
const wideMerge = 3
/** A row that repeats this many header words, or all it has, is a header again. */
const repeatedWords = 3

/** Tells data rows from totals, notes, repeated headers and empty rows. */
export function classifyRow(
  sheet: SheetGrid,
  merges: Merges,
  band: HeaderBand,
  serialColumn: number | null,
  plans: readonly ColumnPlan[],
  row: number,
): RowClass {
  const cells = sheet.rows[row] ?? []
  const filled: number[] = []
  for (let column = 0; column < cells.length; column += 1) if (!isBlank(cells[column])) filled.push(column)
  const first = filled[0]
  if (first === undefined) return { kind: 'skip', reason: 'blank', text: '' }
  const firstText = textAt(sheet, row, first)
  const firstKey = matchText(firstText)
  const text = lineText(firstText)
  const total = totalWord(sheet, row, filled)
  if (total) return { kind: 'total', isSubtotal: subtotalRowPattern.test(total), isPart: false, text }
  if (partRowPattern.test(firstKey)) return { kind: 'total', isSubtotal: false, isPart: true, text }
  if (isNote(firstKey, filled, merges, row, first, serialColumn)) return { kind: 'skip', reason: 'note', text }
  if (isRepeatedHeader(sheet, band, row, filled)) return { kind: 'skip', reason: 'repeatedHeader', text }
  return hasContent(sheet, plans, row) ? data : { kind: 'skip', reason: 'blank', text }
}

function totalWord(sheet: SheetGrid, row: number, filled: readonly number[]): string | null {
  for (const column of filled.slice(0, totalSearchedCells)) {
    const cell = cellAt(sheet, row, column)
    if (cell?.kind !== 'text' || cell.text.length > longestTotalText) continue
    const key = matchText(cell.text)
    if (totalRowPattern.test(key)) return key
  }
  return null
}

function isNote(
  key: string,
  filled: readonly number[],
  merges: Merges,
  row: number,
  first: number,
  serialColumn: number | null,
): boolean {
  if (noteRowPattern.test(key)) return true
  if (filled.length > 1 || /^\d+$/.test(key)) return false
  const range = merges.at(row, first)
  return first === serialColumn || (range !== undefined && range.right - range.left + 1 >= wideMerge)
}

function isRepeatedHeader(sheet: SheetGrid, band: HeaderBand, row: number, filled: readonly number[]): boolean {
  let same = 0
  for (const column of filled) {
    const cell = cellAt(sheet, row, column)
    if (cell?.kind !== 'text') return false
    const text = lineText(cell.text)
    if (!band.columns.some((each) => each.index === column && each.parts.includes(text))) return false
    same += 1
  }
  return same >= Math.min(repeatedWords, band.columns.length)
}

function hasContent(sheet: SheetGrid, plans: readonly ColumnPlan[], row: number): boolean {
  return plans.some(
    ({ index, definition }) =>
      !definition.isBare && definition.reading.kind !== 'ignored' && !isBlank(cellAt(sheet, row, index)),
  )
}
