import { createContext, useContext, useRef, type PointerEvent, type ThHTMLAttributes } from 'react'
import { tableText } from '../text/app'

/** Widens and narrows columns; the table's caller keeps the widths. */
export const ColumnWidths = createContext<(column: string, width: number) => void>(() => undefined)

const narrowest = 48

interface HeaderCellProps extends ThHTMLAttributes<HTMLTableCellElement> {
  readonly columnKey?: string
  readonly columnTitle?: string
}

/** A header cell with a grip at its right edge. */
export function ResizableHeaderCell({ columnKey, columnTitle, children, ...rest }: HeaderCellProps) {
  const setWidth = useContext(ColumnWidths)
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
  return (
    <th ref={cell} {...rest}>
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
