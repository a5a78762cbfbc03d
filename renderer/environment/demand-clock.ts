import type { DemandRow } from '../../shared/environment/visit-contract'
import { demandText as text, shortDay } from '../text/visits'

/** One clock of a demand in words: done on which day and in time or not, or by when. */
export function clockText(row: DemandRow, clock: 'transfer' | 'reply'): string {
  const { demand, isEstimated } = row
  const state = clock === 'transfer' ? row.transferState : row.replyState
  const on = clock === 'transfer' ? demand.transferredOn : demand.repliedOn
  const dueOn = clock === 'transfer' ? row.transferDueOn : row.replyDueOn
  const due = `${isEstimated ? text.estimated : ''}${shortDay(dueOn)}`
  if (state === 'none') return text.clock.none()
  if (state === 'open' || state === 'overdue') return text.clock[state](due)
  return text.clock[state](on === null ? '' : shortDay(on))
}
