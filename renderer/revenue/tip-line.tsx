import type { RevenueTip } from '../../shared/revenue/record'
import { tipDirectionLabels } from '../../shared/terms/revenue'
import { tipText as text } from '../text/revenue'

/** One tip in a line, which opens it. */
export function TipLine({ tip, onOpen }: { readonly tip: RevenueTip; readonly onOpen: () => void }) {
  const state = tip.handledOn === null ? text.states.open : text.answeredOn(tip.handledOn)
  return (
    <p className="rev-check">
      <span className="figures">{tip.sentOn}</span> {tipDirectionLabels[tip.direction]}{' '}
      <button type="button" className="link" onClick={onOpen}>
        {tip.counterpart}
      </button>{' '}
      <span className="soft">
        {state}
        {text.resultAfter(tip.result)}
      </span>
    </p>
  )
}
