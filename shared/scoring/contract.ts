import { z } from 'zod'
import { awardPlanSchema } from './award-plan'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema, streamSchema, yearSchema } from '../core/schemas'
import type { ScoreResult } from './result'
import { schemeSchema } from './scheme'

const scoreResultSchema = z.custom<ScoreResult>(
  (value) => typeof value === 'object' && value !== null && 'components' in value,
)

/** One line of the advice: what to do and what the score would then be. */
export const adviceSchema = z.object({ text: z.string(), total: z.string().nullable() })

export const ruleKinds = ['scheme', 'awards'] as const
export const ruleStatuses = ['draft', 'issued', 'retired'] as const

/** A version of a scheme or an award plan. */
export const ruleRowSchema = z.object({
  /** Null for a scheme that ships with the program. */
  id: idSchema.nullable(),
  kind: z.enum(ruleKinds),
  documentId: z.string(),
  version: z.string(),
  name: z.string(),
  year: yearSchema,
  category: z.number().int().nullable(),
  effectiveFrom: isoDateSchema,
  status: z.enum(ruleStatuses),
  source: z.enum(['shipped', 'own', 'package']),
  docRef: z.string(),
  reason: z.string(),
  savedBy: z.string(),
  savedAt: z.string(),
  /** The version that scores are computed by today. */
  isInForce: z.boolean(),
})
export type RuleRow = z.infer<typeof ruleRowSchema>

export const ruleDocumentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scheme'), document: schemeSchema }),
  z.object({ kind: z.literal('awards'), document: awardPlanSchema }),
])
export type RuleDocument = z.infer<typeof ruleDocumentSchema>

/** A result that a changed rule would alter. */
export const trialChangeSchema = z.object({
  /** 单位, or 本单位. */
  subject: z.string(),
  /** 得分, 指标考核, 名次, 奖项. */
  what: z.string(),
  from: z.string(),
  to: z.string(),
})

/** 得分: computed afresh from the records each time, with the clause and the arithmetic. */
export const scoringContract = {
  'scoring.evaluate': {
    needs: 'view',
    in: z.object({ year: yearSchema, stream: streamSchema, asOf: isoDateSchema.nullable() }),
    out: z.object({
      /** Null where the district has given no scheme for this year and category: completion is shown instead. */
      result: scoreResultSchema.nullable(),
      /** Sentences by component id and for the whole, ready to show and print. */
      notes: z.array(z.object({ code: z.string(), text: z.string() })),
      /** 口径说明: how the scheme's open points were read. */
      readings: z.array(z.string()),
      /** The gap in words, e.g. 还差0.5个指标; empty when full. */
      gap: z.array(z.string()),
      advice: z.array(adviceSchema),
    }),
  },
  /** A figure given by the district; refused above the component's maximum and without a document reference. */
  'scoring.recordManual': {
    needs: 'lead',
    in: z.object({
      year: yearSchema,
      componentId: lineSchema,
      value: z.string().max(20).nullable(),
      givenOn: isoDateSchema,
      documentReference: lineSchema,
    }),
    out: z.object({}),
  },
  /** Every version of every rule of a year, shipped ones included. */
  'scoring.rules': { needs: 'view', in: z.object({ year: yearSchema }), out: z.array(ruleRowSchema) },
  /** One version whole; by id, or by document and version for a shipped one. */
  'scoring.rule': {
    needs: 'view',
    in: z.object({ documentId: z.string().max(100), version: z.string().max(40) }),
    out: z.object({ row: ruleRowSchema, rule: ruleDocumentSchema }),
  },
  /** 试算: every result that would change if this document held, on the real records of today. */
  'scoring.trial': {
    needs: 'view',
    in: z.object({ rule: z.unknown(), kind: z.enum(ruleKinds) }),
    out: z.object({ changes: z.array(trialChangeSchema), compared: z.number().int(), problem: z.string() }),
  },
  /** Saves a draft, or issues it; a new version of a document that is in force needs a reason and a later version number. */
  'scoring.saveRule': {
    needs: 'admin',
    in: z.object({
      rule: z.unknown(),
      kind: z.enum(ruleKinds),
      status: z.enum(['draft', 'issued']),
      reason: paragraphSchema.min(1),
    }),
    out: z.object({ id: idSchema }),
  },
  'scoring.retireRule': {
    needs: 'admin',
    in: z.object({ id: idSchema, reason: paragraphSchema.min(1) }),
    out: z.object({}),
  },
} as const
