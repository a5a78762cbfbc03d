import type { Cell as WriterCell, CellStyle, CellValue } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import type { Cell, MergedRange, SheetGrid } from '../../shared/tables/workbook'
import type { JobContext } from '../jobs/job-progress'
import { xlsxText } from './cell-text'
import { columnCount } from './grid-rows'
import { readWorkbookFile } from './read-workbook'

export interface ErrorRow {
  /** Excel row number, from 1. */
  readonly row: number
  /** The row that begins the record, where it takes several; merges from there are not repeated. */
  readonly firstRow?: number
  /** Zero-based columns of the cells to mark. */
  readonly columns: readonly number[]
  /** What is wrong with the row, in the words of the screen. */
  readonly message: string
}

export interface ErrorRowsLayout {
  /** Excel row numbers of the header band, from 1. */
  readonly headerRows: readonly number[]
  readonly rows: readonly ErrorRow[]
  /** Header of the added last column. */
  readonly label: string
}

export interface WriteErrorRowsInput extends ErrorRowsLayout {
  readonly file: string
  readonly sheet: string
}

const LINE: CellStyle['border'] = {
  top: { style: 'thin' },
  right: { style: 'thin' },
  bottom: { style: 'thin' },
  left: { style: 'thin' },
}
const TITLE: CellStyle = { font: { bold: true, size: 14 }, alignment: { horizontal: 'center', vertical: 'center' } }
const ABOVE: CellStyle = { alignment: { vertical: 'center' } }
const HEADER: CellStyle = {
  font: { bold: true },
  border: LINE,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const BODY: CellStyle = { border: LINE, alignment: { vertical: 'center', wrapText: true } }
const REFUSED: CellStyle = { ...BODY, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } }
const MESSAGE_WIDTH = 44
/** Digits beyond these are lost in a number cell, so the value is written as text. */
const SAFE_DIGITS = 15

function writerValue(cell: Cell | undefined): CellValue {
  if (!cell) return null
  if (cell.kind === 'number' && cell.text.replace(/\D/g, '').length <= SAFE_DIGITS) return Number(cell.text)
  if (cell.kind === 'date') return new Date(`${cell.text}T00:00:00Z`)
  // A string stays a text cell whatever it begins with: no formula can come out of it.
  return xlsxText(cell.text)
}

function numberFormat(cell: Cell | undefined): Pick<CellStyle, 'numFmt'> {
  if (cell?.kind === 'date') return { numFmt: 'yyyy-mm-dd' }
  if (cell?.kind === 'text') return { numFmt: '@' }
  return cell?.kind === 'number' && cell.isPercent ? { numFmt: '0.##%' } : {}
}

/** A grouping cell merged downwards stands for each of its rows; only its first one holds the text. */
function cellAt(sheet: SheetGrid, row: number, column: number, fillDown: readonly MergedRange[]): Cell | undefined {
  const cell = sheet.rows[row]?.[column]
  if (cell) return cell
  const merge = fillDown.find((range) => range.left === column && range.top < row && row <= range.bottom)
  return merge && sheet.rows[merge.top]?.[merge.left]
}

/** Unit: characters of half width, as Excel counts them. */
function textWidth(text: string): number {
  return Math.max(0, ...text.split('\n').map((line) => line.replace(/[^\u0000-\u00ff]/g, '  ').length))
}

function columnWidth(sheet: SheetGrid, rows: readonly number[], column: number): number {
  const widths = rows.map((row) => textWidth(sheet.rows[row]?.[column]?.text ?? ''))
  return Math.min(40, Math.max(6, ...widths) + 2)
}

/** Unit: points. A row with wrapped Chinese text is not made higher by every program, so the height is written. */
function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map(
    (text, column) => Math.ceil(textWidth(text) / (widths[column] ?? 10)) + text.split('\n').length - 1,
  )
  return Math.min(400, 18 * Math.max(1, ...lines))
}

function messageColumn(sheet: SheetGrid, headerRows: readonly number[], label: string): number {
  const existing = headerRows.flatMap((row) => {
    const column = sheet.rows[row - 1]?.findIndex((cell) => cell?.text === label) ?? -1
    return column < 0 ? [] : [column]
  })
  return existing[0] ?? columnCount(sheet)
}

