import { isShared } from '../../shared/briefs/uses'
import type { Month } from '../../shared/core/dates'
import '../briefs/briefs.css'
import type { OutputOf } from '../desk'
import { briefText } from '../text/briefs'
import { routineText as text } from '../text/investment'

export type MonthCellData = OutputOf<'investment.months'>['months'][number]
type CellState = 'done' | 'missing' | 'later' | 'outside'

/** ✓, 缺, 未到 or not assessed. */
export function stateOfCell(cell: MonthCellData): CellState {
  if (!cell.isAssessed) return 'outside'
  if (cell.isFulfilled) return 'done'
  return cell.isDue ? 'missing' : 'later'
}

interface MonthGridProps {
  readonly cells: readonly MonthCellData[]
  readonly pointsPerMonth: string | null
  readonly openMonth: Month | null
  readonly onOpen: (month: Month) => void
}

/** Twelve months: what is there, what is missing, and what one is worth. A month opens its items. */
export function MonthGrid({ cells, pointsPerMonth, openMonth, onOpen }: MonthGridProps) {
  return (
    <div className="month-grid">
      {cells.map((cell) => {
        const state = stateOfCell(cell)
        const month = text.month(Number(cell.month.slice(5)))
        const { length } = cell.briefs
        return (
          <button
            key={cell.month}
            type="button"
            className={`month-cell month-${state}`}
            aria-pressed={cell.month === openMonth}
            title={cell.briefs.map(({ title }) => title).join('\n')}
            onClick={() => onOpen(cell.month)}
          >
            <span className="unseen">{text.cellName(month, text[state], length)}</span>
            <span className="month-name" aria-hidden="true">
              {month}
            </span>
            <span className="month-state" aria-hidden="true">
              {text[state]}
            </span>
            {length > 0 && <span aria-hidden="true">{text.briefCount(length)}</span>}
            {cell.briefs.some(isShared) && <span className="brief-mark">{briefText.shared}</span>}
            {length > 0 && state === 'missing' && <span className="soft">{text.notCounted}</span>}
            {pointsPerMonth && state !== 'outside' && (
              <span className="soft">{text.pointsOfMonth[state](pointsPerMonth)}</span>
            )}
          </button>
        )
      })}
    </div>
  )
}
