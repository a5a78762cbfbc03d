import { useEffect, useState, type RefObject } from 'react'
import type { GridColumn } from '../../../shared/tables/grid-contract'
import type { GridPlace, Texts } from './grid-lines'

/** Unit: pixels. */
export const rowHeight = 28
export const headHeight = 32
export const gutterWidth = 62
export const narrowestColumn = 56
/** Rows drawn above and below what is seen. */
const spareRows = 8

/** A column as it is shown: the person's width and place. */
export interface ShownColumn extends GridColumn {
  /** Unit: pixels. */
  readonly width: number
}

/** What is said of one row beside its texts. */
export interface RowMarks {
  readonly state: 'added' | 'updated' | 'rejected' | 'none'
  readonly cells: ReadonlyMap<string, { readonly severity: 'error' | 'warning'; readonly text: string }>
  /** Cells as the ledger will write them, where that differs from what was typed. */
  readonly shown: Texts
}

export const noMarks: RowMarks = { state: 'none', cells: new Map(), shown: {} }

/** Left edge of every column, and of what comes after the last. Unit: pixels. */
export function leftEdges(columns: readonly ShownColumn[]): readonly number[] {
  const edges = [gutterWidth]
  for (const { width } of columns) edges.push((edges.at(-1) ?? 0) + width)
  return edges
}

interface ScrollView {
  readonly top: number
  readonly left: number
  readonly height: number
  readonly width: number
}

/** Where the grid is scrolled to and how much of it is seen. */
export function useScrollView(scroller: RefObject<HTMLDivElement | null>): ScrollView {
  const [view, setView] = useState<ScrollView>({ top: 0, left: 0, height: 600, width: 800 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const measure = (): void =>
      setView({
        top: element.scrollTop,
        left: element.scrollLeft,
        height: element.clientHeight,
        width: element.clientWidth,
      })
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller])
  return view
}

/** Numbers of the rows to draw. */
export function drawnRows({ top, height }: ScrollView, count: number): { readonly from: number; readonly to: number } {
  const first = Math.floor(top / rowHeight) - spareRows
  const last = Math.ceil((top + height) / rowHeight) + spareRows
  return { from: Math.max(0, Math.min(first, count - 1)), to: Math.min(count, last) }
}

/** Brings a cell into view beside the fixed row and columns. */
export function reveal(
  scroller: HTMLElement,
  width: number,
  edges: readonly number[],
  { row, column }: GridPlace,
): void {
  const top = row * rowHeight
  const room = scroller.clientHeight - headHeight - rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room
  if (column === 0) return
  const fixed = edges[1] ?? 0
  const left = edges[column] ?? 0
  const right = edges[column + 1] ?? left
  if (left - fixed < scroller.scrollLeft) scroller.scrollLeft = left - fixed
  else if (right > scroller.scrollLeft + width) scroller.scrollLeft = right - width
}
