import { z } from 'zod'
import { idSchema, isoDateSchema, quarterSchema, streamSchema, yearSchema } from '../core/schemas'
import { leadFilterSchema, leadSortSchema } from '../investment/contract'

export const reportFormats = ['xlsx', 'docx'] as const

export const writtenFileSchema = z.object({
  fileName: z.string(),
  kind: z.enum(reportFormats),
  bytes: z.number().int(),
  sha256: z.string(),
  fileToken: idSchema,
})

export const streamCardSchema = z.object({
  stream: streamSchema,
  /** `3.5/4 个指标`, or null without a target. */
  progress: z
    .object({ actual: z.string(), target: z.string(), unit: z.string(), rate: z.string().nullable() })
    .nullable(),
  score: z.object({ points: z.string(), max: z.string() }).nullable(),
  /** The sentence that says what is missing, or that nothing is. */
  gap: z.string(),
  assignmentCount: z.number().int(),
  nextDue: z
    .object({ task: z.string(), dueOn: isoDateSchema, submitBy: isoDateSchema, isMoved: z.boolean() })
    .nullable(),
  light: z.enum(['normal', 'near', 'overdue', 'none']),
})
export type StreamCard = z.infer<typeof streamCardSchema>

/** 报表与上报. */
export const reportsContract = {
  /** The home page: four streams, what is due, what was imported last. */
  'reports.overview': {
    in: z.object({ year: yearSchema }),
    out: z.object({
      cards: z.array(streamCardSchema),
      due: z.array(
        z.object({
          assignmentId: idSchema,
          stream: streamSchema.nullable(),
          task: z.string(),
          dueOn: isoDateSchema,
          submitBy: isoDateSchema,
          isMoved: z.boolean(),
          light: z.enum(['normal', 'near', 'overdue']),
          workdaysLeft: z.number().int(),
        }),
      ),
      todo: z.array(
        z.object({
          code: z.enum(['importAssignments', 'monthlyBrief', 'backfill', 'quietLeads', 'pendingLeads']),
          text: z.string(),
          count: z.number().int(),
        }),
      ),
    }),
  },
  /** The draft of the quarter before it is exported: its text and what the checks say. */
  'reports.previewQuarter': {
    in: z.object({ period: quarterSchema }),
    out: z.object({ title: z.string(), text: z.string(), checkCode: z.string(), warnings: z.array(z.string()) }),
  },
  /** Writes the chosen formats into a folder granted by the shell; a file in use gets another name. */
  'reports.exportQuarter': {
    in: z.object({ period: quarterSchema, formats: z.array(z.enum(reportFormats)).min(1), folder: idSchema }),
    out: z.object({ files: z.array(writtenFileSchema), checkCode: z.string(), warnings: z.array(z.string()) }),
  },
  /** The leads of the current filter as a ledger that can be imported back unchanged. */
  'reports.exportLeads': {
    in: z.object({ filter: leadFilterSchema, sort: leadSortSchema, folder: idSchema }),
    out: z.object({ file: writtenFileSchema, exported: z.number().int(), all: z.number().int() }),
  },
} as const
