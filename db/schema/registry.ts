import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A colleague, named by role or by name as the bureau likes. */
export const person = sqliteTable('person', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
})

/** 组长 and 组员 of the four groups; one person may stand in several. */
export const groupRole = sqliteTable(
  'group_role',
  {
    id: text('id').primaryKey(),
    stream: text('stream').notNull(),
    role: text('role').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [uniqueIndex('group_role_once').on(table.stream, table.role, table.personId)],
)
