import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react'
import { useStore } from 'zustand'
import type { Side } from '../column-order'
import { useGridEditing } from './grid-editing'
import { GridEditor } from './grid-editor'
import { GridHead } from './grid-head'
import type { PasteReport } from './grid-clipboard'
import { rangeOf, type GridLine, type GridPlace } from './grid-lines'
import { GridRow } from './grid-row'
import type { GridStore } from './grid-store'
import {
  drawnRows,
  headHeight,
  leftEdges,
  noMarks,
  reveal,
  rowHeight,
  useScrollView,
  type RowMarks,
  type ShownColumn,
} from './grid-view'
import './grid.css'

export interface DataGridProps {
  readonly store: GridStore
  readonly columns: readonly ShownColumn[]
  readonly label: string
  readonly marksOf: (line: GridLine) => RowMarks
  /** The field that takes the keys; focus it to come back to the grid. */
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onWidth: (field: string, width: number) => void
  readonly onMoveColumn: (field: string, target: string, side: Side) => void
  readonly onStepColumn: (field: string, step: -1 | 1) => void
  readonly onPasted: (report: PasteReport) => void
  readonly onLongText: () => void
  readonly onUndoPast: () => void
  readonly onLeave: () => void
}

/** The cell under the pointer; a row's number stands for the whole row. */
function placeAt(
  target: EventTarget | Element | null,
): { readonly row: number; readonly column: number | null } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  const row = element?.dataset['row']
  if (row === undefined) return null
  const column = element?.dataset['column']
  return { row: Number(row), column: column === undefined ? null : Number(column) }
}

/** Selects by pressing, Shift and dragging. */
function useSelecting(
  { store, columns, field }: DataGridProps,
  commit: () => void,
): (event: PointerEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      const place = event.button === 0 ? placeAt(event.target) : null
      if (!place) return
      commit()
      event.preventDefault()
      field.current?.focus({ preventScroll: true })
      const last = columns.length - 1
      const before = store.getState().selection
      const start: GridPlace = { row: place.row, column: place.column ?? 0 }
      const anchor = event.shiftKey ? before.anchor : start
      const select = (row: number, column: number): void =>
        store.setState({ selection: { anchor, focus: { row, column } } })
      select(place.row, place.column ?? last)
      const move = (moved: globalThis.PointerEvent): void => {
        const over = placeAt(document.elementFromPoint(moved.clientX, moved.clientY))
        if (over) select(over.row, place.column === null ? last : (over.column ?? 0))
      }
      const end = (): void => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', end)
        window.removeEventListener('pointercancel', end)
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', end)
      window.addEventListener('pointercancel', end)
    },
    [store, columns, field, commit],
  )
}

/** A spreadsheet over the rows of a store: only the rows in sight are drawn. */
export function DataGrid(props: DataGridProps) {
  const { store, columns, field, label, marksOf } = props
  const gridId = useId()
  const { lines, selection } = useStore(store)
  const scroller = useRef<HTMLDivElement>(null)
  const view = useScrollView(scroller)
  const edges = useMemo(() => leftEdges(columns), [columns])
  const editing = useGridEditing(store, columns, field)
  const { commit } = editing
  const onPointerDown = useSelecting(
    props,
    useCallback(() => commit(), [commit]),
  )
  // A list of problems that opens beside the grid must not cover the active cell.
  const { width } = view
  const { row: seenRow, column: seenColumn } = selection.seen ?? selection.focus
  useEffect(() => {
    if (scroller.current) reveal(scroller.current, width, edges, { row: seenRow, column: seenColumn })
  }, [edges, width, seenRow, seenColumn])
  const rowCount = lines.length + 1
  const page = Math.max(1, Math.floor((view.height - headHeight) / rowHeight) - 1)
  const size = useCallback(
    () => ({ rows: store.getState().lines.length + 1, columns: columns.length, page }),
    [store, columns, page],
  )
  const { from, to } = drawnRows(view, rowCount)
  const range = rangeOf(selection)
  const { anchor } = selection
  const left = anchor.column === 0 ? (edges[0] ?? 0) + view.left : (edges[anchor.column] ?? 0)
  const openActive = (event: MouseEvent): void => {
    if (editing.isOpen() || (placeAt(event.target)?.column ?? null) === null) return
    const active = columns[anchor.column]
    editing.open('edit', lines[anchor.row]?.texts[active?.field ?? ''] ?? '')
  }
  return (
    <div className="grid-scroll" ref={scroller} onPointerDown={onPointerDown} onDoubleClick={openActive}>
      <div
        role="grid"
        id={gridId}
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        className="grid-body"
        style={{ width: edges.at(-1), height: headHeight + rowCount * rowHeight }}
      >
        <GridHead
          columns={columns}
          activeColumn={anchor.column}
          onWidth={props.onWidth}
          onMove={props.onMoveColumn}
          onSelect={(column) => {
            commit()
            field.current?.focus({ preventScroll: true })
            const focus = { row: Math.max(0, lines.length - 1), column }
            store.setState({ selection: { anchor: { row: 0, column }, focus, seen: { ...anchor, column } } })
          }}
        />
        <div role="presentation" style={{ height: from * rowHeight }} />
        {Array.from({ length: to - from }, (_row, offset) => {
          const index = from + offset
          const line = lines[index]
          const isInside = index >= range.top && index <= range.bottom
          return (
            <GridRow
              key={line?.key ?? 'end'}
              gridId={gridId}
              index={index}
              line={line}
              marks={line ? marksOf(line) : noMarks}
              columns={columns}
              selectedFrom={isInside ? range.left : -1}
              selectedTo={isInside ? range.right : -1}
              activeColumn={index === anchor.row ? anchor.column : -1}
            />
          )
        })}
      </div>
      <GridEditor {...props} gridId={gridId} selection={selection} editing={editing} size={size} left={left} />
    </div>
  )
}
