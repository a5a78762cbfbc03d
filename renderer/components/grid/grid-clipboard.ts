import type { ClipboardEvent } from 'react'
import { clipboardText, readClipboardText } from '../../../shared/tables/grid-clipboard'
import { gridEditLimit } from '../../../shared/tables/grid-contract'
import { pastedCells, rangeOf, sameText, textsIn } from './grid-lines'
import { changeCells, type GridStore } from './grid-store'
import type { ShownColumn } from './grid-view'

/** What a paste did, to be said. */
export interface PasteReport {
  readonly rows: number
  /** Columns of the clipboard that found no place. */
  readonly leftOut: number
  readonly isRefused: boolean
}

/** Puts the selected cells on the clipboard as WPS and Excel do; with `cut` they are emptied, as one step. */
export function copyCells(
  event: ClipboardEvent,
  store: GridStore,
  columns: readonly ShownColumn[],
  isCut: boolean,
): void {
  event.preventDefault()
  const { lines, selection } = store.getState()
  const fields = columns.map(({ field }) => field)
  const range = rangeOf(selection)
  event.clipboardData.setData('text/plain', clipboardText(textsIn(lines, fields, range)))
  if (!isCut) return
  const stored = { ...range, bottom: Math.min(range.bottom, lines.length - 1) }
  changeCells(store, sameText(fields, stored, ''))
}

/** Pastes rows of WPS or Excel as one step; rows past the end are new ones. Null when the clipboard holds no text. */
export function pasteCells(
  event: ClipboardEvent,
  store: GridStore,
  columns: readonly ShownColumn[],
): PasteReport | null {
  event.preventDefault()
  const text = event.clipboardData.getData('text/plain')
  if (text === '') return null
  const cells = readClipboardText(text)
  if (cells.length > gridEditLimit) return { rows: cells.length, leftOut: 0, isRefused: true }
  const { selection } = store.getState()
  const { changes, range, leftOut } = pastedCells(cells, columns, rangeOf(selection))
  const anchor = { row: range.top, column: range.left }
  const seen = { row: range.top, column: Math.max(1, range.left) }
  changeCells(store, changes, { anchor, focus: { row: range.bottom, column: range.right }, seen })
  return { rows: range.bottom - range.top + 1, leftOut, isRefused: false }
}
