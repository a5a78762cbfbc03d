import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One confirmed import of one sheet; its original file is an attachment. */
export const importBatch = sqliteTable('import_batch', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  fileName: text('file_name').notNull(),
  sheet: text('sheet').notNull(),
  /** JSON array of Excel row numbers. */
  headerRows: text('header_rows', { mode: 'json' }).$type<readonly number[]>().notNull(),
  title: text('title').notNull(),
  year: integer('year').notNull(),
  sha256: text('sha256').notNull(),
  counts: text('counts', { mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
  importedAt: text('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
})

/** The column mapping a person chose for a layout, used again for the next file of that layout. */
export const tableMapping = sqliteTable('table_mapping', {
  /** Kind and fingerprint of the layout. */
  id: text('id').primaryKey(),
  /** JSON object: field by zero-based column index. */
  mapping: text('mapping', { mode: 'json' }).$type<Readonly<Record<string, string | null>>>().notNull(),
})
