import type { CellObject, DenseWorkSheet, WorkBook, WorkSheet } from '@e965/xlsx'
import { read, set_cptable, SSF } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Cell, SheetGrid, WorkbookFormat, WorkbookGrid } from '../../shared/tables/workbook'
import { booleanCell, isPercentFormat, numberCell, textCell } from './cell-text'
import { sheetGrid } from './grid-rows'

// Without the code pages the Chinese of workbooks older than Excel 97 is read as Latin letters.
set_cptable(codePages)

interface DateCodes {
  readonly is_date: (format: string) => boolean
  readonly parse_date_code: (
    serial: number,
    options: { readonly date1904: boolean },
  ) => { readonly y: number; readonly m: number; readonly d: number; readonly H: number; readonly M: number } | null
}
const dateCodes: DateCodes = SSF

/** Unit: bytes. A second reading, for the hidden columns only, is worth its time up to here. */
const COLUMN_PASS_BYTES = 4 * 1024 * 1024

export interface SheetJsSource {
  readonly format: WorkbookFormat
  readonly encoding: WorkbookGrid['encoding']
  readonly content: Uint8Array | string
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function serialCell(serial: number, is1904: boolean): Cell {
  const parts = dateCodes.parse_date_code(serial, { date1904: is1904 })
  if (!parts) return { kind: 'error', text: '#NUM!' }
  return serial < 1 && !is1904
    ? { kind: 'text', text: `${pad(parts.H)}:${pad(parts.M)}` }
    : { kind: 'date', text: `${parts.y}-${pad(parts.m)}-${pad(parts.d)}` }
}

function readCell(cell: CellObject | undefined, is1904: boolean): Cell | undefined {
  if (!cell) return undefined
  const { t: type, v: value } = cell
  const format = String(cell.z ?? 'General')
  if (type === 'e') return { kind: 'error', text: cell.w ?? '#VALUE!' }
  if (typeof value === 'boolean') return booleanCell(value)
  if (typeof value === 'number') {
    return dateCodes.is_date(format) ? serialCell(value, is1904) : numberCell(value, isPercentFormat(format))
  }
  if (value === undefined && cell.f !== undefined) return { kind: 'formula', text: `=${cell.f}` }
  return textCell(String(value ?? ''))
}

function hasCells(sheet: WorkSheet): sheet is DenseWorkSheet {
  return Array.isArray(sheet['!data'])
}

function readSheet(workbook: WorkBook, name: string, index: number, columns: WorkBook | null): SheetGrid {
  const sheet = workbook.Sheets[name]
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true
  const rows = sheet && hasCells(sheet) ? sheet['!data'] : []
  const hiddenRows: number[] = []
  for (const [row, definition] of Array.from(sheet?.['!rows'] ?? []).entries()) {
    if (definition?.hidden) hiddenRows.push(row)
  }
  const hiddenColumns: number[] = []
  for (const [column, definition] of Array.from(columns?.Sheets[name]?.['!cols'] ?? []).entries()) {
    if (definition?.hidden) hiddenColumns.push(column)
  }
  return sheetGrid({
    name,
    isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    // Rows and cells that the file leaves out are holes: they have to become empty ones.
    rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => readCell(cell, is1904))),
    hiddenRows,
    hiddenColumns,
    merges: (sheet?.['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  })
}

/**
 * Reads what is not a ZIP: BIFF8 and BIFF5 .xls, tables of a web page, XML of Excel 2003. `cellStyles` and `sheetStubs`
 * stay off for the values: with them a formula without a result reads as 0.
 */
export function readSheetJsGrid(source: SheetJsSource): WorkbookGrid {
  const isText = typeof source.content === 'string'
  const base = { type: isText ? 'string' : 'array', dense: true } as const
  const isWebPage = source.format === 'html'
  const workbook = read(source.content, { ...base, cellNF: true, cellText: true, raw: isWebPage })
  const needsColumns = !isText && source.content.length <= COLUMN_PASS_BYTES
  const columns = needsColumns ? read(source.content, { ...base, cellStyles: true, sheetRows: 1 }) : null
  return {
    format: source.format,
    encoding: source.encoding,
    sheets: workbook.SheetNames.map((name, index) => readSheet(workbook, name, index, columns)),
    is1904: workbook.Workbook?.WBProps?.date1904 === true,
  }
}
