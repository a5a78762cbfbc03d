import { z } from 'zod'
import { identifier } from './rules/base'

/** The reached figure before any cap, of the first component inside the total that has one (指标考核). */
export const rawIndicator = 'rawIndicator'

/** How units of one category are put in order. The places are 1, 2, 2, 4 where the order leaves units equal. */
export const rankingRuleSchema = z.strictObject({
  /** What is compared first: the total as it is printed, or the exact one before rounding. */
  by: z.enum(['total', 'exactTotal']).default('total'),
  /** What parts units that are equal, in this order: ids of components (their points), or `rawIndicator`; more is better. */
  tieBreak: z
    .array(
      z.strictObject({
        by: identifier,
        /** As the document words it; null for our own reading. */
        clause: z.string().min(1).nullable().default(null),
      }),
    )
    .max(10)
    // Over-completion is capped in the points and kept for this purpose alone.
    .default([{ by: rawIndicator, clause: null }]),
  /** Units that take part of their own will and have no target: listed under 其他成果, or ranked like the others. */
  withoutTarget: z.enum(['listed', 'ranked']).default('listed'),
})
export type RankingRule = z.infer<typeof rankingRuleSchema>
