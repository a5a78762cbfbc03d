import { z } from 'zod'
import { assesseeCategorySchema, idSchema, isoDateSchema, lineSchema, paragraphSchema } from '../core/schemas'
import { packagePeriodSchema } from '../exchange/manifest'

/** What may be typed of a unit. */
export const unitFieldsSchema = z.object({
  name: lineSchema.min(1),
  aliases: z.array(lineSchema).max(50),
  category: assesseeCategorySchema,
  contact: lineSchema,
  phone: lineSchema,
  isOptional: z.boolean(),
  remark: paragraphSchema,
  leftOn: isoDateSchema.nullable(),
})
export type UnitFields = z.infer<typeof unitFieldsSchema>

export const unitRecordSchema = unitFieldsSchema.extend({
  id: idSchema,
  position: z.number().int(),
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type UnitRecord = z.infer<typeof unitRecordSchema>

/**
 * Where a unit stands with a period. `onTime` and `late` have come in and wait (待核); `reviewed` is 已核; `returned` is
 * 退回重报; `missing` is 未报 while due or overdue; `optional` did not report and need not.
 */
export const returnStates = ['onTime', 'late', 'missing', 'returned', 'reviewed', 'optional'] as const
export type ReturnState = (typeof returnStates)[number]

export const periodRecordSchema = z.object({
  period: packagePeriodSchema,
  dueOn: isoDateSchema,
  /** Last working day on or before it: the day that reminders aim at. */
  submitBy: isoDateSchema,
  objectionWorkdays: z.number().int().min(0).max(60),
  lockedOn: isoDateSchema.nullable(),
  lockedBy: z.string(),
  reopenReason: z.string(),
})
export type PeriodRecord = z.infer<typeof periodRecordSchema>

/** What a check may find in the returns of a period. */
export const checkCodes = [
  'arithmetic',
  'jump',
  'evidenceMissing',
  'sameEnterprise',
  'outOfRange',
  'scoreDiffers',
  'ruleDiffers',
] as const
export type CheckCode = (typeof checkCodes)[number]

export const checkDecisions = ['adopted', 'dismissed', 'first', 'second', 'shared', 'split'] as const
export type CheckDecision = (typeof checkDecisions)[number]

/** One thing that does not fit, with the numbers that show it and a proposal. */
export const checkResultSchema = z.object({
  /** The same for the same fact at every run; other numbers or days are another fact, which asks for its own decision. */
  key: z.string().max(400),
  code: z.enum(checkCodes),
  unitId: idSchema,
  unit: z.string(),
  lineKey: z.string().nullable(),
  label: z.string(),
  /** The second unit of `sameEnterprise`; the first one filed earlier, or on the same day. */
  other: z.object({ unitId: idSchema, unit: z.string(), lineKey: z.string(), label: z.string() }).nullable(),
  /** The sentence with the numbers. */
  text: z.string(),
  /** What 采用核定值 would do, in words; '' when there is nothing to propose. */
  proposal: z.string(),
  proposed: z
    .object({
      unitId: idSchema,
      lineKey: z.string(),
      verdict: z.enum(['adjusted', 'returned']),
      approved: z.string().nullable(),
    })
    .nullable(),
  decision: z
    .object({ decision: z.enum(checkDecisions), reason: z.string(), decidedBy: z.string(), decidedOn: isoDateSchema })
    .nullable(),
})
export type CheckResult = z.infer<typeof checkResultSchema>

/** A unit's place in its category. */
export const rankedUnitSchema = z.object({
  unitId: idSchema,
  unit: z.string(),
  /** Null when the unit is not ranked, with the reason. */
  rank: z.number().int().min(1).nullable(),
  /** How many share the place. */
  tied: z.number().int().min(0),
  score: z.string().nullable(),
  /** The exact total that the ranking used, as a fraction or decimal. */
  exact: z.string().nullable(),
  max: z.string().nullable(),
  /** How a tie was parted, or why it stands; '' without one. */
  tieBreak: z.string(),
  /** 未报, 一票否决, 不参加 …; '' for a ranked unit. */
  reason: z.string(),
  components: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      points: z.string().nullable(),
      max: z.string().nullable(),
      arithmetic: z.string(),
      /** Lines behind it. */
      lines: z.array(z.string()),
    }),
  ),
  vetoes: z.array(z.object({ clause: z.string(), on: isoDateSchema, effect: z.enum(['noHonour', 'zeroTotal']) })),
  /** Place in the last published period, for the change. */
  before: z.number().int().nullable(),
  /** What is missing to full marks, in words. */
  gap: z.string(),
})
export type RankedUnit = z.infer<typeof rankedUnitSchema>

export const categoryRankingSchema = z.object({
  category: assesseeCategorySchema,
  label: z.string(),
  scheme: z.object({ id: z.string(), version: z.string(), name: z.string(), docRef: z.string() }).nullable(),
  /** In the order of the list; unranked units last. */
  units: z.array(rankedUnitSchema),
  /** 并列时的排序依据 as the scheme gives it. */
  tieBreakRule: z.string(),
})
export type CategoryRanking = z.infer<typeof categoryRankingSchema>

export const awardProposalSchema = z.object({
  awardId: z.string(),
  name: z.string(),
  kind: z.enum(['composite', 'single']),
  group: z.string(),
  clause: z.string(),
  prize: z.string(),
  winners: z.array(
    z.object({ unitId: idSchema, unit: z.string(), place: z.number().int(), value: z.string(), reason: z.string() }),
  ),
  /** Who would have won and does not, with the clause. */
  excluded: z.array(z.object({ unitId: idSchema, unit: z.string(), reason: z.string() })),
  /** Ties at the last place and the like, which a person decides. */
  note: z.string(),
})
export type AwardProposal = z.infer<typeof awardProposalSchema>

/** District totals, in the order in which the notices give them. */
export const districtTotalSchema = z.object({
  key: z.string(),
  label: z.string(),
  value: z.string(),
  unit: z.string(),
  formula: z.string(),
  /** Contribution of each unit, so that the number opens. */
  units: z.array(z.object({ unitId: idSchema, unit: z.string(), value: z.string() })),
})
export type DistrictTotal = z.infer<typeof districtTotalSchema>

/** What a publication froze. */
export const publishedResultSchema = z.object({
  period: packagePeriodSchema,
  district: z.string(),
  asOf: isoDateSchema,
  categories: z.array(categoryRankingSchema),
  awards: z.array(awardProposalSchema),
  totals: z.array(districtTotalSchema),
  /** 线索 → 推荐 → 落地. */
  funnel: z.array(z.object({ label: z.string(), value: z.string() })),
  returns: z.object({
    expected: z.number().int(),
    onTime: z.number().int(),
    late: z.array(z.string()),
    missing: z.array(z.string()),
  }),
})
export type PublishedResult = z.infer<typeof publishedResultSchema>
