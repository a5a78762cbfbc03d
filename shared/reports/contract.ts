import { z } from 'zod'
import { idSchema, lineSchema, paragraphSchema } from '../core/schemas'
import { leadFilterSchema, leadSortSchema } from '../investment/contract'
import { reportChapterSchema, reportPeriodSchema, reportPreviewSchema } from './preview-contract'

export const reportFormats = ['xlsx', 'docx'] as const

export const writtenFileSchema = z.object({
  fileName: z.string(),
  kind: z.enum(reportFormats),
  bytes: z.number().int(),
  sha256: z.string(),
  fileToken: idSchema,
  /** Texts of which something was left out that no office file can hold. */
  cleanedTexts: z.number().int().default(0),
})

/** 报表与上报. */
export const reportsContract = {
  /** The draft of a quarter or a month over all streams: text in parts, what the checks say, what was written by hand. */
  'reports.preview': { needs: 'view', in: z.object({ period: reportPeriodSchema }), out: reportPreviewSchema },
  /** Writes the chosen formats into a folder granted by the shell; a file in use gets another name. */
  'reports.export': {
    needs: 'view',
    in: z.object({ period: reportPeriodSchema, formats: z.array(z.enum(reportFormats)).min(1), folder: idSchema }),
    out: z.object({ files: z.array(writtenFileSchema), checkCode: z.string(), warnings: z.array(z.string()) }),
  },
  /** Puts a figure or a sentence by hand in place of the computed one; a reason is required. */
  'reports.saveEdit': {
    needs: 'work',
    in: z.object({
      period: reportPeriodSchema,
      kind: z.enum(['figure', 'sentence']),
      place: lineSchema.min(1),
      value: paragraphSchema,
      reason: paragraphSchema,
    }),
    out: z.object({ id: idSchema }),
  },
  /** Back to what the records give. */
  'reports.dropEdit': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** 本期无新增 of a chapter, on or off; refused while it has records of the period. */
  'reports.setNil': {
    needs: 'work',
    in: z.object({ period: reportPeriodSchema, stream: reportChapterSchema, isNil: z.boolean() }),
    out: z.object({}),
  },
  /** How many records each ledger has, for the list of ledgers to export. */
  'reports.ledgers': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      leads: z.number().int(),
      projects: z.number().int(),
      visits: z.number().int(),
      entries: z.number().int(),
      /** Texts and trainings of the bureau's year. */
      briefs: z.number().int(),
      /** Those of the bureau's year that still stand. */
      assignments: z.number().int(),
    }),
  },
  /** The leads of the current filter as a ledger that can be imported back unchanged. */
  'reports.exportLeads': {
    needs: 'view',
    in: z.object({ filter: leadFilterSchema, sort: leadSortSchema, folder: idSchema }),
    out: z.object({ file: writtenFileSchema, exported: z.number().int(), all: z.number().int() }),
  },
} as const
