import type { VerdictKind } from '../../shared/exchange/lines'
import { verdictText } from '../text/exchange'

/** A verdict as shape and word; the colour only repeats it. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictKind | null }) {
  const { sign, word } = verdictText[verdict ?? 'none']
  return (
    <span className={`exchange-verdict exchange-verdict-${verdict ?? 'none'}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}
