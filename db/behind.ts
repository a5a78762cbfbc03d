import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { holdsEntry } from './backup-check'
import { backupsFolder, listBackups } from './backup-files'
import { BUSY_MS, lockNote } from './connection'
import { logFile, storeFile } from './open'

/**
 * Whether a store that was not closed has lost what the newest backup still knows of: its log was deleted, or it is the log of
 * another ledger, which SQLite would put into this one. Only looked at; a store that cannot be read is for others to judge.
 */
export async function isBehindBackup(dataFolder: string): Promise<boolean> {
  if (!existsSync(lockNote(dataFolder)) && !existsSync(logFile(dataFolder))) return false
  const verified = (await listBackups(backupsFolder(dataFolder)).catch(() => [])).filter(
    ({ state, side }) => state === 'verified' && side !== null,
  )
  if (verified.length === 0) return false
  let connection: Database.Database | undefined
  try {
    connection = new Database(storeFile(dataFolder), { readonly: true, fileMustExist: true, timeout: BUSY_MS })
    const given = highestGivenUp(connection)
    const newest = verified.find(({ number }) => number > given)
    return newest?.side ? !holdsEntry(connection, newest.side.journal) : false
  } catch {
    return false
  } finally {
    connection?.close()
  }
}

/** Backups up to this number may hold what a restore gave up. */
function highestGivenUp(connection: Database.Database): number {
  const kept = connection.prepare("SELECT value FROM preference WHERE id = 'backup.restored'").pluck().get()
  const restored: unknown = typeof kept === 'string' ? JSON.parse(kept) : null
  return typeof restored === 'object' && restored !== null && 'highest' in restored ? Number(restored.highest) : 0
}
