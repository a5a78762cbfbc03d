import type { CellValue, Cell as ReaderCell, Sheet } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import type { Cell, SheetGrid, WorkbookGrid } from '../../shared/tables/workbook'
import { booleanCell, isPercentFormat, numberCell, textCell } from './cell-text'
import { sheetGrid } from './grid-rows'
import { MAX_ROWS } from './limits'
import type { XlsxParts } from './xlsx-parts'

/** The reader counts a day as midnight UTC; the clock of this machine must not move it. */
function dateCell(value: Date): Cell {
  if (Number.isNaN(value.getTime())) return { kind: 'error', text: '#NUM!' }
  const iso = value.toISOString()
  // A time of day without a day counts from the eve of 1900.
  return value.getUTCFullYear() < 1900
    ? { kind: 'text', text: iso.slice(11, 16) }
    : { kind: 'date', text: iso.slice(0, 10) }
}

function plainCell(value: CellValue, isPercent: boolean): Cell | undefined {
  if (value === null) return undefined
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'number') return numberCell(value, isPercent)
  return typeof value === 'boolean' ? booleanCell(value) : dateCell(value)
}

function readCell(value: CellValue, detail: ReaderCell | undefined): Cell | undefined {
  if (!detail) return plainCell(value, false)
  if (detail.type === 'error') return { kind: 'error', text: String(detail.value) }
  if (detail.formula !== undefined && detail.value === null) return { kind: 'formula', text: `=${detail.formula}` }
  return plainCell(value, isPercentFormat(detail.style?.numFmt ?? ''))
}

function readRows(sheet: Sheet): SheetGrid['rows'] {
  const details = sheet.cells
  return sheet.rows.map((row, rowIndex) =>
    row.map((value, column) => readCell(value, details?.get(`${rowIndex},${column}`))),
  )
}

function readSheet(sheet: Sheet): SheetGrid {
  const hiddenRows: number[] = []
  for (const [row, definition] of sheet.rowDefs ?? []) {
    if (definition.hidden || definition.height === 0) hiddenRows.push(row)
  }
  const hiddenColumns: number[] = []
  for (const [column, definition] of (sheet.columns ?? []).entries()) {
    if (definition.hidden || definition.width === 0) hiddenColumns.push(column)
  }
  const merges = (sheet.merges ?? []).map((merge) => ({
    top: merge.startRow,
    left: merge.startCol,
    bottom: merge.endRow,
    right: merge.endCol,
  }))
  const isHidden = sheet.hidden === true || sheet.veryHidden === true
  return sheetGrid({ name: sheet.name, isHidden, rows: readRows(sheet), hiddenRows, hiddenColumns, merges })
}

/** Reads .xlsx (and .et, .xlsm in the same container) whose parts have passed the guard. */
export async function readXlsxGrid(parts: XlsxParts): Promise<WorkbookGrid> {
  // One row more than allowed is enough to see that there are too many.
  const workbook = await readXlsx(parts.container, { maxRows: MAX_ROWS + 1, readStyles: parts.hasPercentFormats })
  return {
    format: 'xlsx',
    encoding: null,
    sheets: workbook.sheets.map(readSheet),
    is1904: workbook.dateSystem === '1904',
  }
}
