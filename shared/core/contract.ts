import { z } from 'zod'
import { idSchema, isoDateSchema } from './schemas'

export const journalEntrySchema = z.object({
  id: z.number().int(),
  at: z.string(),
  actor: z.string(),
  intent: z.string(),
  params: z.record(z.string(), z.unknown()),
  /** Taken back by a later entry. */
  isUndone: z.boolean(),
  undoes: z.number().int().nullable(),
  /** What the entry took back, for its sentence. */
  undone: z.object({ intent: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  /** Rows that it changed. */
  rowCount: z.number().int(),
})
export type JournalEntry = z.infer<typeof journalEntrySchema>

export const editedRowSchema = z.object({ table: z.string(), rowId: z.string(), by: z.string(), at: z.string() })

/** One column of one row that an entry changed, as people read it. */
export const fieldChangeSchema = z.object({
  /** What the record is called, e.g. 走访 示例科技 2022年6月8日. */
  title: z.string(),
  /** The column in the office's words; for a whole record 整条记录. */
  field: z.string(),
  from: z.string(),
  to: z.string(),
})
export type FieldChange = z.infer<typeof fieldChangeSchema>

/** A record that was deleted and can come back with what was deleted together with it. */
export const deletedRecordSchema = z.object({
  entryId: z.number().int(),
  table: z.string(),
  rowId: z.string(),
  title: z.string(),
  at: z.string(),
  actor: z.string(),
  /** Rows that come back with it, itself not counted. */
  parts: z.number().int(),
  /** Days for which 回收站 still shows it. */
  daysLeft: z.number().int(),
})
export type DeletedRecord = z.infer<typeof deletedRecordSchema>

/** 修改记录与撤销: what was done, by whom, and taking it back. */
export const coreContract = {
  /** Newest first; `recordId` narrows to one record's history, the others to one person and to days, both included. */
  'core.journal': {
    needs: 'view',
    in: z.object({
      limit: z.number().int().min(1).max(200),
      before: z.number().int().nullable(),
      recordId: idSchema.nullable(),
      actor: z.string().nullable().default(null),
      from: isoDateSchema.nullable().default(null),
      to: isoDateSchema.nullable().default(null),
    }),
    out: z.array(journalEntrySchema),
  },
  /** Everybody who stands in 操作记录, who was there last first. */
  'core.journalActors': { needs: 'view', in: z.object({}), out: z.array(z.string()) },
  /** Old and new of each column that entries changed, of one record or of all that they touched. */
  'core.changes': {
    needs: 'view',
    in: z.object({ entryIds: z.array(z.number().int()).max(200), recordId: idSchema.nullable() }),
    out: z.array(
      z.object({
        entryId: z.number().int(),
        changes: z.array(fieldChangeSchema),
        /** More than are listed. */
        more: z.number().int(),
      }),
    ),
  },
  /**
   * What the check in the background found: whether the journal's chain holds, and records that another program changed
   * in the data file. `checkedAt` is null until the first check since the start is through.
   */
  'core.integrity': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      checkedAt: z.string().nullable(),
      entries: z.number().int(),
      /** The first entry of the journal that was altered afterwards. */
      broken: journalEntrySchema.nullable(),
      foreign: z.array(
        z.object({
          table: z.string(),
          rowId: z.string(),
          title: z.string(),
          kind: z.enum(['changed', 'added', 'removed']),
          /** The columns in the office's words. */
          fields: z.array(z.string()),
        }),
      ),
      foreignCount: z.number().int(),
    }),
  },
  /** Checks again now. */
  'core.checkIntegrity': { needs: 'view', in: z.object({}), out: z.object({ isWhole: z.boolean() }) },
  /** 回收站: what was deleted within 90 days and does not stand again, newest first. */
  'core.deleted': {
    needs: 'view',
    in: z.object({ limit: z.number().int().min(1).max(500) }),
    out: z.object({ records: z.array(deletedRecordSchema), more: z.number().int() }),
  },
  /** Brings a deleted record back with what was deleted together with it, as an entry of its own. */
  'core.restoreDeleted': {
    needs: 'work',
    in: z.object({ entryId: z.number().int(), table: z.string().max(60), rowId: z.string().max(200) }),
    out: z.object({ rows: z.number().int() }),
  },
  /** Takes back the newest entry that is not itself an undo and is not undone; refuses when rows were edited since. */
  'core.undoLast': { needs: 'work', in: z.object({}), out: z.object({ entry: journalEntrySchema }) },
  /** Redoes the newest undo. */
  'core.redoLast': { needs: 'work', in: z.object({}), out: z.object({ entry: journalEntrySchema }) },
} as const
