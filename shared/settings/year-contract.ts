import { z } from 'zod'
import { isoDateSchema, lineSchema, yearSchema } from '../core/schemas'

/** Points as printed, e.g. 93.33 of 100; null where the district has given no scheme. */
const scoreSchema = z.object({ total: z.string(), max: z.string() }).nullable()

/** What is still open at the end of a year; each kind has its word in `shared/terms/year`. */
export const openKinds = [
  'tasks',
  'conflicts',
  'returnedLines',
  'findings',
  'projects',
  'leads',
  'problems',
  'demands',
  'tips',
  'clues',
] as const
export type OpenKind = (typeof openKinds)[number]

export const openCountSchema = z.object({
  kind: z.enum(openKinds),
  count: z.number().int(),
  /** Parts that a notice would name, e.g. the findings of each programme. */
  parts: z.array(z.object({ name: z.string(), count: z.number().int() })),
})
export type OpenCount = z.infer<typeof openCountSchema>

/** A file that went out for the year; frozen by the store itself. */
export const issuedFileSchema = z.object({
  name: z.string(),
  period: z.string(),
  checkCode: z.string(),
  at: z.string(),
})

export const yearRowSchema = z.object({
  year: yearSchema,
  isClosed: z.boolean(),
  /** The year that the screens open on. */
  isCurrent: z.boolean(),
  closedOn: isoDateSchema.nullable(),
  closedBy: z.string(),
  /** As it was kept at closing, or as it is now. */
  score: scoreSchema,
  /** Of a closed year: whether computing again gives what was kept. */
  isAsKept: z.boolean().nullable(),
})

/** 年度结账与结转. */
export const yearContract = {
  /** Years that have records, newest first. */
  'settings.years': { needs: 'view', in: z.object({}), out: z.array(yearRowSchema) },
  /** What closing would freeze and what is still open; nothing is written. */
  'settings.previewClosing': {
    needs: 'view',
    in: z.object({ year: yearSchema }),
    out: z.object({
      score: scoreSchema,
      /** Left undone in the year itself: better done before closing. */
      open: z.array(openCountSchema),
      files: z.array(issuedFileSchema),
      /** The year has not ended yet. */
      isEarly: z.boolean(),
      isClosed: z.boolean(),
    }),
  },
  /** Takes a backup, keeps the scores as they are and makes the year's records read-only. */
  'settings.closeYear': { needs: 'admin', in: z.object({ year: yearSchema }), out: z.object({}) },
  /** The reason stands in the journal. */
  'settings.reopenYear': {
    needs: 'admin',
    in: z.object({ year: yearSchema, reason: lineSchema.trim().min(1) }),
    out: z.object({}),
  },
  /** What goes on in the next year and what that year still lacks; nothing is written. */
  'settings.previewOpening': {
    needs: 'view',
    in: z.object({ year: yearSchema }),
    out: z.object({
      carried: z.array(openCountSchema),
      /** People, groups and enterprises that stay as they are. */
      kept: z.object({ people: z.number().int(), enterprises: z.number().int() }),
      lacksCalendar: z.boolean(),
      lacksScheme: z.boolean(),
      lacksAssignments: z.boolean(),
      /** The year before is not closed. */
      isEarlierOpen: z.boolean(),
    }),
  },
  /** Turns the screens to a year; records carry over by themselves, since they belong to no year or to their own. */
  'settings.openYear': { needs: 'admin', in: z.object({ year: yearSchema }), out: z.object({}) },
} as const
