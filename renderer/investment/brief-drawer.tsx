import { BriefLines } from '../briefs/brief-lines'
import { RecordDrawer } from '../components/record-drawer'
import { useFirstFocus } from '../components/first-focus'
import { routineText as text } from '../text/investment'
import type { MonthCellData } from './month-grid'

interface BriefDrawerProps {
  /** The month that is open; none closes the drawer. */
  readonly cell: MonthCellData | undefined
  readonly onClose: () => void
}

/** The items of one month, and the form for another. */
export function BriefDrawer({ cell, onClose }: BriefDrawerProps) {
  useFirstFocus('.brief-form input', cell ? cell.month : null)
  const title = cell ? text.briefs(text.month(Number(cell.month.slice(5)))) : ''
  return (
    <RecordDrawer title={title} isOpen={cell !== undefined} onClose={onClose} width={720}>
      {cell && (
        <BriefLines
          key={cell.month}
          briefs={cell.briefs}
          preset={{ stream: 'investment', kind: 'brief', month: cell.month }}
        />
      )}
    </RecordDrawer>
  )
}
