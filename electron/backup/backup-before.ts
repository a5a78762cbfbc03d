import { journalHead } from '../../db/backup-check'
import { listOwnBackups, newestVerified, presentBackup, type StoredBackup } from '../../db/backup-files'
import type { Store } from '../../db/access'
import type { Backup, BackupReason } from '../../shared/backup/contract'
import { ok, type Result } from '../../shared/core/result'
import { openedStore, type Context } from '../context'
import { backupTurn, copySoon, takeOwn } from './take-backup'

/** Whether a backup holds the store as it is now. */
export function holdsAll(backup: StoredBackup, store: Store): boolean {
  const { side } = backup
  if (side === null || side.schemaVersion !== store.schemaVersion) return false
  const { entries, hash } = journalHead(store.connection)
  return side.journal.entries === entries && side.journal.hash === hash
}

/**
 * A backup before something that changes much. Null when the newest verified one already holds all there is, so that asking
 * costs nothing; a refusal means that the change must not go on.
 */
export async function backupBefore(context: Context, reason: BackupReason): Promise<Result<Backup | null>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const taken = await backupTurn(context, async () => {
    const newest = newestVerified(await listOwnBackups(context.dataFolder))
    return newest && holdsAll(newest, store.value) ? ok(null) : takeOwn(context, reason)
  })
  if (!taken.ok || taken.value === null) return taken
  copySoon(context, taken.value)
  return ok(presentBackup(taken.value, 'own'))
}
