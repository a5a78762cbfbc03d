import type { z } from 'zod'
import type { standingLineSchema } from '../../shared/exchange/contract'
import type { VerdictKind } from '../../shared/exchange/lines'

export type StandingLine = z.infer<typeof standingLineSchema>
export type StandingFilter = VerdictKind | 'all'

/** What has to be seen to stands first. */
const order = ['returned', 'adjusted', 'accepted', null] as const

/** The lines of a filter, returned ones first; within a verdict as they were reported. */
export function orderedLines(lines: readonly StandingLine[], filter: StandingFilter): readonly StandingLine[] {
  const place = ({ verdict }: StandingLine): number => order.indexOf(verdict)
  return lines
    .filter(({ verdict }) => filter === 'all' || verdict === filter)
    .toSorted((left, right) => place(left) - place(right))
}
