import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { holdsEntry, journalHead } from '../../db/backup-check'
import { listOwnBackups, newestVerified, presentBackup, type StoredBackup } from '../../db/backup-files'
import { storeFile } from '../../db/open'
import type { backupContract } from '../../shared/backup/contract'
import { isSecondDue, isSelfTestDue } from '../../shared/backup/reminders'
import type { Output } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { revertBackup } from './revert-target'
import { diskOf } from './second-folder'
import { stateOf } from './state'

type Overview = Output<(typeof backupContract)['backup.overview']>

/** Entries of the open journal that no verified backup holds. */
function changesSince(
  context: Context,
  list: readonly StoredBackup[],
): { readonly count: number; readonly head: string } {
  const state = context.storeState()
  if (state.kind !== 'open') return { count: 0, head: '' }
  const { connection } = state.store
  const { entries, hash } = journalHead(connection)
  // After a restore the newest backup may hold what this ledger no longer has; the newest that it goes on from counts.
  const base = list.find(
    ({ state: is, side }) => is === 'verified' && side !== null && holdsEntry(connection, side.journal),
  )
  return { count: entries - (base?.side?.journal.entries ?? 0), head: hash }
}

function ledgerBytes(dataFolder: string): number {
  return ['', '-wal'].reduce(
    (sum, suffix) => sum + (statSync(storeFile(dataFolder) + suffix, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

/** What the page on backups shows; works without an open store too. */
export async function backupOverview(context: Context): Promise<Overview> {
  const { dataFolder } = context
  const list = await listOwnBackups(dataFolder)
  const state = await stateOf(context)
  const newest = newestVerified(list)
  const { count, head } = changesSince(context, list)
  const { second, selfTest } = state
  const disk = second && (await diskOf(second.folder))
  const { bavail, bsize } = await statfs(dataFolder)
  return {
    list: list.map((backup) => presentBackup(backup, 'own')),
    last: newest && presentBackup(newest, 'own'),
    changesSince: count,
    selfTest,
    isSelfTestDue: isSelfTestDue(state, newest?.name ?? null, context.now()),
    freeBytes: bavail * bsize,
    ledgerBytes: ledgerBytes(dataFolder),
    second: second && {
      label: second.folder,
      isReachable: disk !== null,
      isSameDisk: disk === statSync(dataFolder).dev,
      lastAt: second.lastAt,
      isDue: isSecondDue(state, head, context.now()),
    },
    revert: await revertBackup(context),
  }
}
