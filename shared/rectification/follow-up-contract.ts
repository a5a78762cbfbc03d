import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema } from '../core/schemas'
import { findingStatuses, rectSources } from './record'
import { lookBackResults, lookBackSchema } from './part-records'

export const findingNameSchema = z.object({
  id: idSchema,
  no: z.string(),
  title: z.string(),
  programTitle: z.string(),
  source: z.enum(rectSources),
  originYears: z.string(),
  statusText: z.string(),
  status: z.enum(findingStatuses),
})

export type FindingName = z.infer<typeof findingNameSchema>

export const lookBackRowSchema = lookBackSchema.extend({
  finding: findingNameSchema,
  closedOn: isoDateSchema.nullable(),
  isDue: z.boolean(),
})
export type LookBackRow = z.infer<typeof lookBackRowSchema>

export const recurrenceProposalSchema = z.object({
  earlier: findingNameSchema,
  /** 0 to 100: how alike the wording is, rare words weighing most. */
  likeness: z.number().int(),
  /** Words that both have. */
  sharedWords: z.array(z.string()),
  /** What was decided before; null = not yet. */
  isSame: z.boolean().nullable(),
  decidedBy: z.string(),
  decidedOn: isoDateSchema.nullable(),
  note: z.string(),
  /** Measures of the earlier finding that were done, and whether it came back. */
  measures: z.array(z.string()),
  reopenCount: z.number().int(),
})
export type RecurrenceProposal = z.infer<typeof recurrenceProposalSchema>

/** 回头看, 屡审屡犯, and the measures that worked. */
export const followUpContract = {
  'rectification.lookBacks': {
    needs: 'view',
    in: z.object({ state: z.enum(['open', 'due', 'done', 'all']) }),
    out: z.array(lookBackRowSchema),
  },
  /** Plans a look-back of a closed finding. */
  'rectification.planLookBack': {
    needs: 'work',
    in: z.object({ findingId: idSchema, plannedOn: isoDateSchema }),
    out: z.object({ id: idSchema }),
  },
  /** What was found; 反弹 asks for a reopening, which is a step of its own. The doer may not look back at his own. */
  'rectification.recordLookBack': {
    needs: 'work',
    in: z.object({ id: idSchema, doneOn: isoDateSchema, result: z.enum(lookBackResults), note: paragraphSchema }),
    out: z.object({}),
  },
  'rectification.removeLookBack': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** Draws a share of the closed findings by a seed: the same seed and findings give the same draw. */
  'rectification.drawSample': {
    needs: 'work',
    in: z.object({
      programIds: z.array(idSchema).max(500),
      percent: z.number().int().min(1).max(100),
      seed: lineSchema.min(1),
      plannedOn: isoDateSchema,
      /** False shows the draw without keeping it. */
      isKept: z.boolean(),
    }),
    out: z.object({
      pool: z.number().int(),
      drawn: z.array(findingNameSchema),
      sampleId: idSchema.nullable(),
    }),
  },
  /** Earlier findings that read alike, the most alike first. */
  'rectification.recurrences': {
    needs: 'view',
    in: z.object({ findingId: idSchema }),
    out: z.object({ proposals: z.array(recurrenceProposalSchema) }),
  },
  /** Pairs not yet decided over all findings, and those decided as the same; the most alike first. */
  'rectification.recurrencePairs': {
    needs: 'view',
    in: z.object({ state: z.enum(['open', 'same', 'different']), limit: z.number().int().min(1).max(500) }),
    out: z.object({
      pairs: z.array(z.object({ finding: findingNameSchema, proposal: recurrenceProposalSchema })),
      total: z.number().int(),
    }),
  },
  'rectification.decideRecurrence': {
    needs: 'work',
    in: z.object({ findingId: idSchema, earlierId: idSchema, isSame: z.boolean().nullable(), note: lineSchema }),
    out: z.object({}),
  },
  /** 改法库: measures of closed findings by words; empty text gives the newest. */
  'rectification.library': {
    needs: 'view',
    in: z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(200) }),
    out: z.object({
      rows: z.array(
        z.object({
          measureId: idSchema,
          text: z.string(),
          result: z.string(),
          doneOn: isoDateSchema.nullable(),
          finding: findingNameSchema,
          reopenCount: z.number().int(),
        }),
      ),
      total: z.number().int(),
    }),
  },
} as const
