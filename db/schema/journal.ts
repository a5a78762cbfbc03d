import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One user intent: who, when, what, in the room's words. Rows are only ever added. */
export const journalEntry = sqliteTable('journal_entry', {
  /** Position in the chain, from 1. */
  id: integer('id').primaryKey(),
  /** Local time with offset, for people; order comes from `id`, never from the clock. */
  at: text('at').notNull(),
  actor: text('actor').notNull(),
  /** `room.verb`, e.g. `investment.saveLead`. */
  intent: text('intent').notNull(),
  /** JSON object with the values that the sentence about this entry needs. */
  params: text('params').notNull(),
  /** The entry that this one takes back. */
  undoes: integer('undoes'),
  previousHash: text('previous_hash').notNull(),
  /** SHA-256 over the previous hash, the entry and its changes. */
  hash: text('hash').notNull(),
})

/** One row before and after an intent; written by triggers only. */
export const journalChange = sqliteTable(
  'journal_change',
  {
    id: integer('id').primaryKey(),
    entryId: integer('entry_id').notNull(),
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    /** JSON of the row, null for a new one. */
    before: text('before'),
    /** JSON of the row, null for a deleted one. */
    after: text('after'),
  },
  (table) => [
    index('journal_change_entry').on(table.entryId),
    index('journal_change_row').on(table.tableName, table.rowId),
    // Few changes delete; 回收站 asks for them alone.
    index('journal_change_deleted')
      .on(table.entryId)
      .where(sql`"after" IS NULL`),
  ],
)
