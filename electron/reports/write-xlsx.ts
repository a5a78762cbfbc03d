import type { Cell, CellStyle, CellValue, MergeRange, RowDef, WriteSheet } from 'hucre'
import { writeXlsx as writeWorkbook } from 'hucre/xlsx'
import { parseIsoDate } from '../../shared/core/dates'
import type { CellContent, Report, ReportSheet, RowKind, SheetColumn, SumCell } from '../../shared/reports/model'
import { reportFonts } from '../../shared/terms/fonts'
import { reportTerms } from '../../shared/terms/reports'
import {
  cellText,
  columnLetters,
  footerText,
  lineCount,
  middleColumn,
  noteText,
  rowHeight,
  sheetLayout,
  sheetName,
  type SheetLayout,
} from './sheet-layout'
import {
  dataStyles,
  footerStyle,
  headerStyle,
  headingLeftStyle,
  headingRightStyle,
  indentOf,
  noteStyle,
  titleStyle,
  type DataStyles,
} from './sheet-styles'

/** A sheet while it is filled. */
interface Canvas {
  /** Plain values by row; a row without any stays empty. */
  readonly rows: CellValue[][]
  /** Cells that do not look like their column. */
  readonly cells: Map<string, Partial<Cell>>
  readonly merges: MergeRange[]
  readonly rowDefs: Map<number, RowDef>
  readonly columns: readonly SheetColumn[]
  readonly styleOf: DataStyles
}

const decimalText = /^-?\d{1,15}(\.\d{1,8})?$/
/** Unit: points. */
const lineHeight = 15
const noteLineHeight = 13.5
/** One level of indent. Unit: half-width characters. */
const indentWidth = 2

function put(canvas: Canvas, row: number, column: number, value: CellValue, style: CellStyle): void {
  canvas.cells.set(`${row},${column}`, { value, style })
}

function putAcross(canvas: Canvas, row: number, from: number, to: number, text: string, style: CellStyle): void {
  put(canvas, row, from, cellText(text), style)
  for (let column = from + 1; column <= to; column += 1) put(canvas, row, column, null, style)
  if (to > from) canvas.merges.push({ startRow: row, startCol: from, endRow: row, endCol: to })
}

function drawHeading(canvas: Canvas, sheet: ReportSheet, layout: SheetLayout): void {
  const last = canvas.columns.length - 1
  putAcross(canvas, 0, 0, last, sheet.title, titleStyle)
  canvas.rowDefs.set(0, { height: rowHeight(lineCount(sheet.title, layout.totalWidth / 1.7), 26) })
  const middle = middleColumn(canvas.columns)
  layout.headingLines.forEach((line, index) => {
    const row = 1 + index
    const [left, right] = line.map(({ label, value }) => `${label}${reportTerms.colon}${value}`)
    putAcross(canvas, row, 0, right === undefined ? last : middle, left ?? '', headingLeftStyle)
    if (right !== undefined) putAcross(canvas, row, middle + 1, last, right, headingRightStyle)
    canvas.rowDefs.set(row, { height: 20 })
  })
}

function drawHeader(canvas: Canvas, layout: SheetLayout): void {
  const { headerRow, headerHeight } = layout
  const bottom = headerRow + headerHeight - 1
  canvas.columns.forEach((column, index) => {
    if (headerHeight === 2) put(canvas, headerRow, index, cellText(column.group ?? column.label), headerStyle)
    put(canvas, bottom, index, cellText(column.label), headerStyle)
    if (headerHeight === 2 && column.group === null) {
      put(canvas, bottom, index, null, headerStyle)
      canvas.merges.push({ startRow: headerRow, startCol: index, endRow: bottom, endCol: index })
    }
  })
  if (headerHeight === 2) mergeGroups(canvas, headerRow)
  const lines = Math.max(1, ...canvas.columns.map((column) => lineCount(column.label, column.width)))
  for (let row = headerRow; row <= bottom; row += 1) {
    canvas.rowDefs.set(row, { height: rowHeight(row === bottom ? lines : 1, lineHeight) })
  }
}

function mergeGroups(canvas: Canvas, row: number): void {
  const { columns } = canvas
  for (let from = 0; from < columns.length; from += 1) {
    const group = columns[from]?.group ?? null
    if (group === null) continue
    let to = from
    while (columns[to + 1]?.group === group) to += 1
    for (let column = from + 1; column <= to; column += 1) put(canvas, row, column, null, headerStyle)
    if (to > from) canvas.merges.push({ startRow: row, startCol: from, endRow: row, endCol: to })
    from = to
  }
}

/** A value with its own type; what is not a number or a day in such a column stays text. */
function typedValue(text: string, column: SheetColumn): CellValue {
  switch (column.type) {
    case 'text':
    case 'code':
      return cellText(text)
    case 'integer':
    case 'decimal':
    case 'percent':
      return decimalText.test(text) ? Number(text) : cellText(text)
    case 'date':
      return parseIsoDate(text) === null ? cellText(text) : new Date(`${text}T00:00:00Z`)
  }
}

function isWords(column: SheetColumn): boolean {
  return column.type === 'text' || column.type === 'code'
}

