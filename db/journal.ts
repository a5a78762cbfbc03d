import type { Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { createHash } from 'node:crypto'
import { invariant } from '../shared/core/assert'
import type { Failure } from '../shared/core/result'
import type { Intent, ReadDb, Store, WriteDb, Written } from './access'
import { stopsWriting, WritesStopped } from './refusal'
import { installSearch } from './search-index'

/** A refusal inside `write` that rolls the transaction back and comes out as the value. */
class Rollback extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('rolled back')
    this.value = value
  }
}

/** Wraps the open connection: reads, and the one funnel through which every write goes. */
export function createStoreHandle(
  connection: Database,
  about: {
    readonly file: string
    readonly schemaVersion: number
    readonly onClose: () => void
    /** Why it is only read, from the start. */
    readonly readOnly?: Failure
  },
): Store {
  // The brands only exist for the compiler; both are the same drizzle handle.
  const read = drizzle(connection) as unknown as ReadDb
  let readOnly: Failure | null = null
  const stopWriting = (reason: Failure): void => {
    readOnly ??= reason
    // Whatever else writes on this connection, e.g. the search index, is refused by SQLite itself.
    if (connection.open) connection.pragma('query_only = ON')
  }
  if (about.readOnly) stopWriting(about.readOnly)
  const run = readOnly === null ? funnel(connection, read as WriteDb) : null

  return {
    read,
    connection,
    schemaVersion: about.schemaVersion,
    file: about.file,
    get readOnly() {
      return readOnly
    },
    stopWriting,
    write(intent, work) {
      if (!run || readOnly !== null) throw new WritesStopped()
      try {
        return run(intent, work)
      } catch (cause) {
        const reason = stopsWriting(cause)
        if (reason) stopWriting(reason)
        throw cause
      }
    },
    close() {
      // What was saved is in the log, where the next start finds it: a disk that refuses now takes nothing away.
      if (readOnly === null) tried(() => connection.pragma('wal_checkpoint(TRUNCATE)'))
      connection.close()
      tried(about.onClose)
    },
  }
}

/** Tidies up; what cannot be tidied is left to the next start. */
function tried(tidy: () => void): void {
  try {
    tidy()
  } catch {
    // The note and the log that are left make that start check every page.
  }
}

