import type { Failure } from '../../shared/core/result'
import type { Cell, MergedRange, SheetGrid } from '../../shared/tables/workbook'
import { MAX_COLUMNS, MAX_ROWS } from './limits'

export type GridRow = readonly (Cell | undefined)[]

/** Cells without the empty ones at the end. */
function trimRow(row: GridRow): GridRow {
  let length = row.length
  while (length > 0 && row[length - 1] === undefined) length -= 1
  return length === row.length ? row : row.slice(0, length)
}

/** Rows without the empty ones at the end, so that formatting dragged down does not count. */
function trimRows(rows: readonly GridRow[]): readonly GridRow[] {
  const trimmed = rows.map(trimRow)
  let length = trimmed.length
  while (length > 0 && trimmed[length - 1]?.length === 0) length -= 1
  return trimmed.slice(0, length)
}

function clipMerge(merge: MergedRange, rowCount: number): MergedRange {
  return {
    top: merge.top,
    left: merge.left,
    bottom: Math.min(merge.bottom, rowCount - 1),
    right: Math.min(merge.right, MAX_COLUMNS - 1),
  }
}

function isRealMerge(merge: MergedRange): boolean {
  const isInside = merge.top >= 0 && merge.left >= 0 && merge.bottom >= merge.top && merge.right >= merge.left
  return isInside && (merge.bottom > merge.top || merge.right > merge.left)
}

/** Makes a sheet of what an adapter read: bounded by its last filled row, ranges outside dropped. */
export function sheetGrid(sheet: SheetGrid): SheetGrid {
  const rows = trimRows(sheet.rows)
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    rows,
    hiddenRows: sheet.hiddenRows.filter((row) => row < rows.length).sort((a, b) => a - b),
    hiddenColumns: sheet.hiddenColumns.filter((column) => column < MAX_COLUMNS),
    merges: sheet.merges.map((merge) => clipMerge(merge, rows.length)).filter(isRealMerge),
  }
}

/** The widest row of a sheet. */
export function columnCount(sheet: SheetGrid): number {
  return sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
}

/** Says that a sheet is larger than what is read. */
export function tooManyCells(rows: number, columns: number): Failure {
  return { code: 'fileTooManyCells', params: { rows, columns, rowLimit: MAX_ROWS, columnLimit: MAX_COLUMNS } }
}
