import { headerKey } from '../../../shared/tables/header-key'

export type Texts = Readonly<Record<string, string>>

/** One row of the grid: what is typed, and what the store held when it was loaded. */
export interface GridLine {
  /** Names the row within the grid. */
  readonly key: string
  /** Null for a row that is not stored yet. */
  readonly id: string | null
  readonly texts: Texts
  readonly loaded: Texts
}

/** A place by row number and by number of the shown column. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** The active cell is the anchor; the range reaches to the focus. */
export interface GridSelection {
  readonly anchor: GridPlace
  readonly focus: GridPlace
  /** What is to be seen of it; the focus unless said otherwise. */
  readonly seen?: GridPlace
}

/** Inclusive corners. */
export interface GridRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface CellChange {
  readonly row: number
  readonly field: string
  readonly text: string
}

export function rangeOf({ anchor, focus }: GridSelection): GridRange {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  }
}

export function isOneCell({ top, bottom, left, right }: GridRange): boolean {
  return top === bottom && left === right
}

function isBlank(texts: Texts): boolean {
  return Object.values(texts).every((text) => text.trim() === '')
}

/** New with something in it, or stored and typed anew. */
export function isEdited({ id, texts, loaded }: GridLine): boolean {
  if (id === null) return !isBlank(texts)
  return texts !== loaded && Object.entries(texts).some(([field, text]) => text !== (loaded[field] ?? ''))
}

/** Rows with some cells typed anew; rows past the last one are added. Cells that stay the same change nothing. */
export function withCells(
  lines: readonly GridLine[],
  changes: readonly CellChange[],
  newKey: () => string,
): readonly GridLine[] {
  const byRow = new Map<number, Record<string, string>>()
  for (const { row, field, text } of changes) {
    if ((lines[row]?.texts[field] ?? '') === text) continue
    const texts = byRow.get(row) ?? {}
    texts[field] = text
    byRow.set(row, texts)
  }
  if (byRow.size === 0) return lines
  const last = Math.max(...byRow.keys())
  const next = [...lines]
  while (next.length <= last) next.push({ key: newKey(), id: null, texts: {}, loaded: {} })
  for (const [row, texts] of byRow) {
    const line = next[row]
    if (line) next[row] = { ...line, texts: { ...line.texts, ...texts } }
  }
  return next
}

/** The texts of a range, row by row. */
export function textsIn(
  lines: readonly GridLine[],
  fields: readonly string[],
  { top, bottom, left, right }: GridRange,
): readonly (readonly string[])[] {
  const columns = fields.slice(left, right + 1)
  return Array.from({ length: bottom - top + 1 }, (_row, offset) =>
    columns.map((field) => lines[top + offset]?.texts[field] ?? ''),
  )
}

/** The same text in every cell of a range. */
export function sameText(fields: readonly string[], range: GridRange, text: string): readonly CellChange[] {
  const columns = fields.slice(range.left, range.right + 1)
  return Array.from({ length: range.bottom - range.top + 1 }, (_row, offset) => range.top + offset).flatMap((row) =>
    columns.map((field) => ({ row, field, text })),
  )
}

/** Ctrl+D: the first row of a range in all of its rows; a single row takes over what stands above it. */
export function filledDown(
  lines: readonly GridLine[],
  fields: readonly string[],
  range: GridRange,
): readonly CellChange[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top
  if (source < 0) return []
  const columns = fields.slice(range.left, range.right + 1)
  const rows = Array.from({ length: range.bottom - source }, (_row, offset) => source + 1 + offset)
  return rows.flatMap((row) => columns.map((field) => ({ row, field, text: lines[source]?.texts[field] ?? '' })))
}

interface GridHeader {
  readonly field: string
  readonly label: string
}

/** Fields named by a copied header line; null when the line is no header. */
function headerFields(row: readonly string[], columns: readonly GridHeader[]): readonly (string | null)[] | null {
  const byKey = new Map(columns.map(({ field, label }) => [headerKey(label), field]))
  const fields = row.map((text) => (text.trim() === '' ? null : byKey.get(headerKey(text))))
  if (fields.includes(undefined) || fields.filter((field) => field !== null).length < 2) return null
  return fields.map((field) => field ?? null)
}

export interface Pasted {
  readonly changes: readonly CellChange[]
  readonly range: GridRange
  /** Columns of the clipboard that found no place. */
  readonly leftOut: number
}

/** Cells of the clipboard from the top left of a range on; one cell, or one row or column of them, fills the range. */
export function pastedCells(
  cells: readonly (readonly string[])[],
  columns: readonly GridHeader[],
  range: GridRange,
): Pasted {
  const named = cells.length > 1 ? headerFields(cells[0] ?? [], columns) : null
  if (named) return pastedByHeader(cells.slice(1), named, columns.length, range.top)
  const width = Math.max(...cells.map((row) => row.length))
  const height = Math.max(cells.length, repeats(range.bottom - range.top + 1, cells.length))
  const across = Math.max(width, repeats(range.right - range.left + 1, width))
  const right = Math.min(columns.length - 1, range.left + across - 1)
  const changes: CellChange[] = []
  for (let down = 0; down < height; down += 1) {
    const source = cells[down % cells.length] ?? []
    for (let column = range.left; column <= right; column += 1) {
      const field = columns[column]?.field
      const text = source[(column - range.left) % width] ?? ''
      if (field !== undefined) changes.push({ row: range.top + down, field, text })
    }
  }
  const leftOut = Math.max(0, range.left + width - columns.length)
  return { changes, leftOut, range: { ...range, bottom: range.top + height - 1, right } }
}

/** How far a block reaches when it fits a range several times. */
function repeats(room: number, block: number): number {
  return room % block === 0 ? room : block
}

function pastedByHeader(
  cells: readonly (readonly string[])[],
  named: readonly (string | null)[],
  columnCount: number,
  top: number,
): Pasted {
  const changes = cells.flatMap((row, down) =>
    named.flatMap((field, index) => (field === null ? [] : [{ row: top + down, field, text: row[index] ?? '' }])),
  )
  return { changes, leftOut: 0, range: { top, bottom: top + cells.length - 1, left: 0, right: columnCount - 1 } }
}
