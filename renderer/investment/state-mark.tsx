import type { LeadState } from '../../shared/investment/states'
import { leadStateTerms } from '../../shared/terms/investment'
import { stateSigns } from '../text/investment'

/** The state of a lead as shape and word. */
export function StateMark({ state }: { readonly state: LeadState }) {
  const { label, definition } = leadStateTerms[state]
  return (
    <span className={`lead-state lead-state-${state}`} title={definition}>
      <span aria-hidden="true">{stateSigns[state]}</span> {label}
    </span>
  )
}
