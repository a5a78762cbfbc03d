import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { pageText } from '../text/rectification'
import { lookBackText } from '../text/rectification-follow-up'
import { courseText as text } from '../text/rectification-steps'

interface LookBacksProps {
  readonly detail: FindingDetail
  readonly today: IsoDate
}

/** Plans one more look-back of a closed finding. */
function Plan({ detail, today }: LookBacksProps) {
  const [plannedOn, setPlannedOn] = useState<IsoDate | null>(null)
  const done = useDone()
  const plan = async (): Promise<void> => {
    if (plannedOn === null) return
    await call('rectification.planLookBack', { findingId: detail.id, plannedOn })
    setPlannedOn(null)
    done(lookBackText.planned(plannedOn))
  }
  return (
    <div className="rect-line">
      <DateField label={lookBackText.plannedOn} value={plannedOn} today={today} onChange={setPlannedOn} width={150} />
      <ActionButton size="small" disabled={plannedOn === null} run={plan}>
        {lookBackText.plan}
      </ActionButton>
    </div>
  )
}

/** 回头看 of one finding: planned and done, and one more for a closed one. */
export function LookBacks({ detail, today }: LookBacksProps) {
  const isClosed = detail.state === 'closed'
  if (detail.lookBacks.length === 0 && !isClosed) return null
  return (
    <section className="section" aria-label={text.lookBacks}>
      <h2>{text.lookBacks}</h2>
      <ul className="rect-rows">
        {detail.lookBacks.map(({ id, plannedOn, doneOn, doneBy, result, note }) => (
          <li key={id}>
            <span className="figures rect-nowrap">{text.planned(plannedOn)}</span>
            {result !== null && (
              <span className={`rect-nowrap ${result === 'relapsed' ? 'light-overdue' : ''}`}>
                {text.results[result]}
              </span>
            )}
            <span className="rect-grow rect-text">
              {[doneOn === null ? '' : text.lookedBack(doneOn, doneBy), note].filter(Boolean).join(pageText.gap)}
            </span>
          </li>
        ))}
      </ul>
      {isClosed && <Plan detail={detail} today={today} />}
    </section>
  )
}
