import { z } from 'zod'
import { idSchema, isoDateSchema, moneySchema } from '../core/schemas'
import { findingFilterSchema } from './finding-rows'
import { treatments } from './record'

/** What a table of statistics is broken down by. */
export const statisticsBys = ['kind', 'status', 'source', 'year', 'department', 'type', 'program'] as const
export type StatisticsBy = (typeof statisticsBys)[number]

export const statisticsGroupSchema = z.object({
  /** The identifier, or the office's word where there is no closed list (department, programme, source). */
  key: z.string(),
  label: z.string(),
  total: z.number().int(),
  /** The counts by status add up to the total; the numerator is `done` and `promoted`. */
  done: z.number().int(),
  promoted: z.number().int(),
  basicallyDone: z.number().int(),
  phasedDone: z.number().int(),
  inProgress: z.number().int(),
  longTerm: z.number().int(),
  notDone: z.number().int(),
  /** Of them 已移送, whatever their status. */
  referred: z.number().int(),
  overdue: z.number().int(),
  /** In the denominator and not counted as done. */
  open: z.number().int(),
  /** `94.9%`, `—` without a denominator. */
  rate: z.string(),
  /** `56/59`. */
  fraction: z.string(),
  /** `56÷59×100＝94.9%（已整改÷应整改）`, with the verb that was counted. */
  formula: z.string(),
  /** 已整改 and 已推动整改 were added up. */
  isMixed: z.boolean(),
})
export type StatisticsGroup = z.infer<typeof statisticsGroupSchema>

export const rateChoiceSchema = z.object({
  mode: z.enum(['halfUp', 'truncate']),
  decimals: z.union([z.literal(0), z.literal(1), z.literal(2)]),
})
export type RateChoice = z.infer<typeof rateChoiceSchema>

/** Sums of one treatment in one unit; units are never added to one another. */
export const amountTotalSchema = z.object({
  treatment: z.enum(treatments),
  unit: z.string(),
  requiredFen: moneySchema.nullable(),
  doneFen: moneySchema.nullable(),
  required: z.string().nullable(),
  done: z.string().nullable(),
  rate: z.string(),
  fraction: z.string(),
  findings: z.number().int(),
})
export type AmountTotal = z.infer<typeof amountTotalSchema>

export const statisticsSchema = z.object({
  asOf: isoDateSchema,
  by: z.enum(statisticsBys),
  groups: z.array(statisticsGroupSchema),
  total: statisticsGroupSchema,
  /** Share of those whose deadline has come, beside the share of all. Source: domain §7 G24. */
  due: z.object({ total: z.number().int(), done: z.number().int(), rate: z.string(), fraction: z.string() }),
  structure: z.object({
    aspects: z.number().int(),
    keyIssues: z.number().int(),
    findings: z.number().int(),
    manifestations: z.number().int(),
    measures: z.number().int(),
  }),
  amounts: z.array(amountTotalSchema),
  /** 问题金额 by 性质. Unit: 分. */
  problemAmounts: z.array(
    z.object({ amountClass: z.string(), label: z.string(), findings: z.number().int(), fen: moneySchema }),
  ),
  /** `extended` and `recurrent` count findings, `reopened` (反弹) and `returned` count times. */
  counts: z.object({
    rulesMade: z.number().int(),
    accountablePersons: z.number().int(),
    referralCases: z.number().int(),
    referralPersons: z.number().int(),
    extended: z.number().int(),
    reopened: z.number().int(),
    returned: z.number().int(),
    recurrent: z.number().int(),
  }),
  closing: z.object({
    closed: z.number().int(),
    /** Mean of feedback to 销号, one decimal. Unit: calendar days; null when none is closed. */
    averageDays: z.string().nullable(),
    onTime: z.number().int(),
    onTimeExtended: z.number().int(),
    late: z.number().int(),
    /** 按期率: plain 按期 only, `—` when none is closed. */
    onTimeRate: z.string(),
    onTimeFraction: z.string(),
  }),
  /** Open ones by how long they have been open since the feedback. */
  ageing: z.array(
    z.object({ label: z.string(), from: z.number().int(), to: z.number().int().nullable(), count: z.number().int() }),
  ),
  /** Open at the end of each month, from the first feedback on; without those of which a day is not known. */
  burnDown: z.array(z.object({ on: isoDateSchema, open: z.number().int(), total: z.number().int() })),
  warnings: z.array(z.string()),
})
export type Statistics = z.infer<typeof statisticsSchema>

export const selfCheckIssueSchema = z.object({
  code: z.enum([
    'declaredCount',
    'percentMismatch',
    'allDoneBesideOpen',
    'sumMismatch',
    'mixedVerbs',
    'notReproducible',
    'closedWithoutEvidence',
    'evidenceMissing',
    'doneWithOpenMeasure',
    'doneBesideOpenQuantity',
  ]),
  severity: z.enum(['error', 'warning']),
  text: z.string(),
  /** The words of the text that it is about; '' for the ledger alone. */
  quote: z.string(),
  findingId: idSchema.nullable(),
  programId: idSchema.nullable(),
})
export type SelfCheckIssue = z.infer<typeof selfCheckIssueSchema>

export const statisticsContract = {
  /** The figures of the filtered findings; rates with fraction and formula. The rule of one programme when one is chosen, else the usual one. */
  'rectification.statistics': {
    needs: 'view',
    in: z.object({
      filter: findingFilterSchema,
      by: z.enum(statisticsBys),
      rate: rateChoiceSchema.nullable(),
    }),
    out: statisticsSchema,
  },
  /** 数字自洽检查 of the ledger and, where given, of a text against it and against itself. */
  'rectification.selfCheck': {
    needs: 'view',
    in: z.object({ programIds: z.array(idSchema).max(500), text: z.string().max(500_000).nullable() }),
    out: z.object({ issues: z.array(selfCheckIssueSchema) }),
  },
} as const
