import Database from 'better-sqlite3'
import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../shared/core/result'
import type { Store } from './access'
import { backupBeforeMigration } from './backup'
import { APPLICATION_ID, BUSY_MS, guard, lockNote, numberOf, openFailure, pageProblem } from './connection'
import { createStoreHandle } from './journal'
import { isOnNetworkShare } from './location'
import { migrate } from './migrate'
import { migrations, type Migration } from './migrations'

export interface OpenOptions {
  readonly folder: string
  /** Make a new store; refused where one exists. Without it a missing store is never created. */
  readonly create: boolean
  /** Who opens it, for the text another user sees. */
  readonly holder: string
  /** Local time with offset, for the lock note and the backup's name. */
  readonly now: string
  /** Stands in the side file of the backup before a migration. */
  readonly appVersion?: string
  /** The program's own steps unless a test gives others. */
  readonly migrations?: readonly Migration[]
}

export function storeFile(folder: string): string {
  return path.join(folder, 'ledger.db')
}

/** What was saved and is not in the store's file yet. */
export function logFile(folder: string): string {
  return `${storeFile(folder)}-wal`
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
  const wasLeftOpen = existsSync(lockNote(folder)) || bytesOf(logFile(folder)) > 0
  const looked = look(options)
  if (!looked.ok) return looked
  const opened = lock(options)
  if (!opened.ok) return opened
  const connection = opened.value
  let prepared: Result<null> | undefined
  try {
    prepared = await prepare(connection, options, { isCheckDue: wasLeftOpen && !looked.value.isChecked })
  } finally {
    // Refused or thrown: the lock is let go either way.
    if (!prepared?.ok) connection.close()
  }
  if (!prepared.ok) return prepared
  return ok(
    createStoreHandle(connection, {
      file,
      schemaVersion: (options.migrations ?? migrations).length,
      onClose: () => rmSync(lockNote(folder), { force: true }),
    }),
  )
}

/** Unit: bytes; 0 when there is no such file. */
function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/**
 * Looks at a store whose last saves are still in the log before it is opened to be written: whoever closes it then puts the
 * log into it, and a store that is refused must stay as it is, byte for byte.
 */
function look(options: OpenOptions): Result<{ readonly isChecked: boolean }> {
  const file = storeFile(options.folder)
  if (bytesOf(logFile(options.folder)) === 0) return ok({ isChecked: false })
  // SQLite would take a log beside an empty file for a leftover and delete it.
  if (bytesOf(file) === 0) return err('storeDamaged', { detail: 'empty' })
  let connection: Database.Database | undefined
  try {
    connection = new Database(file, { readonly: true, timeout: BUSY_MS })
    guard(connection)
    const refusal = identify(connection, options)
    if (refusal) return refusal
    const problem = pageProblem(connection)
    return problem === null ? ok({ isChecked: true }) : err('storeDamaged', { detail: problem })
  } catch (cause) {
    return openFailure(cause, options.folder)
  } finally {
    connection?.close()
  }
}

function lock(options: OpenOptions): Result<Database.Database> {
  const { folder } = options
  const file = storeFile(folder)
  let connection: Database.Database | undefined
  try {
    // SQLite would open a file that may not be written for reading, and then fail to lock it as if the disk were failing.
    for (const each of [folder, file]) if (existsSync(each)) accessSync(each, constants.W_OK)
    connection = new Database(file, { fileMustExist: !options.create, timeout: BUSY_MS })
    connection.pragma('locking_mode = EXCLUSIVE')
    const refusal = identify(connection, options)
    if (refusal) {
      connection.close()
      return refusal
    }
    connection.pragma('journal_mode = WAL')
    // FULL: with NORMAL a power cut loses saves that the person has already seen confirmed.
    connection.pragma('synchronous = FULL')
    guard(connection)
    connection.pragma('journal_size_limit = 67108864')
    // A write takes the exclusive lock now, so that a second user is told at once.
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    dropSharedMemory(file)
    // Before the check: a store that is refused as damaged is checked again at the next start.
    const note = { holder: options.holder, pid: process.pid, since: options.now }
    writeFileSync(lockNote(folder), JSON.stringify(note), { flush: true })
    return ok(connection)
  } catch (cause) {
    connection?.close()
    return openFailure(cause, folder)
  }
}

/** Of the look before; nobody else can have it open now, and one that stays is made anew by whoever needs it. */
function dropSharedMemory(file: string): void {
  try {
    rmSync(`${file}-shm`, { force: true })
  } catch {
    // Nothing reads it while the store is held exclusively.
  }
}

/** Why the file is not to be touched; asked before anything is set on it, so that a foreign file stays as it is. */
function identify(connection: Database.Database, options: OpenOptions): Result<never> | null {
  const version = numberOf(connection, 'user_version')
  const identity = numberOf(connection, 'application_id')
  const tables = Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  // What is left when a store was being made and the program was ended meanwhile.
  const isBlank = version === 0 && identity === 0 && tables === 0
  if (options.create) return isBlank ? null : err('alreadyInitialised')
  if (isBlank) return err('storeMissing', { folder: options.folder })
  if (identity !== APPLICATION_ID) return err('storeNotOurs', { folder: options.folder })
  const known = (options.migrations ?? migrations).length
  return version > known ? err('storeNewer', { found: version, known, app: '' }) : null
}

/** Checks what may have been left half done, and brings an older store to this version. */
async function prepare(
  connection: Database.Database,
  options: OpenOptions,
  { isCheckDue }: { readonly isCheckDue: boolean },
): Promise<Result<null>> {
  const steps = options.migrations ?? migrations
  try {
    const version = numberOf(connection, 'user_version')
    // It reads the whole file, so a store that was closed cleanly is spared it unless it is about to be rebuilt.
    if (isCheckDue || version !== steps.length) {
      const problem = pageProblem(connection)
      if (problem !== null) return err('storeDamaged', { detail: problem })
    }
    if (version === steps.length) return ok(null)
    if (version > 0) {
      const backup = await backupBeforeMigration(connection, options.folder, options.now, options.appVersion ?? '')
      if (!backup.ok) return backup
    }
    migrate(connection, steps, version)
    return ok(null)
  } catch (cause) {
    return openFailure(cause, options.folder)
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'error'
}
