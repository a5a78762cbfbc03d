import type { RevenueStatus } from '../../shared/revenue/record'
import { revenueStatusTerms } from '../../shared/terms/revenue'
import { statusSigns } from '../text/revenue'

/** The state of an entry as shape and word. */
export function StatusMark({ status }: { readonly status: RevenueStatus }) {
  const { label, definition } = revenueStatusTerms[status]
  return (
    <span className={`rev-status rev-status-${status}`} title={definition}>
      <span aria-hidden="true">{statusSigns[status]}</span> {label}
    </span>
  )
}
