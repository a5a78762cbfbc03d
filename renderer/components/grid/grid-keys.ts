import type { KeyboardEvent } from 'react'
import { isComposing } from '../ime'
import type { GridEditing } from './grid-editing'
import { optionsFor } from './grid-editing'
import { filledDown, isOneCell, rangeOf, sameText, type GridSelection } from './grid-lines'
import { enteredSelection, movedSelection, tabbedSelection, type GridSize } from './grid-moves'
import { changeCells, redoStep, undoStep, type GridStore } from './grid-store'
import type { ShownColumn } from './grid-view'

export interface GridKeysOptions {
  readonly store: GridStore
  readonly columns: readonly ShownColumn[]
  readonly editing: GridEditing
  readonly size: () => GridSize
  /** Shift+F2: the active cell in a field of several lines. */
  readonly onLongText: () => void
  /** Ctrl+Z with nothing left to take back here. */
  readonly onUndoPast: () => void
  /** F6: out of the grid. */
  readonly onLeave: () => void
  readonly onStepColumn: (field: string, step: -1 | 1) => void
}

type Key = KeyboardEvent<HTMLTextAreaElement>

function fieldsOf(columns: readonly ShownColumn[]): readonly string[] {
  return columns.map(({ field }) => field)
}

/** Ctrl+D, and the button that does the same. */
export function fillDown(store: GridStore, columns: readonly ShownColumn[]): void {
  const { lines, selection } = store.getState()
  changeCells(store, filledDown(lines, fieldsOf(columns), rangeOf(selection)))
}

/** Delete: empties what is selected, without making rows. */
function clearCells(store: GridStore, columns: readonly ShownColumn[]): void {
  const { lines, selection } = store.getState()
  const range = rangeOf(selection)
  const stored = { ...range, bottom: Math.min(range.bottom, lines.length - 1) }
  if (stored.bottom >= stored.top) changeCells(store, sameText(fieldsOf(columns), stored, ''))
}

/** Keys while a cell is being typed into; true when the key was used. */
function onEditingKey(event: Key, { store, columns, editing, size }: GridKeysOptions): boolean {
  const { selection } = store.getState()
  const state = editing.editing
  const options = optionsFor(columns[selection.anchor.column], state?.text ?? '')
  const chosen = state && state.option >= 0 ? options[state.option] : undefined
  const commit = (next: GridSelection | null): true => {
    editing.commit({ ...(chosen === undefined ? {} : { text: chosen }), ...(next ? { next } : {}) })
    return true
  }
  const step = event.shiftKey ? -1 : 1
  switch (event.key) {
    case 'Escape':
      editing.cancel()
      return true
    case 'Enter':
      if (event.altKey) return false
      if (!event.ctrlKey) return commit(enteredSelection(selection, step, size()))
      editing.commit({ isForAll: true, ...(chosen === undefined ? {} : { text: chosen }) })
      return true
    case 'Tab':
      return commit(tabbedSelection(selection, step, size()))
    case 'ArrowDown':
    case 'ArrowUp':
      if (options.length > 0) {
        const next = (state?.option ?? -1) + (event.key === 'ArrowDown' ? 1 : -1)
        editing.choose(Math.max(-1, Math.min(next, options.length - 1)))
        return true
      }
      return state?.mode === 'type' && commit(movedSelection(selection, unshifted(event), size()))
    case 'ArrowLeft':
    case 'ArrowRight':
      return state?.mode === 'type' && commit(movedSelection(selection, unshifted(event), size()))
    default:
      // Ctrl+S saves with what is being typed.
      if (event.ctrlKey && event.key.toLowerCase() === 's') editing.commit()
      return false
  }
}

function unshifted(event: Key) {
  return { key: event.key, ctrlKey: false, shiftKey: false }
}

function onControlKey(event: Key, { store, columns, size, onUndoPast }: GridKeysOptions): boolean {
  switch (event.key.toLowerCase()) {
    case 'd':
      fillDown(store, columns)
      return true
    case 'z':
      if (event.shiftKey) redoStep(store)
      else if (!undoStep(store)) onUndoPast()
      return true
    case 'y':
      redoStep(store)
      return true
    case 'a': {
      const { rows, columns: count } = size()
      const focus = { row: Math.max(0, rows - 2), column: count - 1 }
      const { selection } = store.getState()
      store.setState({ selection: { anchor: { row: 0, column: 0 }, focus, seen: selection.focus } })
      return true
    }
    default:
      return false
  }
}

/** Keys on the selection; true when the key was used. */
function onSelectionKey(event: Key, options: GridKeysOptions): boolean {
  const { store, columns, editing, size } = options
  const { selection, lines } = store.getState()
  const { anchor } = selection
  const column = columns[anchor.column]
  const isArrow = event.key.startsWith('Arrow')
  if (event.altKey) {
    if (event.key === 'ArrowDown') editing.open('edit', lines[anchor.row]?.texts[column?.field ?? ''] ?? '')
    else if (event.shiftKey && isArrow && column) {
      options.onStepColumn(column.field, event.key === 'ArrowLeft' ? -1 : 1)
    } else return false
    return true
  }
  const moved = movedSelection(selection, event, size())
  if (moved) {
    store.setState({ selection: moved })
    return true
  }
  switch (event.key) {
    case 'Enter':
      store.setState({ selection: enteredSelection(selection, event.shiftKey ? -1 : 1, size()) })
      return true
    case 'Tab': {
      const next = tabbedSelection(selection, event.shiftKey ? -1 : 1, size())
      if (next) store.setState({ selection: next })
      return next !== null
    }
    case 'F2':
      if (event.shiftKey) options.onLongText()
      else editing.open('edit', lines[anchor.row]?.texts[column?.field ?? ''] ?? '')
      return true
    case 'F6':
      options.onLeave()
      return true
    case 'Delete':
    case 'Backspace':
      clearCells(store, columns)
      return true
    case 'Escape':
      if (isOneCell(rangeOf(selection))) return false
      store.setState({ selection: { anchor, focus: anchor } })
      return true
    default:
      return event.ctrlKey && onControlKey(event, options)
  }
}

/** The keys of a spreadsheet. Keys of the input method are never taken. */
export function onGridKey(event: Key, options: GridKeysOptions): void {
  if (isComposing(event)) return
  const isUsed = options.editing.isOpen() ? onEditingKey(event, options) : onSelectionKey(event, options)
  if (!isUsed) return
  event.preventDefault()
  event.stopPropagation()
}
