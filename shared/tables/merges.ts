import { originalText } from './cells/parsed-cell'
import { hasVisibleText } from './text-forms'
import type { Cell, MergedRange, SheetGrid } from './workbook'

/** Lookup of the merged range that covers a cell. */
export interface Merges {
  readonly at: (row: number, column: number) => MergedRange | undefined
}

/** Overlapping ranges are invalid; a file made of them must not eat the memory. */
const indexedLimit = 1_000_000

/** Indexes merged ranges by the rows that they cover. */
export function indexMerges(sheet: SheetGrid): Merges {
  const byRow = new Map<number, MergedRange[]>()
  let indexed = 0
  for (const range of sheet.merges) {
    const bottom = Math.min(range.bottom, sheet.rows.length - 1)
    indexed += Math.max(0, bottom - range.top + 1)
    if (indexed > indexedLimit) break
    for (let row = range.top; row <= bottom; row += 1) {
      const list = byRow.get(row)
      if (list) list.push(range)
      else byRow.set(row, [range])
    }
  }
  return {
    at: (row, column) => byRow.get(row)?.find((range) => column >= range.left && column <= range.right),
  }
}

export function cellAt(sheet: SheetGrid, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.[column]
}

/** The cell with a merged range's value standing in for every cell that it covers. */
export function coveredCell(sheet: SheetGrid, merges: Merges, row: number, column: number): Cell | undefined {
  const own = cellAt(sheet, row, column)
  if (own && !isBlank(own)) return own
  const range = merges.at(row, column)
  return range ? cellAt(sheet, range.top, range.left) : own
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.kind === 'text' && !hasVisibleText(cell.text))
}

export function isBlankRow(row: readonly (Cell | undefined)[] | undefined): boolean {
  return row === undefined || row.every(isBlank)
}

export function textAt(sheet: SheetGrid, row: number, column: number): string {
  const cell = cellAt(sheet, row, column)
  return cell ? originalText(cell) : ''
}
