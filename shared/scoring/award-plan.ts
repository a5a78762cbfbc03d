import { z } from 'zod'
import { assesseeCategorySchema, isoDateSchema, yearSchema } from '../core/schemas'

/** 综合奖: the first so many by total score of each group of categories. */
export const compositeAwardSchema = z.strictObject({
  id: z.string().regex(/^[a-zA-Z0-9-]+$/),
  name: z.string().min(1),
  clause: z.string().min(1),
  /** Each group is ranked by itself, e.g. 镇街 (4) and 区直 (1, 2, 3). */
  groups: z.array(
    z.strictObject({
      label: z.string().min(1),
      categories: z.array(assesseeCategorySchema).min(1),
      count: z.number().int().min(1),
    }),
  ),
  /** As the document says it, e.g. 5万元. */
  prize: z.string(),
})

/** 单项奖: winners by one figure or component, over all units that take part. */
export const singleAwardSchema = z.strictObject({
  id: z.string().regex(/^[a-zA-Z0-9-]+$/),
  name: z.string().min(1),
  clause: z.string().min(1),
  /** `figure` = completion rate of the line `figure/<key>` (amount where a unit has no target); `component` = points of a scheme's component. */
  by: z.enum(['figure', 'component']),
  key: z.string().min(1),
  categories: z.array(assesseeCategorySchema).min(1),
  min: z.number().int().min(1),
  max: z.number().int().min(1),
  /** A winner must have reached its target. */
  needsTarget: z.boolean(),
  /** Units that the document leaves out, e.g. 发改局 and 财政局 of 争取资金. */
  excludedUnits: z.array(z.string().min(1)).default([]),
  prize: z.string(),
})

/** 奖励办法 as data. Source: 海州区2019 综合奖 5+5, 单项奖 2—3名. */
export const awardPlanSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  name: z.string().min(1),
  year: yearSchema,
  docRef: z.string().min(1),
  effectiveFrom: isoDateSchema,
  composite: z.array(compositeAwardSchema),
  single: z.array(singleAwardSchema),
  /** Acts that take away every honour (延误、虚报、漏报), by id; recorded per unit as vetoes. */
  vetoes: z.array(z.strictObject({ id: z.string().regex(/^[a-zA-Z0-9-]+$/), clause: z.string().min(1) })),
})
export type AwardPlan = z.infer<typeof awardPlanSchema>
