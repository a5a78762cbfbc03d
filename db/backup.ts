import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../shared/core/result'

export interface Backup {
  readonly path: string
  /** Unit: bytes. */
  readonly bytes: number
  readonly sha256: string
}

/** Copies the open store, opens the copy, checks it, and only then gives it its name. */
export async function backupBeforeMigration(
  connection: Database.Database,
  folder: string,
  version: number,
  now: string,
): Promise<Result<Backup>> {
  const stamp = now.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const target = path.join(folder, 'backups', `${stamp}-before-migration-v${version}.db`)
  const temporary = `${target}.tmp`
  try {
    mkdirSync(path.dirname(target), { recursive: true })
    await connection.backup(temporary)
    verify(temporary, version)
    const bytes = readFileSync(temporary)
    const descriptor = openSync(temporary, 'r+')
    fsyncSync(descriptor)
    closeSync(descriptor)
    renameSync(temporary, target)
    return ok({ path: target, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  } catch (cause) {
    remove(temporary)
    return err('backupFailed', { detail: cause instanceof Error ? cause.message : 'error' })
  }
}

function remove(temporary: string): void {
  try {
    rmSync(temporary, { force: true })
  } catch {
    // What stopped the backup may stop this too; the cause is said already.
  }
}

function verify(file: string, version: number): void {
  const copy = new Database(file)
  try {
    // The copy carries the WAL mark of its source; a backup is one plain file.
    copy.pragma('journal_mode = DELETE')
    const check = String(copy.pragma('quick_check(1)', { simple: true }))
    if (check !== 'ok') throw new Error(`quick_check: ${check}`)
    if (Number(copy.pragma('user_version', { simple: true })) !== version) throw new Error('version differs')
  } finally {
    copy.close()
  }
}
