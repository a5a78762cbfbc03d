import { useRef, useState, type KeyboardEvent } from 'react'
import type { Matrix } from '../../shared/environment/visit-contract'
import { periodLabel } from '../../shared/terms/visits'
import { visitText as text } from '../text/visits'
import {
  cellText,
  cellWords,
  cellsOf,
  shareOfOfficial,
  shortName,
  visitsOfEnterprise,
  type CellOf,
} from './visits-names'

export interface CellPlace {
  readonly person: Matrix['officials'][number]
  readonly enterprise: Matrix['enterprises'][number]
  readonly visitIds: readonly string[]
}

interface VisitsMatrixProps {
  readonly matrix: Matrix
  readonly period: string
  readonly onOpen: (place: CellPlace) => void
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value))
}

interface RowProps {
  readonly matrix: Matrix
  readonly cellOf: CellOf
  readonly row: number
  /** The column of the cell that takes the focus, or null when it is in another row. */
  readonly focused: number | null
  readonly onFocus: (row: number, column: number) => void
  readonly onOpen: (place: CellPlace) => void
}

function OfficialRow({ matrix, cellOf, row, focused, onFocus, onOpen }: RowProps) {
  const person = matrix.officials[row]
  if (!person) return null
  const { visited, linked } = shareOfOfficial(matrix, person.personId)
  return (
    <tr>
      <th scope="row" title={person.rank}>
        {person.name}
      </th>
      {matrix.enterprises.map((enterprise, column) => {
        const { state, visitIds } = cellOf(person.personId, enterprise.enterpriseId)
        return (
          <td
            key={enterprise.enterpriseId}
            role="gridcell"
            className={`matrix-cell matrix-${state.kind}`}
            data-cell={`${row}-${column}`}
            tabIndex={focused === column ? 0 : -1}
            title={text.cellTitle(person.name, enterprise.name)}
            onFocus={() => onFocus(row, column)}
            onClick={() => onOpen({ person, enterprise, visitIds })}
          >
            <span className="unseen">{text.cellLabel(person.name, enterprise.name, cellWords(state))}</span>
            <span aria-hidden="true">{cellText(state)}</span>
          </td>
        )
      })}
      <td className="matrix-total figures">{linked === 0 ? '' : text.totalOf(visited, linked)}</td>
    </tr>
  )
}

/** Officials × enterprises: who has visited whom. The arrow keys move, Enter opens or registers. */
export function VisitsMatrix({ matrix, period, onOpen }: VisitsMatrixProps) {
  const table = useRef<HTMLTableElement>(null)
  const [focus, setFocus] = useState({ row: 0, column: 0 })
  const { officials, enterprises } = matrix
  const cellOf = cellsOf(matrix)
  const row = clamp(focus.row, officials.length)
  const column = clamp(focus.column, enterprises.length)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      const [person, enterprise] = [officials[row], enterprises[column]]
      if (!person || !enterprise) return
      event.preventDefault()
      onOpen({ person, enterprise, visitIds: cellOf(person.personId, enterprise.enterpriseId).visitIds })
      return
    }
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const next = { row: clamp(row + step[0], officials.length), column: clamp(column + step[1], enterprises.length) }
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <div className="matrix-scroll">
      <table
        className="matrix"
        role="grid"
        aria-label={text.matrixLabel(periodLabel(period))}
        ref={table}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {text.official}
            </th>
            {enterprises.map((enterprise) => (
              <th key={enterprise.enterpriseId} scope="col" title={enterprise.name}>
                <span className="matrix-name">{shortName(enterprise.name)}</span>
              </th>
            ))}
            <th scope="col">{text.total}</th>
          </tr>
        </thead>
        <tbody>
          {officials.map(({ personId }, index) => (
            <OfficialRow
              key={personId}
              matrix={matrix}
              cellOf={cellOf}
              row={index}
              focused={index === row ? column : null}
              onFocus={(atRow, atColumn) => setFocus({ row: atRow, column: atColumn })}
              onOpen={onOpen}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.enterpriseTotal}</th>
            {enterprises.map(({ enterpriseId }) => {
              const count = visitsOfEnterprise(matrix, enterpriseId)
              return (
                <td key={enterpriseId} className={count === 0 ? 'matrix-none' : 'figures'}>
                  {count === 0 ? text.none : text.times(count)}
                </td>
              )
            })}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
