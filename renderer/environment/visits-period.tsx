import { Radio } from 'antd'
import { ChoiceField } from '../components/choice-field'
import { visitText as text } from '../text/visits'
import type { VisitsState } from './visits-state'

const months = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1).padStart(2, '0'),
  label: text.month(index + 1),
}))
const quarters = [1, 2, 3, 4].map((quarter) => ({ value: `Q${quarter}`, label: text.quarter(quarter) }))

/** The month or quarter that is looked at: one click each; a list where the window is too narrow for all of them. */
export function PeriodChoice({ state, ownYear }: { readonly state: VisitsState; readonly ownYear: number }) {
  const years = [ownYear, ownYear - 1, ownYear - 2].map((value) => ({ value, label: text.yearOf(value) }))
  const part = state.kept.view === 'list' && state.kept.isWholeYear ? '' : state.part
  const choose = (next: string): void => state.change({ part: next, isWholeYear: false })
  return (
    <div className="visits-period" role="group" aria-label={text.period}>
      <ChoiceField
        label={text.year}
        value={state.year}
        options={years}
        width={96}
        onChange={(year) => state.change({ year })}
      />
      <div className="visits-strip">
        {[months, quarters].map((options) => (
          <Radio.Group
            key={options.length}
            size="small"
            optionType="button"
            options={options}
            value={part}
            onChange={(event) => choose(String(event.target.value))}
          />
        ))}
      </div>
      <div className="visits-pick">
        <ChoiceField
          label={text.period}
          value={part === '' ? null : part}
          options={[...quarters, ...months]}
          width={112}
          onChange={(next) => choose(next ?? state.part)}
        />
      </div>
    </div>
  )
}
