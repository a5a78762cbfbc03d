import type { Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { createHash } from 'node:crypto'
import { invariant } from '../shared/core/assert'
import type { Intent, ReadDb, Store, WriteDb, Written } from './access'
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
  about: { readonly file: string; readonly schemaVersion: number; readonly onClose: () => void },
): Store {
  installTriggers(connection)
  installSearch(connection)
  // The brands only exist for the compiler; both are the same drizzle handle.
  const read = drizzle(connection) as unknown as ReadDb
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

  function write<T>(intent: Intent, work: (db: WriteDb) => T): Written<T> {
    invariant(!connection.inTransaction, 'one intent at a time')
    const run = connection.transaction((): Written<T> => {
      const previous = last.get()
      const entryId = (previous?.id ?? 0) + 1
      begin.run(entryId)
      const value = work(read as WriteDb)
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

  return {
    read,
    connection,
    schemaVersion: about.schemaVersion,
    file: about.file,
    write,
    close() {
      connection.pragma('wal_checkpoint(TRUNCATE)')
      connection.close()
      about.onClose()
    },
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

/** Recomputes the hash chain from the first entry on. */
export function verifyChain(connection: Database): ChainState {
  type Row = {
    id: number
    at: string
    actor: string
    intent: string
    params: string
    undoes: number | null
    previous_hash: string
    hash: string
  }
  const rows = connection.prepare<[], Row>('SELECT * FROM journal_entry ORDER BY id').all()
  const hashEntry = entryHasher(connection)
  let previousHash = ''
  for (const [index, row] of rows.entries()) {
    const head = { at: row.at, actor: row.actor, name: row.intent, params: row.params, undoes: row.undoes }
    const isRight =
      row.id === index + 1 && row.previous_hash === previousHash && row.hash === hashEntry(row.id, head, previousHash)
    if (!isRight) return { entries: rows.length, isWhole: false, brokenAt: row.id }
    previousHash = row.hash
  }
  return { entries: rows.length, isWhole: true, brokenAt: null }
}
