import type { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ErrorCode } from '../../../shared/core/error-codes'
import type { Cell, SheetGrid, WorkbookGrid } from '../../../shared/tables/workbook'
import { readWorkbookBytes } from '../../../electron/tables/read-workbook'

export const FIXTURES = path.resolve('tests/fixtures')

export function fixture(name: string): Buffer {
  return readFileSync(path.join(FIXTURES, name))
}

export async function gridOf(bytes: Buffer): Promise<WorkbookGrid> {
  const grid = await readWorkbookBytes(bytes)
  if (!grid.ok) throw new Error(`refused: ${grid.error.code}`)
  return grid.value
}

export async function codeOf(bytes: Buffer): Promise<ErrorCode | 'read'> {
  const grid = await readWorkbookBytes(bytes)
  return grid.ok ? 'read' : grid.error.code
}

export function sheetOf(grid: WorkbookGrid, name?: string): SheetGrid {
  const sheet = name === undefined ? grid.sheets[0] : grid.sheets.find((candidate) => candidate.name === name)
  if (!sheet) throw new Error('no such sheet')
  return sheet
}

/** Excel address, e.g. `B4`. */
export function at(sheet: SheetGrid, address: string): Cell | undefined {
  const column = address.charCodeAt(0) - 65
  return sheet.rows[Number(address.slice(1)) - 1]?.[column]
}

export function texts(sheet: SheetGrid): readonly (readonly string[])[] {
  return sheet.rows.map((row) => row.map((cell) => cell?.text ?? ''))
}
