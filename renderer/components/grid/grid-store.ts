import { createStore, type StoreApi } from 'zustand/vanilla'
import { withCells, type CellChange, type GridLine, type GridSelection } from './grid-lines'

interface Snapshot {
  readonly lines: readonly GridLine[]
  readonly selection: GridSelection
}

export interface GridState extends Snapshot {
  readonly past: readonly Snapshot[]
  readonly future: readonly Snapshot[]
}

export type GridStore = StoreApi<GridState>

const rememberedSteps = 200
export const firstCell: GridSelection = { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } }

/** What one open grid holds: rows, selection and the steps back and forth. */
export function createGridStore(): GridStore {
  return createStore<GridState>()(() => ({ lines: [], selection: firstCell, past: [], future: [] }))
}

let keyCount = 0

/** A key for a row that is not stored yet. */
export function newLineKey(): string {
  keyCount += 1
  return `new-${keyCount}`
}

/** Takes rows from the store: nothing to take back yet. */
export function loadLines(store: GridStore, lines: readonly GridLine[]): void {
  const { selection } = store.getState()
  const isInside = selection.anchor.row <= lines.length && selection.focus.row <= lines.length
  store.setState({ lines, past: [], future: [], selection: isInside ? selection : firstCell })
}

/** One step: the rows as they are to be, and what is selected then. */
export function replaceLines(store: GridStore, lines: readonly GridLine[], selection?: GridSelection): void {
  const now = store.getState()
  if (lines === now.lines) {
    if (selection) store.setState({ selection })
    return
  }
  const past = [...now.past, { lines: now.lines, selection: now.selection }].slice(-rememberedSteps)
  store.setState({ lines, selection: selection ?? now.selection, past, future: [] })
}

/** Types cells anew, as one step. */
export function changeCells(store: GridStore, changes: readonly CellChange[], selection?: GridSelection): void {
  replaceLines(store, withCells(store.getState().lines, changes, newLineKey), selection)
}

/** Takes the newest step back; false when there is none. */
export function undoStep(store: GridStore): boolean {
  const { lines, selection, past, future } = store.getState()
  const before = past.at(-1)
  if (!before) return false
  store.setState({ ...before, past: past.slice(0, -1), future: [...future, { lines, selection }] })
  return true
}

/** Does the newest step that was taken back again. */
export function redoStep(store: GridStore): boolean {
  const { lines, selection, past, future } = store.getState()
  const next = future.at(-1)
  if (!next) return false
  store.setState({ ...next, past: [...past, { lines, selection }], future: future.slice(0, -1) })
  return true
}