/** One intent, one transaction, one entry in the chain. */
function funnel(connection: Database, db: WriteDb): Store['write'] {
  installTriggers(connection)
  installSearch(connection)
  const begin = connection.prepare<[number]>('INSERT INTO temp.journal_context (entry_id) VALUES (?)')
  const end = connection.prepare('DELETE FROM temp.journal_context')
  const last = connection.prepare<[], { id: number; hash: string }>(
    'SELECT id, hash FROM journal_entry ORDER BY id DESC LIMIT 1',
  )
  const touched = connection
    .prepare<[number], string>('SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?')
    .pluck()
  const append = connection.prepare(
    'INSERT INTO journal_entry (id, at, actor, intent, params, undoes, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )

  const hashEntry = entryHasher(connection)

  return <T>(intent: Intent, work: (db: WriteDb) => T): Written<T> => {
    invariant(!connection.inTransaction, 'one intent at a time')
    const run = connection.transaction((): Written<T> => {
      const previous = last.get()
      const entryId = (previous?.id ?? 0) + 1
      begin.run(entryId)
      const value = work(db)
      if (isRefusal(value)) throw new Rollback(value)
      end.run()
      const tables = touched.all(entryId)
      if (tables.length === 0) return { value, entryId: null, tables }
      const head = { ...intent, params: JSON.stringify(intent.params), undoes: intent.undoes ?? null }
      const hash = hashEntry(entryId, head, previous?.hash ?? '')
      append.run(entryId, head.at, head.actor, head.name, head.params, head.undoes, previous?.hash ?? '', hash)
      return { value, entryId, tables }
    })
    try {
      return run.immediate()
    } catch (cause) {
      if (cause instanceof Rollback) return { value: cause.value as T, entryId: null, tables: [] }
      throw cause
    }
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

/**
 * Captures every row change by triggers made from the schema as it is, so that no repository can forget.
 * They live in the temporary schema: a write outside the funnel finds no open entry and is refused by NOT NULL.
 */
function installTriggers(connection: Database): void {
  connection.exec('CREATE TEMP TABLE IF NOT EXISTS journal_context (entry_id INTEGER NOT NULL)')
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE 'search_%'",
    )
    .pluck()
    .all()
  for (const table of tables) {
    const columns = connection.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
    const row = (side: 'NEW' | 'OLD'): string =>
      `json_object(${columns.map((name) => `'${name}', ${side}."${name}"`).join(', ')})`
    const capture = (event: string, id: string, before: string, after: string): string => `
      CREATE TEMP TRIGGER IF NOT EXISTS "journal_${table}_${event.toLowerCase()}" AFTER ${event} ON main."${table}" BEGIN
        INSERT INTO journal_change (entry_id, table_name, row_id, "before", "after")
        VALUES ((SELECT entry_id FROM temp.journal_context), '${table}', ${id}, ${before}, ${after});
      END`
    connection.exec(capture('INSERT', 'NEW.id', 'NULL', row('NEW')))
    connection.exec(capture('UPDATE', 'NEW.id', row('OLD'), row('NEW')))
    connection.exec(capture('DELETE', 'OLD.id', row('OLD'), 'NULL'))
  }
}

interface EntryHead {
  readonly at: string
  readonly actor: string
  readonly name: string
  readonly params: string
  readonly undoes: number | null
}

type HashEntry = (entryId: number, head: EntryHead, previousHash: string) => string

/** A part with its length before it, so that no two changes read alike; as bytes, which need no decoding to be hashed. */
function framed(column: string): string {
  return `coalesce(octet_length(${column}) || ':' || ${column}, '-')`
}

function entryHasher(connection: Database): HashEntry {
  const parts = ['table_name', 'row_id', '"before"', '"after"'].map(framed).join(' || ')
  const changes = connection
    .prepare<[number], Buffer>(`SELECT CAST(${parts} AS BLOB) FROM journal_change WHERE entry_id = ? ORDER BY id`)
    .pluck()
  return (entryId, head, previousHash) => {
    const hash = createHash('sha256')
    hash.update(JSON.stringify([previousHash, entryId, head.at, head.actor, head.name, head.params, head.undoes]))
    for (const change of changes.iterate(entryId)) hash.update(change)
    return hash.digest('hex')
  }
}

export interface ChainState {
  readonly entries: number
  readonly isWhole: boolean
  /** The first entry whose hash does not follow from its content, or null. */
  readonly brokenAt: number | null
}

interface ChainRow {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly intent: string
  readonly params: string
  readonly undoes: number | null
  readonly previous_hash: string
  readonly hash: string
}

function total(connection: Database): number {
  return connection.prepare<[], number>('SELECT count(*) FROM journal_entry').pluck().get() ?? 0
}

/** Entries read at a time. */
const chainSlice = 200

/**
 * Recomputes the hash chain from the first entry on and yields after every few entries, so that others can be served
 * meanwhile. What is appended in between is checked too.
 */
export function* verifyChainInSlices(connection: Database): Generator<number, ChainState> {
  const slice = connection.prepare<[number, number], ChainRow>(
    'SELECT * FROM journal_entry WHERE id > ? ORDER BY id LIMIT ?',
  )
  const hashEntry = entryHasher(connection)
  let previousHash = ''
  let entries = 0
  for (;;) {
    const rows = slice.all(entries, chainSlice)
    for (const row of rows) {
      const head = { at: row.at, actor: row.actor, name: row.intent, params: row.params, undoes: row.undoes }
      const isRight =
        row.id === entries + 1 &&
        row.previous_hash === previousHash &&
        row.hash === hashEntry(row.id, head, previousHash)
      if (!isRight) return { entries: total(connection), isWhole: false, brokenAt: row.id }
      previousHash = row.hash
      entries = row.id
    }
    if (rows.length < chainSlice) return { entries, isWhole: true, brokenAt: null }
    yield entries
  }
}

/** Recomputes the hash chain from the first entry on. */
export function verifyChain(connection: Database): ChainState {
  const slices = verifyChainInSlices(connection)
  for (;;) {
    const step = slices.next()
    if (step.done) return step.value
  }
}
