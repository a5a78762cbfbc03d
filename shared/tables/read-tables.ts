import { tableDefinitions } from './kinds'
import { indexMerges, isBlankRow, type Merges } from './merges'
import type { ReadingOptions, SheetSummary, WorkbookReading } from './reading'
import { recogniseSheet, type RecognisedSheet } from './recognise'
import { readSheet } from './sheet-reader'
import type { SheetGrid, WorkbookGrid } from './workbook'

interface SheetInWork {
  readonly sheet: SheetGrid
  readonly merges: Merges
  readonly recognised: RecognisedSheet | null
  readonly rowCount: number
}

/** Reads every table of a workbook that is known; pure, so the same grid and options give the same reading. */
export function readTables(grid: WorkbookGrid, options: ReadingOptions): WorkbookReading {
  const { kind, sheet: wanted } = options
  const known = kind === null ? tableDefinitions : tableDefinitions.filter((each) => each.kind === kind)
  const definitions = known.filter(({ mode }) => mode === undefined || mode === options.mode)
  if (definitions.length < known.length && kind !== null) return { ok: false, code: 'notDistrict', params: {} }
  if (definitions.length === 0) return { ok: false, code: 'kindNotSupported', params: { kind: kind ?? '' } }
  const sheets = grid.sheets.map((sheet) => workOn(grid, sheet, definitions, options))
  const chosen =
    wanted === null
      ? sheets.filter(({ sheet }) => !sheet.isHidden)
      : sheets.filter(({ sheet }) => sheet.name === wanted)
  if (wanted !== null && chosen.length === 0) return { ok: false, code: 'sheetNotFound', params: { sheet: wanted } }
  const tables = chosen.flatMap(({ sheet, merges, recognised }) =>
    recognised ? [readSheet(grid, sheet, merges, recognised, options)] : [],
  )
  if (tables.length > 0) {
    return { ok: true, format: grid.format, encoding: grid.encoding, sheets: sheets.map(summaryOf), tables }
  }
  if (chosen.every(({ rowCount }) => rowCount === 0)) return { ok: false, code: 'fileNoRows', params: {} }
  const names = chosen.map(({ sheet }) => sheet.name).join('\n')
  const isHeaderAsked = kind !== null || options.headerRows !== null || !chosen.some(looksLikeTable)
  return { ok: false, code: isHeaderAsked ? 'headerNotFound' : 'kindNotRecognised', params: { sheets: names } }
}

/** Choices of header and mapping are for the sheet that is read, not for its neighbours. */
function workOn(
  grid: WorkbookGrid,
  sheet: SheetGrid,
  definitions: readonly (typeof tableDefinitions)[number][],
  options: ReadingOptions,
): SheetInWork {
  const merges = indexMerges(sheet)
  const isChosen = options.sheet === null ? !sheet.isHidden : options.sheet === sheet.name
  const choices = isChosen ? options : { headerRows: null, mapping: null, year: options.year }
  const recognised = recogniseSheet(sheet, merges, definitions, grid.format, choices)
  const rowCount = sheet.rows.reduce((count, row) => count + (isBlankRow(row) ? 0 : 1), 0)
  return { sheet, merges, recognised, rowCount }
}

function summaryOf({ sheet, recognised, rowCount }: SheetInWork): SheetSummary {
  return { name: sheet.name, isHidden: sheet.isHidden, rowCount, kind: recognised?.definition.kind ?? null }
}

const tableWidth = 3

/** Some row has several words and there is something below it: a table, only not one that is known. */
function looksLikeTable({ sheet }: SheetInWork): boolean {
  return sheet.rows.some(
    (row, index) =>
      index + 1 < sheet.rows.length &&
      row.filter((cell) => cell?.kind === 'text' && cell.text !== '').length >= tableWidth,
  )
}
