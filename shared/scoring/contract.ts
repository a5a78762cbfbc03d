import { z } from 'zod'
import { isoDateSchema, lineSchema, streamSchema, yearSchema } from '../core/schemas'
import type { ScoreResult } from './result'

const scoreResultSchema = z.custom<ScoreResult>(
  (value) => typeof value === 'object' && value !== null && 'components' in value,
)

/** One line of the advice: what to do and what the score would then be. */
export const adviceSchema = z.object({ text: z.string(), total: z.string().nullable() })

/** 得分: computed afresh from the records each time, with the clause and the arithmetic. */
export const scoringContract = {
  'scoring.evaluate': {
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
    in: z.object({
      year: yearSchema,
      componentId: lineSchema,
      value: z.string().max(20).nullable(),
      givenOn: isoDateSchema,
      documentReference: lineSchema,
    }),
    out: z.object({}),
  },
} as const
