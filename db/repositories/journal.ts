import type { JournalEntry } from '../../shared/core/contract'
import type { Store } from '../access'
import { activeUndoSql } from '../undo'

interface EntryRow {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly intent: string
  readonly params: string
  readonly undoes: number | null
  readonly is_undone: number
  readonly row_count: number
}

const columns = `e.id, e.at, e.actor, e.intent, e.params, e.undoes,
  ${activeUndoSql} AS is_undone,
  (SELECT count(*) FROM journal_change c WHERE c.entry_id = e.id) AS row_count`

function toEntry(row: EntryRow): JournalEntry {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    intent: row.intent,
    // Written by the funnel as a JSON object.
    params: JSON.parse(row.params) as Record<string, unknown>,
    isUndone: row.is_undone === 1,
    undoes: row.undoes,
    rowCount: row.row_count,
  }
}

/** Entries, newest first; `recordId` keeps those that touched one record. */
export function readJournal(
  store: Store,
  query: { readonly limit: number; readonly before: number | null; readonly recordId: string | null },
): JournalEntry[] {
  return store.connection
    .prepare<[Readonly<Record<string, unknown>>], EntryRow>(
      `SELECT ${columns} FROM journal_entry e
       WHERE (@before IS NULL OR e.id < @before)
         AND (@recordId IS NULL OR e.id IN (SELECT entry_id FROM journal_change WHERE row_id = @recordId))
       ORDER BY e.id DESC LIMIT @limit`,
    )
    .all(query)
    .map(toEntry)
}

/**
 * The entry that Ctrl+Z takes back: the newest that is neither an undo nor undone; null when there is none. What came by
 * itself from the shared folder is not what one has just done.
 */
export function readLastUndoable(store: Store): JournalEntry | null {
  const row = store.connection
    .prepare<[], EntryRow>(
      `SELECT ${columns} FROM journal_entry e WHERE e.undoes IS NULL
         AND NOT ${activeUndoSql}
         AND e.intent <> 'settings.initialise'
         AND NOT (e.intent = 'exchange.merge' AND json_extract(e.params, '$.isFromFolder') = 1)
       ORDER BY e.id DESC LIMIT 1`,
    )
    .get()
  return row ? toEntry(row) : null
}

/** The entry that Ctrl+Y takes back: the newest undo that still holds, as long as nothing else was done since. */
export function readLastUndo(store: Store): JournalEntry | null {
  const row = store.connection
    .prepare<[], EntryRow>(
      `SELECT ${columns} FROM journal_entry e
         WHERE EXISTS (SELECT 1 FROM journal_entry t WHERE t.id = e.undoes AND t.undoes IS NULL)
         AND NOT EXISTS (SELECT 1 FROM journal_entry u WHERE u.undoes = e.id)
         AND NOT EXISTS (SELECT 1 FROM journal_entry n WHERE n.id > e.id AND n.undoes IS NULL)
       ORDER BY e.id DESC LIMIT 1`,
    )
    .get()
  return row ? toEntry(row) : null
}

/** The newest entry of an intent; null when there is none. */
export function readLastEntry(store: Store, intent: string): JournalEntry | null {
  const row = store.connection
    .prepare<[string], EntryRow>(`SELECT ${columns} FROM journal_entry e WHERE e.intent = ? ORDER BY e.id DESC LIMIT 1`)
    .get(intent)
  return row ? toEntry(row) : null
}

/** What the newest entry of an intent was told; null when there is none. */
export function readLastParams(store: Store, intent: string): Readonly<Record<string, unknown>> | null {
  return readLastEntry(store, intent)?.params ?? null
}

/** The id of the newest entry, which tells one state of the store from another; 0 for a store without any. */
export function newestEntryId(store: Store): number {
  return store.connection.prepare<[], number | null>('SELECT max(id) FROM journal_entry').pluck().get() ?? 0
}
