import { originalText } from './cells/parsed-cell'
import type { TableDefinition } from './definition'
import type { ColumnMatch, HeaderBand, HeaderColumn } from './header-band'
import { matchColumns } from './header-match'
import { coveredCell, isBlank, type Merges } from './merges'
import { lineText } from './text-forms'
import type { SheetGrid, WorkbookFormat } from './workbook'

export interface FoundHeader {
  readonly band: HeaderBand
  readonly definition: TableDefinition
  readonly matches: readonly ColumnMatch[]
  readonly count: number
}

/** A header is somewhere near the top; further down only data could be mistaken for one. */
const searchedRows = 60
const maxHeight = 3
const neededWords = 3

/** Reads a band of rows as a header: merged cells count for all that they cover, also sideways when unmerged. */
export function readBand(sheet: SheetGrid, merges: Merges, rows: readonly number[]): HeaderBand {
  const width = rows.reduce((most, row) => Math.max(most, sheet.rows[row]?.length ?? 0), 0)
  const grid = rows.map((row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = coveredCell(sheet, merges, row, column)
      return cell ? lineText(originalText(cell)) : ''
    }),
  )
  fillSideways(grid)
  const columns: HeaderColumn[] = []
  for (let index = 0; index < width; index += 1) {
    const parts: string[] = []
    for (const line of grid) {
      const part = line[index] ?? ''
      if (part !== '' && part !== parts.at(-1)) parts.push(part)
    }
    if (parts.length > 0) columns.push({ index, parts })
  }
  return { rows, columns }
}

/** In files without merged cells (CSV) a group word stands only over its first column. */
function fillSideways(grid: string[][]): void {
  for (let line = 0; line + 1 < grid.length; line += 1) {
    const upper = grid[line] ?? []
    const lower = grid[line + 1] ?? []
    for (let column = 1; column < upper.length; column += 1) {
      const before = upper[column - 1] ?? ''
      if (upper[column] === '' && before !== '' && lower[column] && lower[column - 1]) upper[column] = before
    }
  }
}

/** Finds the header band: the first rows whose words are known for some kind of table. */
export function findHeader(
  sheet: SheetGrid,
  merges: Merges,
  definitions: readonly TableDefinition[],
  format: WorkbookFormat,
): FoundHeader | null {
  const last = Math.min(sheet.rows.length, searchedRows)
  for (let start = 0; start < last; start += 1) {
    if (!canStartHeader(sheet, merges, start)) continue
    if (!bestAt(sheet, merges, definitions, start, format)) continue
    return bestNear(sheet, merges, definitions, start, format)
  }
  return null
}

/** A line of metadata above a header joins with it by chance; the band that needs fewer rows is the header. */
function bestNear(
  sheet: SheetGrid,
  merges: Merges,
  definitions: readonly TableDefinition[],
  start: number,
  format: WorkbookFormat,
): FoundHeader | null {
  let best: FoundHeader | null = null
  for (let next = start; next < start + maxHeight; next += 1) {
    if (!canStartHeader(sheet, merges, next)) continue
    const found = bestAt(sheet, merges, definitions, next, format)
    if (found && isBetter(found, best)) best = found
  }
  return best
}

function bestAt(
  sheet: SheetGrid,
  merges: Merges,
  definitions: readonly TableDefinition[],
  start: number,
  format: WorkbookFormat,
): FoundHeader | null {
  const forced = mergedHeight(sheet, merges, start)
  let best: FoundHeader | null = null
  for (let height = forced; height <= Math.max(maxHeight, forced); height += 1) {
    if (height > forced && !canExtend(sheet, merges, start, height, format)) break
    const rows = Array.from({ length: height }, (_, offset) => start + offset)
    const found = recogniseBand(readBand(sheet, merges, rows), definitions, neededWords)
    if (found && isBetter(found, best)) best = found
  }
  return best
}

/** The kind whose words a band holds best; null when none reaches the needed count. */
export function recogniseBand(
  band: HeaderBand,
  definitions: readonly TableDefinition[],
  needed: number,
): FoundHeader | null {
  let best: FoundHeader | null = null
  for (const definition of definitions) {
    const { matches, count, hasAnchors } = matchColumns(band, definition)
    if (!hasAnchors || count < needed) continue
    if (!best || count > best.count) best = { band, definition, matches, count }
  }
  return best
}

function isBetter(found: FoundHeader, best: FoundHeader | null): boolean {
  if (!best || found.count > best.count) return true
  return found.count === best.count && found.band.rows.length < best.band.rows.length
}

/** A row into which merged cells reach from above belongs to what is above. */
function canStartHeader(sheet: SheetGrid, merges: Merges, row: number): boolean {
  if (filledCount(sheet, row) < 2) return false
  return !sheet.rows[row]?.some((_, column) => (merges.at(row, column)?.top ?? row) < row)
}

function filledCount(sheet: SheetGrid, row: number): number {
  return sheet.rows[row]?.reduce((count, cell) => count + (isBlank(cell) ? 0 : 1), 0) ?? 0
}

/** Merged cells that begin in the first row and reach down say how high the header is. */
function mergedHeight(sheet: SheetGrid, merges: Merges, start: number): number {
  const width = sheet.rows[start]?.length ?? 0
  let height = 1
  for (let column = 0; column < width; column += 1) {
    const range = merges.at(start, column)
    if (range && range.top === start && range.bottom - start < maxHeight) {
      height = Math.max(height, range.bottom - start + 1)
    }
  }
  return height
}

/** A further header row has only words, at least one of them under or beside another header. */
function canExtend(sheet: SheetGrid, merges: Merges, start: number, height: number, format: WorkbookFormat): boolean {
  const row = start + height - 1
  const cells = sheet.rows[row] ?? []
  const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [{ cell, column }]))
  if (filled.length === 0) return false
  const areWords = filled.every(({ cell }) => cell?.kind === 'text' && !/^[\d.,%\s]+$/.test(cell.text))
  if (!areWords) return false
  if (format !== 'csv') return filled.some(({ column }) => isUnderGroup(sheet, merges, start, column))
  return isBlank(cells[0]) && filled.some(({ column }) => isBlank(sheet.rows[start]?.[column]))
}

function isUnderGroup(sheet: SheetGrid, merges: Merges, start: number, column: number): boolean {
  const range = merges.at(start, column)
  if (range) return range.right > range.left
  return isBlank(sheet.rows[start]?.[column])
}
