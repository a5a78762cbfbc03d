import { lightText } from '../text/app'

export type LightState = 'normal' | 'near' | 'overdue' | 'none'

/** A state as shape and word; the colour only repeats it. `text` replaces the word, e.g. with the days left. */
export function Light({ state, text }: { readonly state: LightState; readonly text?: string }) {
  const { sign, word } = lightText[state]
  return (
    <span className={`light light-${state}`}>
      <span aria-hidden="true">{sign}</span> {text ?? word}
    </span>
  )
}
