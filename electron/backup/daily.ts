import { journalHead } from '../../db/backup-check'
import { listOwnBackups, newestVerified } from '../../db/backup-files'
import { ok, type Result } from '../../shared/core/result'
import type { Backup } from '../../shared/backup/contract'
import { openedStore, type Context } from '../context'
import { backupBefore } from './backup-before'

/**
 * The first start of a day with changes since the last backup takes one; null when it does not. A day that was counted by a
 * wrong clock only means one backup more.
 */
export async function takeDaily(context: Context): Promise<Result<Backup | null>> {
  const store = openedStore(context)
  if (!store.ok) return store
  if (journalHead(store.value.connection).entries === 0) return ok(null)
  const list = await listOwnBackups(context.dataFolder)
  const today = context.now().slice(0, 10)
  const hasToday = list.some(
    ({ side, state }) => state === 'verified' && side?.reason === 'daily' && side.at.startsWith(today),
  )
  return hasToday && newestVerified(list) !== null ? ok(null) : backupBefore(context, 'daily')
}
