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
  readonly undone_intent: string | null
  readonly undone_params: string | null
  readonly is_undone: number
  readonly row_count: number
}

const columns = `e.id, e.at, e.actor, e.intent, e.params, e.undoes,
  (SELECT t.intent FROM journal_entry t WHERE t.id = e.undoes) AS undone_intent,
  (SELECT t.params FROM journal_entry t WHERE t.id = e.undoes) AS undone_params,
  ${activeUndoSql} AS is_undone,
  (SELECT count(*) FROM journal_change c WHERE c.entry_id = e.id) AS row_count`

/** Written by the funnel as a JSON object. */
function paramsOf(json: string): Record<string, unknown> {
  return JSON.parse(json) as Record<string, unknown>
}

function toEntry(row: EntryRow): JournalEntry {
  const { undone_intent: intent, undone_params: params } = row
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    intent: row.intent,
    params: paramsOf(row.params),
    isUndone: row.is_undone === 1,
    undoes: row.undoes,
    undone: intent === null || params === null ? null : { intent, params: paramsOf(params) },
    rowCount: row.row_count,
  }
}

/** Which entries are wanted; what is null does not narrow. */
export interface JournalQuery {
  readonly limit: number
  readonly before: number | null
  /** Those that touched one record. */
  readonly recordId: string | null
  readonly actor: string | null
  /** Days of the computer's own time, both included. */
  readonly from: string | null
  readonly to: string | null
}

/** Entries, newest first. */
export function readJournal(store: Store, query: JournalQuery): JournalEntry[] {
  return store.connection
    .prepare<[JournalQuery], EntryRow>(
      `SELECT ${columns} FROM journal_entry e
       WHERE (@before IS NULL OR e.id < @before)
         AND (@recordId IS NULL OR e.id IN (SELECT entry_id FROM journal_change WHERE row_id = @recordId))
         AND (@actor IS NULL OR e.actor = @actor)
         AND (@from IS NULL OR substr(e.at, 1, 10) >= @from)
         AND (@to IS NULL OR substr(e.at, 1, 10) <= @to)
       ORDER BY e.id DESC LIMIT @limit`,
    )
    .all(query)
    .map(toEntry)
}

/** Everybody who stands in the journal, who was there last first. */
export function readJournalActors(store: Store): string[] {
  return store.connection
    .prepare<[], string>('SELECT actor FROM journal_entry GROUP BY actor ORDER BY max(id) DESC')
    .pluck()
    .all()
}

/** Ctrl+Z reaches so many intents back. */
const undoable = 100

/** Who may sign in, and what came by itself from the shared folder, is not what one has just done. */
const isOwnAct = (entry: string): string => `${entry}.undoes IS NULL AND ${entry}.intent <> 'settings.initialise'
  AND ${entry}.intent NOT LIKE 'access.%'
  AND ${entry}.intent NOT LIKE 'backup.%'
  AND ${entry}.intent NOT IN ('settings.closeYear', 'settings.reopenYear')
  AND NOT (${entry}.intent = 'exchange.merge' AND json_extract(${entry}.params, '$.isFromFolder') = 1)`

/** `actor` narrows to what this person has done; null = everybody. */
type ByActor = { readonly actor: string | null }
const isBy = (entry: string): string => `(@actor IS NULL OR ${entry}.actor = @actor)`

/** The entry that Ctrl+Z takes back: the newest of the last ones that is not undone; null when there is none. */
export function readLastUndoable(store: Store, actor: string | null): JournalEntry | null {
  const row = store.connection
    .prepare<[ByActor], EntryRow>(
      `SELECT ${columns} FROM journal_entry e
       WHERE e.id IN (SELECT n.id FROM journal_entry n WHERE ${isOwnAct('n')} AND ${isBy('n')}
                      ORDER BY n.id DESC LIMIT ${undoable})
         AND NOT ${activeUndoSql}
       ORDER BY e.id DESC LIMIT 1`,
    )
    .get({ actor })
  return row ? toEntry(row) : null
}

/** The entry that Ctrl+Y takes back: the newest undo that still holds, as long as nothing else was done since. */
export function readLastUndo(store: Store, actor: string | null): JournalEntry | null {
  const row = store.connection
    .prepare<[ByActor], EntryRow>(
      `SELECT ${columns} FROM journal_entry e
         WHERE EXISTS (SELECT 1 FROM journal_entry t WHERE t.id = e.undoes AND t.undoes IS NULL) AND ${isBy('e')}
         AND NOT EXISTS (SELECT 1 FROM journal_entry u WHERE u.undoes = e.id)
         AND NOT EXISTS (SELECT 1 FROM journal_entry n
                         WHERE n.id > e.id AND n.undoes IS NULL AND n.intent NOT LIKE 'access.%' AND ${isBy('n')})
       ORDER BY e.id DESC LIMIT 1`,
    )
    .get({ actor })
  return row ? toEntry(row) : null
}

/** One entry; null when there is none of that number. */
export function readEntry(store: Store, id: number): JournalEntry | null {
  const row = store.connection
    .prepare<[number], EntryRow>(`SELECT ${columns} FROM journal_entry e WHERE e.id = ?`)
    .get(id)
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

/** What an entry was meant to do; for an undo, and the undo of an undo, what the first of them takes back. */
export function readIntentOf(store: Store, entryId: number): string | null {
  const intent = store.connection
    .prepare<[number], string>(
      `WITH RECURSIVE chain (intent, undoes) AS (
         SELECT intent, undoes FROM journal_entry WHERE id = ?
         UNION ALL SELECT e.intent, e.undoes FROM journal_entry e JOIN chain ON e.id = chain.undoes)
       SELECT intent FROM chain WHERE undoes IS NULL`,
    )
    .pluck()
    .get(entryId)
  return intent ?? null
}
