import type { ReturnState } from '../../shared/district/record'
import { returnStateText } from '../text/district'

/** Where a unit stands with a period: sign and word, so that it prints in black and white. */
export function ReturnMark({ state, isShort = false }: { readonly state: ReturnState; readonly isShort?: boolean }) {
  const { sign, word } = returnStateText[state]
  return (
    <span className={`district-mark district-mark-${state}`} title={word}>
      <span aria-hidden>{sign}</span>
      {isShort ? <span className="district-hidden">{word}</span> : ` ${word}`}
    </span>
  )
}
