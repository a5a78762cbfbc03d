import { memo } from 'react'
import { gridText } from '../../text/grid'
import type { GridLine } from './grid-lines'
import { gutterWidth, rowHeight, type RowMarks, type ShownColumn } from './grid-view'

interface GridRowProps {
  readonly gridId: string
  readonly index: number
  /** Undefined for the empty row at the end. */
  readonly line: GridLine | undefined
  readonly marks: RowMarks
  readonly columns: readonly ShownColumn[]
  /** Columns of this row that are selected; -1 for none. */
  readonly selectedFrom: number
  readonly selectedTo: number
  readonly activeColumn: number
}

/** The name of a cell within the page, for the field that has the focus. */
export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`
}

function titleOf(text: string, problem: string | undefined): string | undefined {
  return problem ?? (text.length > 8 ? text : undefined)
}

/** One row; drawn again only when something of it changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { gridId, index, line, marks, columns, selectedFrom, selectedTo, activeColumn } = props
  const state = gridText.states[marks.state]
  return (
    <div role="row" aria-rowindex={index + 2} className="grid-row" style={{ height: rowHeight }}>
      <div
        role="rowheader"
        aria-colindex={1}
        className={`grid-number${selectedFrom >= 0 ? ' grid-number-on' : ''}`}
        style={{ width: gutterWidth }}
        data-row={index}
        title={line ? state.word : gridText.emptyRow}
      >
        <span className={`grid-state-${marks.state}`}>{line ? state.sign : gridText.emptySign}</span>
        {index + 1}
        {line && state.word !== '' && <span className="grid-hidden-word">{state.word}</span>}
      </div>
      {columns.map(({ field, width, isNumeric }, column) => {
        const problem = marks.cells.get(field)
        const text = marks.shown[field] ?? line?.texts[field] ?? ''
        const isSelected = column >= selectedFrom && column <= selectedTo
        const names = [
          'grid-cell',
          column === 0 ? 'grid-first' : '',
          isNumeric ? 'grid-numeric' : '',
          problem ? `grid-${problem.severity}` : '',
          isSelected ? 'grid-on' : '',
          column === activeColumn ? 'grid-active' : '',
        ]
        return (
          <div
            key={field}
            id={cellId(gridId, index, column)}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={isSelected}
            aria-invalid={problem?.severity === 'error' ? true : undefined}
            className={names.filter((name) => name !== '').join(' ')}
            style={{ width }}
            data-row={index}
            data-column={column}
            title={titleOf(text, problem?.text)}
          >
            {text}
          </div>
        )
      })}
    </div>
  )
})
