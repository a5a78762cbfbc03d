import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

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

/** A scheme or an award plan of this store: from a rule pack of the district, or written here. */
export const ruleDocument = sqliteTable(
  'rule_document',
  {
    id: text('id').primaryKey(),
    /** scheme or awards. */
    kind: text('kind').notNull(),
    /** The document's own id, e.g. `dongli-2022-cat3`; versions of one document share it. */
    documentId: text('document_id').notNull(),
    version: text('version').notNull(),
    name: text('name').notNull(),
    year: integer('year').notNull(),
    /** Null: all categories. */
    category: integer('category'),
    effectiveFrom: text('effective_from').notNull(),
    /** draft (本地草稿), issued or retired. */
    status: text('status').notNull(),
    /** own or package. */
    source: text('source').notNull(),
    docRef: text('doc_ref').notNull(),
    /** Why it was changed; required. */
    reason: text('reason').notNull(),
    /** The document as JSON. */
    document: text('document').notNull(),
    receivedId: text('received_id'),
    savedBy: text('saved_by').notNull(),
    savedAt: text('saved_at').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    uniqueIndex('rule_document_once').on(table.documentId, table.version),
    index('rule_document_year').on(table.kind, table.year),
  ],
)
