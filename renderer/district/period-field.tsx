import { ChoiceField } from '../components/choice-field'
import { districtText as text } from '../text/district'
import type { DistrictPeriod } from './period-state'

/** The period of the page, in its head. */
export function PeriodField({ choice }: { readonly choice: DistrictPeriod }) {
  return (
    <ChoiceField
      label={text.period}
      value={choice.period}
      options={choice.options}
      onChange={(period) => period !== null && choice.change(period)}
      width={132}
    />
  )
}
