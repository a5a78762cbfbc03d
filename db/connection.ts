import Database from 'better-sqlite3'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { err, type Failure, type Result } from '../shared/core/result'
import { errorCode } from './durable-file'

/** 'SZTZ' in ASCII: marks a SQLite file as a store of this program. */
export const APPLICATION_ID = 0x53_5a_54_5a

/** Unit: milliseconds. A scanner or a backup tool lets go by then; a colleague who has it open does not. */
export const BUSY_MS = 3000

/** How every store is held, whether it is written or only read. Nothing here changes the file. */
export function guard(connection: Database.Database): void {
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
  connection.pragma('mmap_size = 0')
  connection.pragma('temp_store = MEMORY')
}

export function numberOf(connection: Database.Database, pragma: 'user_version' | 'application_id'): number {
  return Number(connection.pragma(pragma, { simple: true }))
}

/** What the page check finds first, or null when every page is sound. */
export function pageProblem(connection: Database.Database): string | null {
  const check = String(connection.pragma('quick_check(1)', { simple: true }))
  return check === 'ok' ? null : check.slice(0, 200)
}

/** Whether SQLite says that the file itself is no longer what it wrote. */
export function isDamage(cause: unknown): boolean {
  return (
    cause instanceof Database.SqliteError &&
    (cause.code.startsWith('SQLITE_NOTADB') || cause.code.startsWith('SQLITE_CORRUPT'))
  )
}

/** Whether the disk itself failed to read or write. */
export function isDiskFailure(cause: unknown): boolean {
  return cause instanceof Database.SqliteError ? cause.code.startsWith('SQLITE_IOERR') : errorCode(cause) === 'EIO'
}

/** A place that takes nothing; a file that could only be opened for reading cannot be locked. */
const shutCodes = [
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_PERM',
  'SQLITE_IOERR_LOCK',
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
] as const

/** Why a store could not be opened, for a person; anything else is thrown on. */
export function openFailure(cause: unknown, folder: string): Result<never> {
  const code = errorCode(cause)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return err('storeLocked', holderOf(folder))
  if (isDamage(cause)) return err('storeDamaged', { detail: code })
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT') return err('diskFull')
  if (shutCodes.some((kind) => code.startsWith(kind))) return err('folderNotWritable', { folder, detail: code })
  if (isDiskFailure(cause)) return err('diskFailing', { detail: code })
  throw cause
}

/** Where an open store says who holds it. */
export function lockNote(folder: string): string {
  return path.join(folder, 'lock')
}

/** Who has the store open and since when, as far as the note tells; a note whose program has ended tells nothing. */
function holderOf(folder: string): { readonly holder: string; readonly since: string } {
  try {
    const note: unknown = JSON.parse(readFileSync(lockNote(folder), 'utf8'))
    if (typeof note === 'object' && note !== null && 'holder' in note && 'since' in note && !isOfEnded(note))
      return { holder: String(note.holder), since: String(note.since).slice(0, 16).replace('T', ' ') }
  } catch {
    // A missing or half-written note only makes the text shorter.
  }
  return { holder: '-', since: '-' }
}

/** Who has the store open in another program, or null; damage and a missing store are held by nobody. */
export function heldByAnother(file: string): Failure | null {
  if (!existsSync(file)) return null
  let connection: Database.Database | undefined
  try {
    connection = new Database(file, { readonly: true, timeout: BUSY_MS })
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
    return null
  } catch (cause) {
    if (!errorCode(cause).startsWith('SQLITE_BUSY')) return null
    return { code: 'storeLocked', params: holderOf(path.dirname(file)) }
  } finally {
    connection?.close()
  }
}

function isOfEnded(note: object): boolean {
  if (!('pid' in note) || typeof note.pid !== 'number') return false
  try {
    process.kill(note.pid, 0)
    return false
  } catch (thrown) {
    // Another account's program may not be signalled, but it is there.
    return errorCode(thrown) === 'ESRCH'
  }
}
