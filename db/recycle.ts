import type { DeletedRow } from '../shared/core/recycle'
import type { Store } from './access'

export interface DeletionEntry {
  readonly entryId: number
  readonly at: string
  readonly actor: string
  readonly rows: readonly DeletedRow[]
}

/** Entries that are no deletion by a person: an undo is taken back by another one, sample data are loaded again. */
const otherIntents = ['settings.removeSample', 'settings.loadSample', 'settings.reopenYear', 'access.removeAccount']

interface Row {
  readonly entryId: number
  readonly at: string
  readonly actor: string
  readonly table: string
  readonly rowId: string
  readonly before: string
}

/** The last change of the row is this deletion, so that it does not stand now. */
const isGone = `c."after" IS NULL AND NOT EXISTS (SELECT 1 FROM journal_change l
  WHERE l.table_name = c.table_name AND l.row_id = c.row_id AND l.id > c.id)`
const columns = 'e.id AS entryId, e.at, e.actor, c.table_name AS "table", c.row_id AS rowId, c."before"'

/** What entries since a moment deleted and what does not stand again, newest entry first. `since` is local time text. */
export function readDeletions(store: Store, since: string, tables: readonly string[]): DeletionEntry[] {
  const marks = tables.map(() => '?').join(', ')
  const rows = store.connection
    .prepare<(string | number)[], Row>(
      `SELECT ${columns} FROM journal_change c JOIN journal_entry e ON e.id = c.entry_id
       WHERE ${isGone} AND e.at >= ? AND e.undoes IS NULL
         AND e.intent NOT IN (${otherIntents.map((name) => `'${name}'`).join(', ')})
         AND c.table_name IN (${marks})
       ORDER BY e.id DESC, c.id`,
    )
    .all(since, ...tables)
  const entries = new Map<number, { at: string; actor: string; rows: DeletedRow[] }>()
  for (const { entryId, at, actor, table, rowId, before } of rows) {
    const entry = entries.get(entryId) ?? { at, actor, rows: [] }
    entries.set(entryId, entry)
    // Written by the journal's own triggers as an object of columns.
    entry.rows.push({ table, rowId, row: JSON.parse(before) as DeletedRow['row'] })
  }
  return [...entries].map(([entryId, entry]) => ({ entryId, ...entry }))
}

/** What one entry deleted and what does not stand again. */
export function readDeletionsOf(store: Store, entryId: number): DeletedRow[] {
  return store.connection
    .prepare<[number], Row>(
      `SELECT ${columns} FROM journal_change c JOIN journal_entry e ON e.id = c.entry_id
       WHERE c.entry_id = ? AND ${isGone} ORDER BY c.id`,
    )
    .all(entryId)
    .map(({ table, rowId, before }) => ({ table, rowId, row: JSON.parse(before) as DeletedRow['row'] }))
}
