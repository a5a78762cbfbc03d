import { z } from 'zod'
import { parseReportPeriod } from './period'
import { idSchema, isoDateSchema } from '../core/schemas'
import { recordKinds, recordRooms, reportChapters, warningKinds } from './model'

/** `2022Q3` or `2022-09`. */
export const reportPeriodSchema = z
  .string()
  .max(20)
  .refine((text) => parseReportPeriod(text) !== null)

export const reportChapterSchema = z.enum(reportChapters)

export const recordRefSchema = z.object({
  room: z.enum(recordRooms),
  kind: z.enum(recordKinds),
  recordId: z.string(),
  title: z.string(),
})

/** A hand-written figure or sentence with what it stands for. */
export const appliedEditSchema = z.object({
  id: idSchema,
  kind: z.enum(['figure', 'sentence']),
  /** 注1, 注2 …. */
  number: z.number().int(),
  original: z.string(),
  /** What the records give by now; differs from `original` when the ledger has changed since. */
  computed: z.string(),
  value: z.string(),
  reason: z.string(),
  editedBy: z.string(),
  editedAt: z.string(),
})

/** A stretch of text; a figure opens its explanation and its records. */
export const reportPartSchema = z.object({
  text: z.string(),
  figure: z
    .object({
      place: z.string(),
      /** How it was counted, in words. */
      explanation: z.string(),
      /** The first of them, enough for a list. */
      records: z.array(recordRefSchema),
      recordCount: z.number().int(),
    })
    .nullable(),
  edit: appliedEditSchema.nullable(),
})

export const reportBlockSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('paragraph'),
    sentences: z.array(z.object({ place: z.string(), parts: z.array(reportPartSchema) })),
  }),
  z.object({
    kind: z.literal('table'),
    title: z.string(),
    columns: z.array(z.object({ label: z.string(), align: z.enum(['left', 'center', 'right']) })),
    rows: z.array(z.array(z.string())),
  }),
])

/** The draft of a period as the page shows it. */
export const reportPreviewSchema = z.object({
  titleLines: z.array(z.string()),
  addressee: z.string(),
  periodEnd: isoDateSchema,
  /** 数据截止. */
  asOf: isoDateSchema,
  sections: z.array(
    z.object({
      stream: reportChapterSchema,
      /** 本期无新增 is ticked, whether or not it still holds. */
      isNilTicked: z.boolean(),
      /** Records dated in the period; with any of them 本期无新增 is refused. */
      recordCount: z.number().int(),
      blocks: z.array(reportBlockSchema),
      /** The chapter as plain text for OA. */
      text: z.string(),
    }),
  ),
  annexes: z.array(z.object({ mark: z.string(), title: z.string(), rows: z.number().int() })),
  editNotes: z.array(z.string()),
  unit: z.string(),
  signedOn: isoDateSchema,
  /** The whole as plain text for OA. */
  text: z.string(),
  checkCode: z.string(),
  warnings: z.array(
    z.object({
      kind: z.enum(warningKinds),
      stream: reportChapterSchema.nullable(),
      text: z.string(),
      record: recordRefSchema.nullable(),
      place: z.string().nullable(),
    }),
  ),
  /** Edits whose place is no longer in the text. */
  lostEdits: z.array(z.object({ id: idSchema, value: z.string(), reason: z.string() })),
})
export type ReportPreview = z.infer<typeof reportPreviewSchema>
export type ReportPart = z.infer<typeof reportPartSchema>
export type ReportBlock = z.infer<typeof reportBlockSchema>
