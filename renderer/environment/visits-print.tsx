import type { Matrix } from '../../shared/environment/visit-contract'
import { formatChineseDate } from '../../shared/terms/dates'
import { coverageText, periodLabel } from '../../shared/terms/visits'
import { useShell } from '../app/shell'
import { PrintSheet } from '../components/print-sheet'
import { visitText as text } from '../text/visits'
import { cellText, cellsOf, shareOfOfficial, shortName } from './visits-names'

interface VisitsPrintProps {
  readonly matrix: Matrix
  readonly period: string
  readonly onDone: () => void
}

/** The matrix on one sheet of A4, landscape, to be signed. */
export function VisitsPrint({ matrix, period, onDone }: VisitsPrintProps) {
  const { bureau, today } = useShell()
  const cellOf = cellsOf(matrix)
  const { visited, enterprises, missing } = matrix.coverage
  return (
    <PrintSheet onDone={onDone}>
      <h1>{text.printTitle(periodLabel(period))}</h1>
      <div className="print-head">
        <span>{text.printUnit(bureau.name)}</span>
        <span>{text.printOn(formatChineseDate(today))}</span>
      </div>
      <table className="print-matrix">
        <thead>
          <tr>
            <th>{text.official}</th>
            {matrix.enterprises.map(({ enterpriseId, name }) => (
              <th key={enterpriseId}>{shortName(name)}</th>
            ))}
            <th>{text.total}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.officials.map((person) => {
            const share = shareOfOfficial(matrix, person.personId)
            return (
              <tr key={person.personId}>
                <th>{person.name}</th>
                {matrix.enterprises.map(({ enterpriseId }) => {
                  const { state } = cellOf(person.personId, enterpriseId)
                  return (
                    <td key={enterpriseId} className={`print-matrix-${state.kind}`}>
                      {cellText(state)}
                    </td>
                  )
                })}
                <td>{share.linked === 0 ? '' : text.totalOf(share.visited, share.linked)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p>{coverageText(visited, enterprises, missing)}</p>
      <p>{text.legend}</p>
      <p className="print-signed">{text.printSigned}</p>
    </PrintSheet>
  )
}
