import path from 'node:path'
import { readWorkbookFile } from '../../../electron/tables/read-workbook'
import { readTables } from '../../../shared/tables/read-tables'
import type { ReadingOptions, TableReading, TableRow, WorkbookReading } from '../../../shared/tables/reading'
import type { Cell, MergedRange, WorkbookGrid } from '../../../shared/tables/workbook'

const fixtures = path.resolve(import.meta.dirname, '../../fixtures')

export const bureauOptions: ReadingOptions = {
  kind: null,
  sheet: null,
  headerRows: null,
  mapping: null,
  fixes: [],
  year: 2022,
  mode: 'bureau',
  unitNames: ['东丽区审计局', '审计局'],
}

export async function readFixture(file: string, options: Partial<ReadingOptions> = {}): Promise<WorkbookReading> {
  const grid = await readWorkbookFile(path.join(fixtures, file))
  if (!grid.ok) throw new Error(`fixture ${file}: ${grid.error.code}`)
  return readTables(grid.value, { ...bureauOptions, ...options })
}

export async function readOnlyTable(file: string, options: Partial<ReadingOptions> = {}): Promise<TableReading> {
  return onlyTable(await readFixture(file, options))
}

export function onlyTable(reading: WorkbookReading): TableReading {
  if (!reading.ok) throw new Error(reading.code)
  const [table] = reading.tables
  if (!table || reading.tables.length !== 1) throw new Error(`${reading.tables.length} tables`)
  return table
}

/** Cells by plain values: text, numbers as they print, null for absent ones. */
export function aGrid(
  rows: readonly (readonly (string | number | Cell | null)[])[],
  parts: {
    readonly merges?: readonly MergedRange[]
    readonly hiddenRows?: readonly number[]
    readonly format?: WorkbookGrid['format']
    readonly name?: string
    readonly is1904?: boolean
  } = {},
): WorkbookGrid {
  return {
    format: parts.format ?? 'xlsx',
    encoding: null,
    is1904: parts.is1904 ?? false,
    sheets: [
      {
        name: parts.name ?? 'Sheet1',
        isHidden: false,
        hiddenRows: parts.hiddenRows ?? [],
        hiddenColumns: [],
        merges: parts.merges ?? [],
        rows: rows.map((row) => row.map((value) => (value === null ? undefined : aCell(value)))),
      },
    ],
  }
}

export function aCell(value: string | number | Cell): Cell {
  if (typeof value === 'object') return value
  if (typeof value === 'number') return { kind: 'number', text: String(value), isPercent: false }
  return { kind: 'text', text: value }
}

export function readGrid(grid: WorkbookGrid, options: Partial<ReadingOptions> = {}): TableReading {
  return onlyTable(readTables(grid, { ...bureauOptions, ...options }))
}

export function rowAt(table: TableReading, row: number): TableRow {
  const found = table.rows.find((each) => each.row === row)
  if (!found) throw new Error(`no row ${row}`)
  return found
}

/** `15 完成时限 dateInvalid` for every remark of a severity, rows in order. */
export function remarks(table: TableReading, severity: 'error' | 'warning'): readonly string[] {
  const all = [...table.rows.flatMap((row) => row.issues), ...table.issues]
  return all
    .filter((issue) => issue.severity === severity)
    .map((issue) => [issue.row, issue.column, issue.code].filter((part) => part !== '').join(' '))
}
