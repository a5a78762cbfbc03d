import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The bureau that this store belongs to: exactly one row, id `bureau`. */
export const bureau = sqliteTable('bureau', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** JSON array of other names that mean this bureau. */
  aliases: text('aliases', { mode: 'json' }).$type<readonly string[]>().notNull(),
  category: integer('category').notNull(),
  mode: text('mode').notNull(),
  /** The year that the screens open on. */
  year: integer('year').notNull(),
})

/** 放假安排 imported by the person; shipped years need no row. */
export const calendarYear = sqliteTable('calendar_year', {
  /** The year as text. */
  id: text('id').primaryKey(),
  source: text('source').notNull(),
  off: text('off', { mode: 'json' }).$type<readonly string[]>().notNull(),
  makeUp: text('make_up', { mode: 'json' }).$type<readonly string[]>().notNull(),
})

/** A setting of the bureau by its key: clocks in working days, the person at this computer, the day last seen. */
export const preference = sqliteTable('preference', {
  /** The key. */
  id: text('id').primaryKey(),
  value: text('value').notNull(),
})

/** A list's filter, sort and columns under a name. */
export const savedView = sqliteTable('saved_view', {
  id: text('id').primaryKey(),
  /** The list's own key, e.g. `leads`. */
  list: text('list').notNull(),
  name: text('name').notNull(),
  state: text('state', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
  createdAt: text('created_at').notNull(),
})

/** A year that is closed: its records are read-only and its scores stand as they were on that day. Reopening removes the row. */
export const closedYear = sqliteTable('closed_year', {
  /** The year as text. */
  id: text('id').primaryKey(),
  closedOn: text('closed_on').notNull(),
  closedBy: text('closed_by').notNull(),
  closedAt: text('closed_at').notNull(),
  /** Results as they were computed on the day, by the call that gives them; see `electron/settings/year`. */
  results: text('results', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
})
