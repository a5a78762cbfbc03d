import { useMemo } from 'react'
import type { RevenueProgress } from '../../shared/revenue/contract'
import { progressRate } from '../../shared/revenue/progress'
import { revenueSourceLabel } from '../../shared/terms/revenue'
import { Chart } from '../components/chart'
import { RecordDrawer } from '../components/record-drawer'
import { progressText as text } from '../text/revenue'
import { amountOf } from './amounts'
import { progressLabel, progressOption } from './progress-chart'

interface ProgressDrawerProps {
  readonly progress: RevenueProgress | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Lists the entries of a month, 1–12. */
  readonly onMonth: (month: number) => void
}

function MonthTable({
  progress,
  onMonth,
}: {
  readonly progress: RevenueProgress
  readonly onMonth: (m: number) => void
}) {
  const words = text.columns
  return (
    <table className="rev-table" aria-label={text.title}>
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col" className="number">
            {words.gross}
          </th>
          <th scope="col" className="number">
            {words.retained}
          </th>
          <th scope="col" className="number">
            {words.cumulative}
          </th>
          <th scope="col" className="number">
            {words.rate}
          </th>
          <th scope="col" className="number">
            {words.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {progress.months.map(({ month, grossFen, districtRetainedFen, cumulativeFen, entryIds }, index) => (
          <tr key={month}>
            <td>
              {entryIds.length === 0 ? (
                text.monthLabel(index + 1)
              ) : (
                <button
                  type="button"
                  className="link"
                  aria-label={text.showMonth(index + 1)}
                  onClick={() => onMonth(index + 1)}
                >
                  {text.monthLabel(index + 1)}
                </button>
              )}
            </td>
            <td className="number">{entryIds.length === 0 ? text.none : amountOf(grossFen)}</td>
            <td className="number">{entryIds.length === 0 ? text.none : amountOf(districtRetainedFen)}</td>
            <td className="number">{amountOf(cumulativeFen)}</td>
            <td className="number">
              {(cumulativeFen === null ? null : progressRate(cumulativeFen, progress.targetFen)) ?? text.none}
            </td>
            <td className="number">{entryIds.length}</td>
          </tr>
        ))}
        <tr className="rev-total">
          <td>{text.total}</td>
          <td className="number">{amountOf(progress.bookedGrossFen)}</td>
          <td className="number">{amountOf(progress.bookedDistrictRetainedFen)}</td>
          <td className="number">{amountOf(progress.bookedDistrictRetainedFen)}</td>
          <td className="number">{progress.rate ?? text.none}</td>
          <td className="number">{progress.entryIds.length}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** The year by month: the chart with the target's line, and the same figures as a table. */
export function ProgressDrawer({ progress, isOpen, onClose, onMonth }: ProgressDrawerProps) {
  const option = useMemo(() => (progress ? progressOption(progress) : null), [progress])
  return (
    <RecordDrawer title={text.title} isOpen={isOpen} onClose={onClose} width={720}>
      {progress && option && (
        <>
          <Chart option={option} label={progressLabel(progress)} height={250} onPick={(index) => onMonth(index + 1)} />
          <MonthTable progress={progress} onMonth={onMonth} />
          {progress.bySource.length > 0 && (
            <section className="section">
              <h2>{text.bySource}</h2>
              <table className="rev-table">
                <tbody>
                  {progress.bySource.map(({ source, count, districtRetainedFen }) => (
                    <tr key={source}>
                      <td>{revenueSourceLabel(source)}</td>
                      <td className="number">{count}</td>
                      <td className="number">
                        {amountOf(districtRetainedFen)}
                        {text.unit}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </>
      )}
    </RecordDrawer>
  )
}
