import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sampleIndex } from './sample-index'

/** A file kept with a record; the bytes lie in the attachments folder under their digest. */
export const attachment = sqliteTable(
  'attachment',
  {
    id: text('id').primaryKey(),
    room: text('room').notNull(),
    recordId: text('record_id').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    /** Unit: bytes. */
    size: integer('size').notNull(),
    addedAt: text('added_at').notNull(),
    addedBy: text('added_by').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [sampleIndex('attachment', table.id), index('attachment_record').on(table.recordId)],
)