function putSum(canvas: Canvas, row: number, index: number, content: SumCell, place: DataPlace): void {
  const letters = columnLetters(index)
  const [from, to] = content.sumOf
  const style = canvas.styleOf(index, place.kind, false)
  if (to < from) {
    put(canvas, row, index, Number(content.value), style)
    return
  }
  // Spreadsheet rows count from 1.
  const formula = `SUM(${letters}${place.firstDataRow + from + 1}:${letters}${place.firstDataRow + to + 1})`
  canvas.cells.set(`${row},${index}`, { formula, formulaResult: Number(content.value), style })
}

/** The plain value of a data cell; one that does not look like its column is put as a cell of its own. */
function dataValue(
  canvas: Canvas,
  row: number,
  index: number,
  column: SheetColumn,
  content: CellContent,
  place: DataPlace,
): CellValue {
  if (content !== null && typeof content !== 'string') {
    putSum(canvas, row, index, content, place)
    return null
  }
  const value = content === null || content === '' ? null : typedValue(content, column)
  const isText = typeof value === 'string'
  if (place.kind !== 'data' || (isText && !isWords(column))) {
    put(canvas, row, index, value, canvas.styleOf(index, place.kind, isText))
    return null
  }
  return value
}

interface DataPlace {
  readonly kind: RowKind
  readonly firstDataRow: number
}

function shownText(content: CellContent): string {
  return content === null ? '' : typeof content === 'string' ? content : content.value
}

function drawData(canvas: Canvas, sheet: ReportSheet, layout: SheetLayout): void {
  sheet.rows.forEach(({ kind, cells }, index) => {
    const row = layout.firstDataRow + index
    const place = { kind, firstDataRow: layout.firstDataRow }
    let lines = 1
    canvas.rows[row] = cells.map((content, column) => {
      const look = canvas.columns[column]
      if (!look) return null
      const room = look.width - indentOf(look, kind, true) * indentWidth
      lines = Math.max(lines, lineCount(shownText(content), room))
      return dataValue(canvas, row, column, look, content, place)
    })
    canvas.rowDefs.set(row, { height: rowHeight(lines, lineHeight) })
  })
}

function drawBelow(canvas: Canvas, sheet: ReportSheet, layout: SheetLayout, checkCode: string): void {
  const last = canvas.columns.length - 1
  let row = layout.afterData
  const line = (text: string, style: CellStyle, height: number): void => {
    putAcross(canvas, row, 0, last, text, style)
    // Smaller type than a column's width is measured in, so the estimate is on the safe side.
    canvas.rowDefs.set(row, { height: rowHeight(lineCount(text, layout.totalWidth), height) })
    row += 1
  }
  sheet.notes.forEach((note, index) => line(noteText(note, index), noteStyle, noteLineHeight))
  if (sheet.footer.length === 0) return
  line(footerText(sheet.footer), footerStyle, 18)
  if (checkCode !== '') line(`${reportTerms.checkCode}${reportTerms.colon}${checkCode}`, footerStyle, lineHeight)
}

/** `&` starts a mark in page footers, so it is doubled in texts. */
function pageFooter(checkCode: string): string {
  const left =
    checkCode === '' ? '' : `&L${reportTerms.checkCode}${reportTerms.colon}${checkCode.replaceAll('&', '&&')}`
  return `${left}&R${reportTerms.page}`
}

function writeSheet(sheet: ReportSheet, name: string, checkCode: string): WriteSheet {
  const layout = sheetLayout(sheet)
  const canvas: Canvas = {
    rows: Array.from({ length: layout.afterData }, () => []),
    cells: new Map(),
    merges: [],
    rowDefs: new Map(),
    columns: sheet.columns,
    styleOf: dataStyles(sheet.columns),
  }
  drawHeading(canvas, sheet, layout)
  drawHeader(canvas, layout)
  drawData(canvas, sheet, layout)
  drawBelow(canvas, sheet, layout, checkCode)
  return {
    name,
    rows: canvas.rows,
    cells: canvas.cells,
    // The writer lays a column's style under the plain values of its rows: far quicker than a styled cell each.
    columns: sheet.columns.map((column, index) => ({
      width: column.width,
      style: canvas.styleOf(index, 'data', isWords(column)),
    })),
    merges: canvas.merges,
    rowDefs: canvas.rowDefs,
    freezePane: { rows: layout.firstDataRow },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$${layout.headerRow + 1}:$${layout.firstDataRow}`,
      margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: pageFooter(checkCode) },
  }
}

/** The workbook of a report: plain OOXML, codes and words as text cells, real days and numbers, nothing executable. */
export function writeXlsx(report: Report): Promise<Uint8Array> {
  const taken = new Set<string>()
  const sheets = report.sheets.map((sheet) => {
    const name = sheetName(sheet.name, taken)
    taken.add(name.toLowerCase())
    return writeSheet(sheet, name, report.checkCode)
  })
  return writeWorkbook({
    sheets,
    defaultFont: { name: reportFonts.sheet, size: 11 },
    properties: { title: cellText(report.subject), creator: cellText(report.bureau) },
  })
}
