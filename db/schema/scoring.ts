import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A figure the district gives, e.g. 配合 18 分. A later figure is a new row; the newest up to the day counts. */
export const manualScore = sqliteTable(
  'manual_score',
  {
    id: text('id').primaryKey(),
    year: integer('year').notNull(),
    componentId: text('component_id').notNull(),
    /** Exact decimal text; null = not given (any more). */
    value: text('value'),
    givenOn: text('given_on').notNull(),
    documentReference: text('document_reference').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [uniqueIndex('manual_score_once').on(table.year, table.componentId, table.givenOn)],
)
