import type { z } from 'zod'
import type { ownObjectionSchema } from '../../shared/exchange/contract'
import { useFailure } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { receiptsText as text } from '../text/exchange'
import type { StandingLine } from './standing-order'

type Objection = z.infer<typeof ownObjectionSchema>

function wordOf({ isSent, isAccepted }: Objection): string {
  if (isAccepted !== null) return isAccepted ? text.agreed : text.refused
  return isSent ? text.sent : text.unsent
}

interface ObjectionStateProps {
  readonly objection: Objection
  /** What it is to. */
  readonly label: string
}

/** How far an objection has come; before it has gone out it can be taken away. */
export function ObjectionState({ objection, label }: ObjectionStateProps) {
  const done = useDone()
  const fail = useFailure()
  const drop = async (): Promise<void> => {
    try {
      await call('exchange.dropObjection', { id: objection.id })
      done(text.dropped)
    } catch (error) {
      fail(error)
    }
  }
  return (
    <div title={objection.text}>
      {wordOf(objection)}
      {!objection.isSent && (
        <>
          {' '}
          <button type="button" className="link" aria-label={text.dropOf(label)} onClick={() => void drop()}>
            {text.drop}
          </button>
        </>
      )}
      {objection.answer !== '' && <div className="soft">{objection.answer}</div>}
    </div>
  )
}

interface ObjectionCellProps {
  readonly line: Pick<StandingLine, 'label' | 'verdict' | 'objection'>
  /** Null once objections are closed. */
  readonly onWrite: (() => void) | null
}

/** The objection to a line, or the way to write one where the district did not take the line as reported. */
export function ObjectionCell({ line: { label, verdict, objection }, onWrite }: ObjectionCellProps) {
  if (objection) return <ObjectionState objection={objection} label={label} />
  if (!onWrite || verdict === null || verdict === 'accepted') return null
  return (
    <button type="button" className="link" aria-label={text.writeOf(label)} onClick={onWrite}>
      {text.write}
    </button>
  )
}
