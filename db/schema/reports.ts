import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What a person wrote into a report by hand: a figure or sentence in place of the computed one, or 本期无新增. */
export const reportEdit = sqliteTable(
  'report_edit',
  {
    id: text('id').primaryKey(),
    /** `2022Q3` or `2022-09`. */
    period: text('period').notNull(),
    /** figure, sentence or nil. */
    kind: text('kind').notNull(),
    /** Which figure, sentence or stream. */
    place: text('place').notNull(),
    /** What the program had there when it was edited. */
    original: text('original').notNull(),
    value: text('value').notNull(),
    reason: text('reason').notNull(),
    editedBy: text('edited_by').notNull(),
    editedAt: text('edited_at').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('report_edit_period').on(table.period)],
)
