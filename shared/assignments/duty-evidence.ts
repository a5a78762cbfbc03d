import type { BriefUse } from '../briefs/record'
import type { Stream } from '../core/schemas'
import { measureOf, type Measure } from '../terms/assignment-measures'

/** Which records of the bureau fulfil an occurrence without anybody recording it a second time. */
export type DutyEvidence =
  /** A text that serves the use: dated in the month, meant for the quarter, or of the year. */
  | { readonly by: 'brief'; readonly use: BriefUse }
  /** The policy that started the count was sent. */
  | { readonly by: 'policy' }
  /** Every linked enterprise was visited in the period. */
  | { readonly by: 'visits' }
  /** A project was visited in the period. */
  | { readonly by: 'projectVisit' }

const briefUseOf: Partial<Record<Stream, Partial<Record<Measure, BriefUse>>>> = {
  investment: { briefs: 'investmentBrief', cases: 'investmentBrief' },
  environment: { briefs: 'environmentBrief', cases: 'environmentCase', summaries: 'environmentSummary' },
  revenue: { progressReports: 'revenueProgress' },
}

/** What fulfils the occurrences of an assignment; null where a person has to say so. */
export function dutyEvidenceOf(stream: Stream | null, taskAndIndicator: string): DutyEvidence | null {
  const measure = measureOf(taskAndIndicator)
  if (measure === null || stream === null) return null
  const use = briefUseOf[stream]?.[measure]
  if (use !== undefined) return { by: 'brief', use }
  if (stream === 'environment' && measure === 'policies') return { by: 'policy' }
  if (stream === 'environment' && measure === 'visits') return { by: 'visits' }
  return stream === 'projects' && measure === 'projectVisits' ? { by: 'projectVisit' } : null
}
