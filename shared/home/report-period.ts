import type { Task } from '../assignments/task'
import { monthOf, quarterOf, yearOf } from '../core/dates'
import type { Measure } from '../terms/assignment-measures'

/** The draft in 报表与上报 that a duty asks for: `2022Q2` or `2022-06`; null where it asks for none. */
export function reportPeriodOf(
  measure: Measure | null,
  { kind, periodEnd, dueOn }: Pick<Task, 'kind' | 'periodEnd' | 'dueOn'>,
): string | null {
  const day = periodEnd ?? dueOn
  if (day === null || (measure !== 'summaries' && measure !== 'progressReports')) return null
  if (kind === 'monthly') return monthOf(day)
  return kind === 'quarterly' || measure === 'summaries' ? `${yearOf(day)}Q${quarterOf(day)}` : null
}
