import { z } from 'zod'
import { idSchema, yearSchema } from '../core/schemas'
import { cellIssueCodes, importKinds } from './reading'

/** Unit: rows. What one grid loads; a longer ledger is filtered first. */
export const gridLoadLimit = 2000
/** Unit: rows. New and changed rows of one grid. */
export const gridEditLimit = 5000
/** Unit: characters. What one cell of a spreadsheet can hold. */
export const gridTextLimit = 32_767

const kindSchema = z.enum(importKinds)
const textsSchema = z.record(z.string().max(60), z.string().max(gridTextLimit))

export const gridReadings = ['text', 'code', 'date', 'month', 'number', 'choice', 'yesNo'] as const

export const gridColumnSchema = z.object({
  field: z.string(),
  /** The district's word, with the unit of amounts, e.g. 总投资（万元）. */
  label: z.string(),
  isRequired: z.boolean(),
  reading: z.enum(gridReadings),
  /** Words of a closed list; empty elsewhere. */
  options: z.array(z.string()),
  isNumeric: z.boolean(),
  /** May hold several lines. */
  isLong: z.boolean(),
})
export type GridColumn = z.infer<typeof gridColumnSchema>

export const gridRowSchema = z.object({ id: idSchema, texts: textsSchema })
export type GridRow = z.infer<typeof gridRowSchema>

export const gridEditSchema = z.object({
  /** The number the person sees beside the row. */
  row: z.number().int().min(1).max(20_000),
  /** The stored record, or null for a new one. */
  id: idSchema.nullable(),
  texts: textsSchema,
  /** What the record held when it was loaded; empty for a new one. */
  loaded: textsSchema,
})
export type GridEdit = z.infer<typeof gridEditSchema>

export const gridIssueCodes = [...cellIssueCodes, 'keyInStore', 'changedMeanwhile', 'recordGone'] as const
export type GridIssueCode = (typeof gridIssueCodes)[number]

export const gridIssueSchema = z.object({
  row: z.number().int(),
  /** Null when the whole row is meant. */
  field: z.string().nullable(),
  code: z.enum(gridIssueCodes),
  severity: z.enum(['error', 'warning']),
  /** Where: 第7行 完成时限. */
  place: z.string(),
  text: z.string(),
  suggestion: z.string().nullable(),
})
export type GridIssue = z.infer<typeof gridIssueSchema>

export const gridOutcomes = ['added', 'updated', 'unchanged', 'rejected', 'blank'] as const
export type GridOutcome = (typeof gridOutcomes)[number]

export const gridCheckSchema = z.object({
  row: z.number().int(),
  outcome: z.enum(gridOutcomes),
  issues: z.array(gridIssueSchema),
  /** How the ledger will write the cells whose text differs from what was typed. */
  normalised: textsSchema,
  /** What the store holds now, when that is not what was loaded. */
  stored: textsSchema.nullable(),
})
export type GridCheck = z.infer<typeof gridCheckSchema>

const editsSchema = z.object({ kind: kindSchema, year: yearSchema, rows: z.array(gridEditSchema).max(gridEditLimit) })

/** 表格编辑: rows as texts by field, read by the import's own engine and written in one step. */
export const gridContract = {
  /** Refuses kinds that only the district may change. */
  'tables.gridColumns': { needs: 'view', in: z.object({ kind: kindSchema }), out: z.array(gridColumnSchema) },
  /** The records of a year, or those named, as texts that the engine reads back to the same values. */
  'tables.gridRows': {
    needs: 'view',
    in: z.object({ kind: kindSchema, year: yearSchema, ids: z.array(idSchema).max(gridLoadLimit).nullable() }),
    out: z.object({ total: z.number().int(), rows: z.array(gridRowSchema) }),
  },
  /** Judges new and changed rows; writes nothing. */
  'tables.checkRows': { needs: 'work', in: editsSchema, out: z.array(gridCheckSchema) },
  /** Writes all of them in one step, or nothing when one row has an error or was changed meanwhile. */
  'tables.saveRows': {
    needs: 'work',
    in: editsSchema,
    out: z.object({ added: z.number().int(), updated: z.number().int(), unchanged: z.number().int() }),
  },
} as const
