import { z } from 'zod'
import { editedRowSchema } from '../core/contract'
import { idSchema, yearSchema } from '../core/schemas'
import { gridContract } from './grid-contract'
import { cellIssueCodes, importKinds } from './reading'

export const importKindSchema = z.enum(importKinds)
export const rowOutcomes = ['added', 'updated', 'unchanged', 'withdrawn', 'rejected', 'skipped'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export const countsSchema = z.object({
  read: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  withdrawn: z.number().int(),
  rejected: z.number().int(),
  skipped: z.number().int(),
})
export type ImportCounts = z.infer<typeof countsSchema>

export const previewIssueSchema = z.object({
  row: z.number().int(),
  letters: z.string(),
  column: z.string(),
  field: z.string().nullable(),
  value: z.string(),
  code: z.enum(cellIssueCodes),
  severity: z.enum(['error', 'warning']),
  /** The sentence: 发生了什么 — 影响 — 怎么办. */
  text: z.string(),
  suggestion: z.string().nullable(),
})
export type PreviewIssue = z.infer<typeof previewIssueSchema>

export const fieldChangeSchema = z.object({
  field: z.string(),
  label: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

export const previewRowSchema = z.object({
  /** Excel row number; 0 for a stored record that the file no longer holds. */
  row: z.number().int(),
  outcome: z.enum(rowOutcomes),
  key: z.string(),
  title: z.string(),
  /** What the file says, by field, for the row's columns. */
  originals: z.record(z.string(), z.string()),
  changes: z.array(fieldChangeSchema),
  issues: z.array(previewIssueSchema),
  /** Why it is ignored, for skipped rows. */
  reason: z.string(),
})
export type PreviewRow = z.infer<typeof previewRowSchema>

export const previewTableSchema = z.object({
  kind: importKindSchema,
  sheet: z.string(),
  headerRows: z.array(z.number().int()),
  title: z.string(),
  year: yearSchema,
  columns: z.array(
    z.object({ index: z.number().int(), letters: z.string(), header: z.string(), field: z.string().nullable() }),
  ),
  /** Fields a column may be mapped to. */
  fields: z.array(z.object({ field: z.string(), label: z.string() })),
  isMappingRemembered: z.boolean(),
  counts: countsSchema,
  warningCount: z.number().int(),
  /** Remarks on the table as a whole, e.g. a total that does not add up. */
  issues: z.array(previewIssueSchema),
})
export type PreviewTable = z.infer<typeof previewTableSchema>

export const previewSchema = z.object({
  session: idSchema,
  fileName: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  sheets: z.array(
    z.object({
      name: z.string(),
      isHidden: z.boolean(),
      rowCount: z.number().int(),
      kind: importKindSchema.nullable(),
    }),
  ),
  tables: z.array(previewTableSchema),
})
export type Preview = z.infer<typeof previewSchema>

export const readingChoiceSchema = z.object({
  kind: importKindSchema.nullable(),
  sheet: z.string().max(200).nullable(),
  headerRows: z.array(z.number().int().min(1).max(200)).min(1).max(3).nullable(),
  mapping: z.record(z.string().regex(/^\d{1,4}$/), z.string().max(60).nullable()).nullable(),
})
export type ReadingChoice = z.infer<typeof readingChoiceSchema>

export const progressSchema = z.object({
  stage: z.enum(['reading', 'comparing', 'writing']),
  done: z.number(),
  total: z.number(),
})

export const batchSchema = z.object({
  id: idSchema,
  kind: importKindSchema,
  fileName: z.string(),
  sheet: z.string(),
  year: yearSchema,
  counts: countsSchema,
  importedAt: z.string(),
  importedBy: z.string(),
})
export type ImportBatch = z.infer<typeof batchSchema>

/** 导入: every table comes in through the same preview; nothing is written before 确认. */
export const tablesContract = {
  ...gridContract,
  /** Reads the bytes of a file the person chose or dropped. Main never takes a path from the window. */
  'tables.open': {
    needs: 'work',
    in: z.object({
      fileName: z.string().min(1).max(255),
      bytes: z.instanceof(Uint8Array),
      choice: readingChoiceSchema,
    }),
    event: progressSchema,
    out: previewSchema,
  },
  /** Rows pasted from WPS or Excel, with or without a header line. */
  'tables.openText': {
    needs: 'work',
    in: z.object({ text: z.string().min(1).max(5_000_000), kind: importKindSchema }),
    event: progressSchema,
    out: previewSchema,
  },
  /** Reads the same file again with another sheet, header or mapping; typed corrections are kept where they still fit. */
  'tables.choose': {
    needs: 'work',
    in: z.object({ session: idSchema, choice: readingChoiceSchema }),
    event: progressSchema,
    out: previewSchema,
  },
  'tables.rows': {
    needs: 'work',
    in: z.object({
      session: idSchema,
      table: z.number().int().min(0),
      outcomes: z.array(z.enum(rowOutcomes)),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    out: z.object({ total: z.number().int(), rows: z.array(previewRowSchema) }),
  },
  /** Types a cell anew; the row is judged again. */
  'tables.fixCell': {
    needs: 'work',
    in: z.object({
      session: idSchema,
      table: z.number().int().min(0),
      row: z.number().int().min(1),
      field: z.string().max(60),
      text: z.string().max(2000),
    }),
    event: progressSchema,
    out: previewSchema,
  },
  /** The rejected rows in the district's own layout with 错误说明, into a folder granted by the shell. */
  'tables.saveErrorRows': {
    needs: 'work',
    in: z.object({ session: idSchema, table: z.number().int().min(0), folder: idSchema }),
    out: z.object({ fileName: z.string(), fileToken: idSchema }),
  },
  /** Writes all chosen tables in one transaction. `all`: one rejected row stops everything; `valid`: only the good rows. */
  'tables.confirm': {
    needs: 'work',
    in: z.object({
      session: idSchema,
      tables: z.array(z.number().int().min(0)).min(1).max(1000),
      rows: z.enum(['all', 'valid']),
      withdraw: z.boolean(),
    }),
    event: progressSchema,
    out: z.object({ batches: z.array(batchSchema) }),
  },
  /** Forgets the preview; nothing was written. */
  'tables.discard': { needs: 'work', in: z.object({ session: idSchema }), out: z.object({}) },
  'tables.batches': { needs: 'view', in: z.object({}), out: z.array(batchSchema) },
  'tables.planUndo': {
    needs: 'view',
    in: z.object({ batchId: idSchema }),
    out: z.object({ rowCount: z.number().int(), edited: z.array(editedRowSchema) }),
  },
  /** Takes an import back; rows edited since are kept or taken back as well, as the person chose. */
  'tables.undo': {
    needs: 'work',
    in: z.object({ batchId: idSchema, keepEdited: z.boolean() }),
    out: z.object({ reverted: z.number().int(), kept: z.array(editedRowSchema) }),
  },
  /** The row of the original file that a record came from. */
  'tables.source': {
    needs: 'view',
    in: z.object({ batchId: idSchema, row: z.number().int().min(1) }),
    event: progressSchema,
    out: z.object({
      fileName: z.string(),
      sheet: z.string(),
      row: z.number().int(),
      cells: z.array(z.object({ header: z.string(), letters: z.string(), text: z.string() })),
    }),
  },
} as const