/** Collects values, styles and heights while the rows are laid out from top to bottom. */
interface Draft {
  readonly rows: CellValue[][]
  readonly cells: Map<string, Partial<WriterCell>>
  readonly heights: Map<number, { height: number }>
}

function addRow(draft: Draft, cells: readonly (Cell | undefined)[], style: (column: number) => CellStyle): void {
  const row = draft.rows.length
  draft.rows.push(cells.map(writerValue))
  for (const [column, cell] of cells.entries()) {
    draft.cells.set(`${row},${column}`, { style: { ...style(column), ...numberFormat(cell) } })
  }
}

/**
 * A new workbook in the layout of the original: what stands above the table, its header band with the merges, only the
 * rows that were refused with their cells marked, and a last column that says why.
 */
export async function writeErrorRows(sheet: SheetGrid, layout: ErrorRowsLayout): Promise<Uint8Array> {
  const headerRows = layout.headerRows.length > 0 ? layout.headerRows : [1]
  const bandStart = Math.min(...headerRows) - 1
  const bandEnd = Math.max(...headerRows) - 1
  const added = messageColumn(sheet, headerRows, layout.label)
  const columns = Array.from({ length: Math.max(added + 1, columnCount(sheet)) }, (_, column) => column)
  const fillDown = sheet.merges.filter((merge) => merge.top > bandEnd && merge.bottom > merge.top)
  const shown = [...headerRows.map((row) => row - 1), ...layout.rows.map((row) => row.row - 1)]
  const widths = columns.map((column) => (column === added ? MESSAGE_WIDTH : columnWidth(sheet, shown, column)))
  const draft: Draft = { rows: [], cells: new Map(), heights: new Map() }
  for (let row = 0; row <= bandEnd; row += 1) {
    const isHeader = row >= bandStart
    const cells = columns.map((column) => sheet.rows[row]?.[column])
    if (row === bandStart) cells[added] = { kind: 'text', text: layout.label }
    const isTitle = !isHeader && cells.filter((cell) => cell !== undefined).length === 1 && cells[0] !== undefined
    addRow(draft, cells, () => (isHeader ? HEADER : isTitle ? TITLE : ABOVE))
  }
  for (const { row, firstRow = row, columns: bad, message } of layout.rows) {
    const filling = firstRow < row ? fillDown.filter(({ top }) => top >= firstRow) : fillDown
    const cells = columns.map((column) => cellAt(sheet, row - 1, column, filling))
    cells[added] = { kind: 'text', text: message }
    const height = rowHeight(
      cells.map((cell) => cell?.text ?? ''),
      widths,
    )
    draft.heights.set(draft.rows.length, { height })
    addRow(draft, cells, (column) => (bad.includes(column) ? REFUSED : BODY))
  }
  const merges = sheet.merges.filter((merge) => merge.bottom <= bandEnd).map(toWriterMerge)
  const isAddedMerged = sheet.merges.some(
    (merge) => merge.bottom <= bandEnd && merge.right >= added && merge.top >= bandStart,
  )
  if (bandEnd > bandStart && !isAddedMerged) {
    merges.push({ startRow: bandStart, endRow: bandEnd, startCol: added, endCol: added })
  }
  return writeXlsx({
    sheets: [
      {
        name: sheet.name,
        columns: widths.map((width) => ({ width })),
        rows: draft.rows,
        cells: draft.cells,
        rowDefs: draft.heights,
        merges,
        freezePane: { rows: bandEnd + 1 },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  })
}

function toWriterMerge(merge: MergedRange) {
  return { startRow: merge.top, endRow: merge.bottom, startCol: merge.left, endCol: merge.right }
}

/** The job `writeErrorRows`: reads the original again, so that no grid has to travel between threads. */
export async function writeErrorRowsJob(input: WriteErrorRowsInput, context: JobContext): Promise<Result<Uint8Array>> {
  const grid = await readWorkbookFile(input.file, context.report)
  if (!grid.ok) return grid
  const sheet = grid.value.sheets.find((candidate) => candidate.name === input.sheet)
  if (!sheet) {
    const sheets = grid.value.sheets.map((candidate) => candidate.name).join(', ')
    return err('sheetNotFound', { sheet: input.sheet, sheets })
  }
  return ok(await writeErrorRows(sheet, input))
}
