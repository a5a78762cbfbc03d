import type { PointerEvent } from 'react'
import { gridText } from '../../text/grid'
import { tableText } from '../../text/app'
import { dragColumn } from '../column-drag'
import type { Side } from '../column-order'
import { gutterWidth, headHeight, narrowestColumn, type ShownColumn } from './grid-view'

interface GridHeadProps {
  readonly columns: readonly ShownColumn[]
  readonly activeColumn: number
  readonly onWidth: (field: string, width: number) => void
  readonly onMove: (field: string, target: string, side: Side) => void
  /** A click on a header selects its column. */
  readonly onSelect: (column: number) => void
}

function widen(event: PointerEvent<HTMLElement>, width: number, onWidth: (width: number) => void): void {
  event.preventDefault()
  event.stopPropagation()
  const grip = event.currentTarget
  const from = event.clientX
  grip.setPointerCapture(event.pointerId)
  const move = (moved: globalThis.PointerEvent): void =>
    onWidth(Math.max(narrowestColumn, Math.round(width + moved.clientX - from)))
  const end = (): void => {
    grip.removeEventListener('pointermove', move)
    grip.removeEventListener('pointerup', end)
  }
  grip.addEventListener('pointermove', move)
  grip.addEventListener('pointerup', end)
}

/** The header line: drag a name to move its column, the grip at its edge to widen it. */
export function GridHead({ columns, activeColumn, onWidth, onMove, onSelect }: GridHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className="grid-head" style={{ height: headHeight }}>
      <div role="columnheader" aria-colindex={1} className="grid-number" style={{ width: gutterWidth }}>
        {gridText.rowNumber}
      </div>
      {columns.map(({ field, label, isRequired, isNumeric, width }, column) => (
        <div
          key={field}
          role="columnheader"
          aria-colindex={column + 2}
          className={`grid-title${column === 0 ? ' grid-first' : ''}${isNumeric ? ' grid-numeric' : ''}${
            column === activeColumn ? ' grid-title-on' : ''
          }`}
          style={{ width }}
          data-column-key={field}
          title={gridText.headHint(label, isRequired)}
          onPointerDown={(event) => {
            event.preventDefault()
            const row = event.currentTarget.parentElement
            if (row) dragColumn(event, row, onMove)
          }}
          onClick={() => onSelect(column)}
        >
          <span className="grid-title-text">
            {label}
            {isRequired && <span aria-hidden="true"> *</span>}
          </span>
          <span
            className="column-grip"
            role="separator"
            aria-orientation="vertical"
            aria-label={tableText.widen(label)}
            onPointerDown={(event) => widen(event, width, (next) => onWidth(field, next))}
            onClick={(event) => event.stopPropagation()}
          />
        </div>
      ))}
    </div>
  )
}
