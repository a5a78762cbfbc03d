import type { GridPlace, GridSelection } from './grid-lines'

/** How far the grid reaches: the empty row at its end included. */
export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that are seen at once. */
  readonly page: number
}

interface Keys {
  readonly key: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1))
}

function movedPlace({ row, column }: GridPlace, { key, ctrlKey }: Keys, size: GridSize): GridPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrlKey ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: ctrlKey ? size.rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: ctrlKey ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: ctrlKey ? size.columns - 1 : column + 1 }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 }
    case 'PageUp':
      return { row: row - size.page, column }
    case 'PageDown':
      return { row: row + size.page, column }
    default:
      return null
  }
}

/** The selection after a key that moves, with Shift drawn larger; null for other keys. */
export function movedSelection(selection: GridSelection, keys: Keys, size: GridSize): GridSelection | null {
  const place = movedPlace(keys.shiftKey ? selection.focus : selection.anchor, keys, size)
  if (!place) return null
  const inside = { row: clamp(place.row, size.rows), column: clamp(place.column, size.columns) }
  if (keys.shiftKey) return { anchor: selection.anchor, focus: inside }
  // The first column is always in sight; from there the others are wanted from the beginning.
  return keys.key === 'Home'
    ? { anchor: inside, focus: inside, seen: { ...inside, column: 1 } }
    : { anchor: inside, focus: inside }
}

/** One cell on in reading order, as Tab goes; null past the ends, where Tab leaves the grid. */
export function tabbedSelection({ anchor }: GridSelection, step: -1 | 1, size: GridSize): GridSelection | null {
  const at = anchor.row * size.columns + anchor.column + step
  if (at < 0 || at >= size.rows * size.columns) return null
  const place = { row: Math.floor(at / size.columns), column: at % size.columns }
  return { anchor: place, focus: place }
}

/** The cell below (1) or above (-1), as Enter goes. */
export function enteredSelection({ anchor }: GridSelection, step: -1 | 1, size: GridSize): GridSelection {
  const place = { row: clamp(anchor.row + step, size.rows), column: anchor.column }
  return { anchor: place, focus: place }
}
