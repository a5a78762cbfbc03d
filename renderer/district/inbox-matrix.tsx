import { useCall } from '../desk'
import { FailureNotice } from '../components/failure-notice'
import { matrixText as text, returnStateText, shortCategoryLabels } from '../text/district'
import { returnStates } from '../../shared/district/record'
import { ReturnMark } from './return-mark'

interface InboxMatrixProps {
  readonly year: number
  readonly onOpen: (unitId: string, period: string) => void
}

/** The whole year: unit × period. A cell opens the unit's return. */
export function InboxMatrix({ year, onOpen }: InboxMatrixProps) {
  const { data, error, refetch } = useCall('district.matrix', { year })
  if (!data) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return (
    <div className="district-scroll" role="region" aria-label={text.list} tabIndex={0}>
      <table className="district-matrix">
        <thead>
          <tr>
            <th scope="col">{text.unit}</th>
            {data.periods.map((period) => (
              <th key={period} scope="col">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ unitId, unit, category, cells }) => (
            <tr key={unitId}>
              <th scope="row">
                {unit} <span className="soft">{shortCategoryLabels[category]}</span>
              </th>
              {cells.map(({ period, state }) => (
                <td key={period}>
                  <button type="button" className="link" onClick={() => onOpen(unitId, period)}>
                    <ReturnMark state={state} isShort />
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        {text.legend}
        {returnStates
          .map((state) => `${returnStateText[state].sign} ${returnStateText[state].word}`)
          .join(text.legendSeparator)}
      </p>
    </div>
  )
}
