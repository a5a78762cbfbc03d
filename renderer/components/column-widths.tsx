import { createContext, useContext, useRef, type KeyboardEvent, type PointerEvent, type ThHTMLAttributes } from 'react'
import { tableText } from '../text/app'
import { dragColumn } from './column-drag'
import type { Side } from './column-order'

interface ColumnLayout {
  readonly setWidth: (column: string, width: number) => void
  readonly move: (column: string, target: string, side: Side) => void
  readonly step: (column: string, step: -1 | 1) => void
}

/** Widens, narrows and moves columns; the table keeps widths and order. */
export const ColumnWidths = createContext<ColumnLayout>({
  setWidth: () => undefined,
  move: () => undefined,
  step: () => undefined,
})

const narrowest = 48

interface HeaderCellProps extends ThHTMLAttributes<HTMLTableCellElement> {
  readonly columnKey?: string
  readonly columnTitle?: string
}

/** Left and right go from header to header, with Alt and Shift they take the column along. */
function onHeaderKey(event: KeyboardEvent<HTMLElement>, step: (step: -1 | 1) => void): void {
  const isLeft = event.key === 'ArrowLeft'
  if (event.target !== event.currentTarget || (!isLeft && event.key !== 'ArrowRight')) return
  if (event.altKey && event.shiftKey) {
    event.preventDefault()
    return step(isLeft ? -1 : 1)
  }
  const header = event.currentTarget
  const next = isLeft ? header.previousElementSibling : header.nextElementSibling
  if (next instanceof HTMLElement && next.dataset['columnKey'] !== undefined) {
    event.preventDefault()
    next.focus()
  }
}

/** A header cell to be dragged to another place, with a grip at its right edge. */
export function ResizableHeaderCell({ columnKey, columnTitle, children, ...rest }: HeaderCellProps) {
  const { setWidth, move: moveColumn, step } = useContext(ColumnWidths)
  const cell = useRef<HTMLTableCellElement>(null)
  const start = (event: PointerEvent<HTMLSpanElement>): void => {
    if (columnKey === undefined || !cell.current) return
    event.preventDefault()
    event.stopPropagation()
    const grip = event.currentTarget
    const from = event.clientX
    const width = cell.current.getBoundingClientRect().width
    grip.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent): void =>
      setWidth(columnKey, Math.max(narrowest, Math.round(width + moved.clientX - from)))
    const end = (): void => {
      grip.removeEventListener('pointermove', move)
      grip.removeEventListener('pointerup', end)
    }
    grip.addEventListener('pointermove', move)
    grip.addEventListener('pointerup', end)
  }
  const movable =
    columnKey === undefined
      ? {}
      : {
          'data-column-key': columnKey,
          tabIndex: rest.tabIndex ?? -1,
          title: tableText.moveHint,
          onPointerDown: (event: PointerEvent<HTMLTableCellElement>) => {
            const row = event.currentTarget.parentElement
            if (row) dragColumn(event, row, moveColumn)
          },
          onKeyDown: (event: KeyboardEvent<HTMLTableCellElement>) => {
            onHeaderKey(event, (by) => step(columnKey, by))
            if (!event.defaultPrevented) rest.onKeyDown?.(event)
          },
        }
  return (
    <th ref={cell} {...rest} {...movable}>
      {children}
      {columnKey !== undefined && (
        <span
          className="column-grip"
          role="separator"
          aria-orientation="vertical"
          aria-label={tableText.widen(columnTitle ?? '')}
          onPointerDown={start}
          onClick={(event) => event.stopPropagation()}
        />
      )}
    </th>
  )
}
