import Database from 'better-sqlite3'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { err, ok, type Failure, type Result } from '../shared/core/result'
import type { Store } from './access'
import { APPLICATION_ID, guard, isDamage, numberOf, openFailure, pageProblem } from './connection'
import { errorCode } from './durable-file'
import { createStoreHandle } from './journal'
import { migrate, missingColumns } from './migrate'
import { migrations, type Migration } from './migrations'
import { logFile, storeFile } from './open'

const copyPrefix = 'sizhua-readonly-'

export interface ReadOnlyOptions {
  readonly folder: string
  /** Why it cannot be opened to be written. */
  readonly reason: Failure
  readonly migrations?: readonly Migration[]
}

/**
 * Opens a copy of a store in the system's folder for temporary files: the store itself, its log and its folder are only
 * read. What no program of this version can show is refused with the reason why it could not be opened.
 */
export function openReadOnly(options: ReadOnlyOptions): Result<Store> {
  const copied = copyStore(options.folder)
  if (!copied.ok) return copied
  const folder = copied.value
  const drop = (): void => rmSync(folder, { recursive: true, force: true })
  let connection: Database.Database | undefined
  try {
    connection = new Database(storeFile(folder), { fileMustExist: true })
    const refusal = suit(connection, options)
    if (refusal) {
      connection.close()
      drop()
      return { ok: false, error: refusal }
    }
    return ok(
      createStoreHandle(connection, {
        file: storeFile(options.folder),
        schemaVersion: numberOf(connection, 'user_version'),
        onClose: drop,
        readOnly: options.reason,
      }),
    )
  } catch (cause) {
    connection?.close()
    drop()
    if (isDamage(cause)) return { ok: false, error: { code: 'storeDamaged', params: { detail: errorCode(cause) } } }
    throw cause
  }
}

/** Takes the copy to this version where it is older; why it cannot be shown, or null. */
function suit(
  connection: Database.Database,
  { reason, migrations: steps = migrations }: ReadOnlyOptions,
): Failure | null {
  guard(connection)
  if (numberOf(connection, 'application_id') !== APPLICATION_ID) return reason
  // Somebody was writing it while it was copied.
  if (reason.code === 'storeLocked' && pageProblem(connection) !== null) return reason
  const version = numberOf(connection, 'user_version')
  try {
    if (version < steps.length) migrate(connection, steps, version)
  } catch {
    // Damage stands in the way; what there is can still be rescued row by row.
    return reason
  }
  const [missing] = missingColumns(connection, steps)
  if (missing !== undefined) return { code: reason.code, params: { ...reason.params, detail: missing } }
  return null
}

/** How often a store that its holder is just writing is copied again. */
const COPY_TRIES = 5

/** Copies a store with its log as they were at one moment. */
export function copyStore(folder: string): Result<string> {
  let target = ''
  try {
    target = mkdtempSync(path.join(tmpdir(), `${copyPrefix}${process.pid}-`))
    for (let tries = 1; ; tries += 1) {
      const before = stampOf(folder)
      for (const of of [storeFile, logFile]) copyOwn(of(folder), of(target))
      if (stampOf(folder) === before || tries === COPY_TRIES) break
    }
    if (existsSync(storeFile(target))) return ok(target)
    rmSync(target, { recursive: true, force: true })
    return err('storeMissing', { folder })
  } catch (cause) {
    if (target !== '') rmSync(target, { recursive: true, force: true })
    return openFailure(cause, target === '' ? tmpdir() : folder)
  }
}

/** Copies what is there; a file that may not be written would be copied as one. */
function copyOwn(from: string, to: string): void {
  rmSync(to, { force: true })
  if (!existsSync(from)) return
  copyFileSync(from, to)
  chmodSync(to, 0o600)
}

/** Changes whenever the store or its log is written. */
function stampOf(folder: string): string {
  const stamps = [storeFile, logFile].map((of) => statSync(of(folder), { bigint: true, throwIfNoEntry: false }))
  return stamps.map((each) => (each ? `${each.size}/${each.mtimeNs}` : '-')).join(' ')
}

/** Removes copies that a program left behind when it was ended; those of programs that run stay. */
export function sweepCopies(): void {
  for (const name of namesInTemp()) {
    const pid = Number(new RegExp(`^${copyPrefix}(\\d+)-`).exec(name)?.[1] ?? 0)
    if (pid === 0 || pid === process.pid || isRunning(pid)) continue
    try {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Another account's: that account's next start removes it.
    }
  }
}

function namesInTemp(): readonly string[] {
  try {
    return readdirSync(tmpdir())
  } catch {
    return []
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return errorCode(thrown) !== 'ESRCH'
  }
}
