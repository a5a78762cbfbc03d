import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../shared/core/result'
import type { Store } from './access'
import { backupBeforeMigration } from './backup'
import { createStoreHandle } from './journal'
import { isOnNetworkShare } from './location'
import { migrations, type Migration } from './migrations'

/** 'SZTZ' in ASCII: marks a SQLite file as a store of this program. */
const APPLICATION_ID = 0x53_5a_54_5a

export interface OpenOptions {
  readonly folder: string
  /** Make a new store; refused where one exists. Without it a missing store is never created. */
  readonly create: boolean
  /** Who opens it, for the text another user sees. */
  readonly holder: string
  /** Local time with offset, for the lock note and the backup's name. */
  readonly now: string
  /** The program's own steps unless a test gives others. */
  readonly migrations?: readonly Migration[]
}

export function storeFile(folder: string): string {
  return path.join(folder, 'ledger.db')
}

/** Opens the store in the order of checks that keeps data safe: place, lock, identity, version, backup, migration. */
export async function openStore(options: OpenOptions): Promise<Result<Store>> {
  const { folder, create } = options
  if (isOnNetworkShare(folder)) return err('storeOnNetworkShare', { folder })
  const file = storeFile(folder)
  if (!create && !existsSync(file)) return err('storeMissing', { folder })
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    return err('folderNotWritable', { folder, detail: reason(cause) })
  }
  const note = path.join(folder, 'lock')
  const wasLeftOpen = existsSync(note) || hasUnwrittenLog(file)
  const opened = lock(file, folder, options)
  if (!opened.ok) return opened
  const connection = opened.value
  // Before the check: a store that is refused as damaged is checked again at the next start.
  writeFileSync(note, JSON.stringify({ holder: options.holder, pid: process.pid, since: options.now }), { flush: true })
  let prepared: Result<null> | undefined
  try {
    prepared = await prepare(connection, options, wasLeftOpen)
  } finally {
    // Refused or thrown: the lock is let go either way.
    if (!prepared?.ok) connection.close()
  }
  if (!prepared.ok) return prepared
  return ok(
    createStoreHandle(connection, {
      file,
      schemaVersion: (options.migrations ?? migrations).length,
      onClose: () => rmSync(note, { force: true }),
    }),
  )
}

/** Whether whoever wrote last has not put the write-ahead log into the store, as a clean end does. */
function hasUnwrittenLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function lock(file: string, folder: string, options: OpenOptions): Result<Database.Database> {
  let connection: Database.Database | undefined
  try {
    connection = new Database(file, { fileMustExist: !options.create, timeout: 3000 })
    connection.pragma('locking_mode = EXCLUSIVE')
    const refusal = identify(connection, options)
    if (refusal) {
      connection.close()
      return refusal
    }
    connection.pragma('journal_mode = WAL')
    // FULL: with NORMAL a power cut loses saves that the person has already seen confirmed.
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    connection.pragma('mmap_size = 0')
    connection.pragma('temp_store = MEMORY')
    connection.pragma('journal_size_limit = 67108864')
    // A write takes the exclusive lock now, so that a second user is told at once.
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    return ok(connection)
  } catch (cause) {
    connection?.close()
    return openFailure(cause, folder)
  }
}

/** Why the file is not to be touched; asked before anything is set on it, so that a foreign file stays as it is. */
function identify(connection: Database.Database, options: OpenOptions): Result<never> | null {
  const version = Number(connection.pragma('user_version', { simple: true }))
  const identity = Number(connection.pragma('application_id', { simple: true }))
  const tables = Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  // What is left when a store was being made and the program was ended meanwhile.
  const isBlank = version === 0 && identity === 0 && tables === 0
  if (options.create) return isBlank ? null : err('alreadyInitialised')
  if (isBlank) return err('storeMissing', { folder: options.folder })
  if (identity !== APPLICATION_ID) return err('storeNotOurs', { folder: options.folder })
  const known = (options.migrations ?? migrations).length
  return version > known ? err('storeNewer', { found: version, known }) : null
}

function openFailure(cause: unknown, folder: string): Result<never> {
  const code = cause instanceof Database.SqliteError ? cause.code : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return err('storeLocked', { holder: holderOf(folder) })
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return err('storeDamaged', { detail: code })
  if (code.startsWith('SQLITE_FULL')) return err('diskFull')
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM')) {
    return err('folderNotWritable', { folder, detail: code })
  }
  throw cause
}

function holderOf(folder: string): string {
  try {
    const note: unknown = JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8'))
    if (typeof note === 'object' && note !== null && 'holder' in note && 'since' in note)
      return `${String(note.holder)} ${String(note.since)}`
  } catch {
    // A missing or half-written note only makes the text shorter.
  }
  return '-'
}

/** Checks what may have been left half done, and brings an older store to this version. */
async function prepare(
  connection: Database.Database,
  options: OpenOptions,
  wasLeftOpen: boolean,
): Promise<Result<null>> {
  const steps = options.migrations ?? migrations
  try {
    const version = Number(connection.pragma('user_version', { simple: true }))
    // It reads the whole file, so a store that was closed cleanly is spared it unless it is about to be rebuilt.
    if (wasLeftOpen || version !== steps.length) {
      const check = String(connection.pragma('quick_check(1)', { simple: true }))
      if (check !== 'ok') return err('storeDamaged', { detail: check.slice(0, 200) })
    }
    if (version === steps.length) return ok(null)
    if (version > 0) {
      const backup = await backupBeforeMigration(connection, options.folder, version, options.now)
      if (!backup.ok) return backup
    }
    migrate(connection, steps, version)
    return ok(null)
  } catch (cause) {
    return openFailure(cause, options.folder)
  }
}

function migrate(connection: Database.Database, steps: readonly Migration[], from: number): void {
  // Off while tables are rebuilt: inside a transaction the pragma would do nothing and a rebuild would cascade.
  connection.pragma('foreign_keys = OFF')
  connection.transaction(() => {
    for (const step of steps.slice(from)) for (const statement of step.statements) connection.exec(statement)
    const broken = connection.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error('migration left broken references')
    connection.pragma(`application_id = ${APPLICATION_ID}`)
    connection.pragma(`user_version = ${steps.length}`)
  })()
  connection.pragma('foreign_keys = ON')
}

function reason(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'error'
}
