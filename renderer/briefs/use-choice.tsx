import { Checkbox } from 'antd'
import type { BriefUse } from '../../shared/briefs/record'
import type { UseState } from '../../shared/briefs/uses'
import { briefUseLabels } from '../../shared/terms/briefs'
import { briefText as text } from '../text/briefs'
import { offeredUses } from './brief-words'

interface UseChoiceProps {
  readonly states: readonly UseState[]
  readonly uses: readonly BriefUse[]
  readonly onChange: (uses: readonly BriefUse[]) => void
}

/** 「还用于」: further duties of the same text, with what each of them still lacks. */
export function UseChoice({ states, uses, onChange }: UseChoiceProps) {
  const offered = offeredUses(states, uses)
  return (
    <fieldset className="brief-uses">
      <legend className="field-label">{text.uses}</legend>
      {states
        .filter(({ state }) => state !== 'own')
        .map(({ use, state, takenBy }) => (
          <Checkbox
            key={use}
            checked={uses.includes(use)}
            onChange={(event) => onChange(event.target.checked ? [...uses, use] : uses.filter((each) => each !== use))}
          >
            {briefUseLabels[use]}
            <span className="brief-use-note">{state === 'open' ? text.openNote[use] : text.takenNote(takenBy)}</span>
          </Checkbox>
        ))}
      {offered.length > 0 && <p className="field-hint">{text.offer(offered.map((use) => briefUseLabels[use]))}</p>}
    </fieldset>
  )
}
