import { z } from 'zod'
import { idSchema } from './schemas'

export const journalEntrySchema = z.object({
  id: z.number().int(),
  at: z.string(),
  actor: z.string(),
  intent: z.string(),
  params: z.record(z.string(), z.unknown()),
  /** Taken back by a later entry. */
  isUndone: z.boolean(),
  undoes: z.number().int().nullable(),
  /** Rows that it changed. */
  rowCount: z.number().int(),
})
export type JournalEntry = z.infer<typeof journalEntrySchema>

export const editedRowSchema = z.object({ table: z.string(), rowId: z.string(), by: z.string(), at: z.string() })

/** 修改记录与撤销: what was done, by whom, and taking it back. */
export const coreContract = {
  /** Newest first; `recordId` narrows to one record's history. */
  'core.journal': {
    needs: 'view',
    in: z.object({
      limit: z.number().int().min(1).max(200),
      before: z.number().int().nullable(),
      recordId: idSchema.nullable(),
    }),
    out: z.array(journalEntrySchema),
  },
  /** Takes back the newest entry that is not itself an undo and is not undone; refuses when rows were edited since. */
  'core.undoLast': { needs: 'work', in: z.object({}), out: z.object({ entry: journalEntrySchema }) },
  /** Redoes the newest undo. */
  'core.redoLast': { needs: 'work', in: z.object({}), out: z.object({ entry: journalEntrySchema }) },
} as const
