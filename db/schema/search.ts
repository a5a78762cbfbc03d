import { sql } from 'drizzle-orm'
import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What can be found of each record: an index kept by triggers, never a truth of its own.
 * It is not journaled and can be made anew from the records at any time. Stored in the order of its key, so that one
 * kind lies together (WITHOUT ROWID, which the migration says and drizzle cannot).
 */
export const searchEntry = sqliteTable(
  'search_entry',
  {
    kind: text('kind').notNull(),
    recordId: text('record_id').notNull(),
    /** As shown. */
    title: text('title').notNull(),
    /** Every searched text, NFKC, lower case, in one line. */
    text: text('text').notNull(),
    /** Pinyin initials of the title; null until they are made, which takes longer than the rest. */
    initials: text('initials'),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.recordId] }),
    index('search_entry_pending')
      .on(table.kind)
      .where(sql`initials is null`),
  ],
)
