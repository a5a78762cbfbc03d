import { backUp } from '../../db/backup'
import type { Inspection } from '../../db/backup-check'
import { listOwnBackups, presentBackup, removeBackup, type StoredBackup } from '../../db/backup-files'
import { readBureau } from '../../db/repositories/settings'
import type { Backup, BackupReason, backupContract, SecondOutcome } from '../../shared/backup/contract'
import { ok, type Result } from '../../shared/core/result'
import type { CallScope, EventOf } from '../../shared/ipc/procedure'
import { openedStore, type Context } from '../context'
import { inTurn } from '../core/in-turn'
import { checkCopy } from './check-copy'
import { outdated } from './outdated'
import { revertTarget } from './revert-target'
import { copyToSecond, highestOnSecond } from './second-folder'
import { changeState } from './state'

export type BackupScope = CallScope<EventOf<(typeof backupContract)['backup.create']>>

type Taken = StoredBackup & { readonly found: Inspection }

/** One backup at a time in a data folder. */
export function backupTurn<T>({ dataFolder }: Pick<Context, 'dataFolder'>, work: () => Promise<T>): Promise<T> {
  return inTurn(`${dataFolder}#backup`, work)
}

async function prune(context: Context): Promise<void> {
  const list = await listOwnBackups(context.dataFolder)
  // What the last restore replaced can be gone back to as long as its backup is there.
  const revert = await revertTarget(context)
  const pinned = new Set(revert?.backup ? [revert.backup.number] : [])
  for (const { file } of outdated(list, pinned)) await removeBackup(file)
}

/** Takes one into the ledger's own folder; to be called in turn. */
export async function takeOwn(context: Context, reason: BackupReason, scope?: BackupScope): Promise<Result<Taken>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { connection, read } = store.value
  const taken = await backUp({
    connection,
    dataFolder: context.dataFolder,
    reason,
    at: context.now(),
    appVersion: context.versions.app,
    known: await highestOnSecond(context, readBureau(read)?.name ?? ''),
    check: (order) => {
      scope?.report({ stage: 'checking', done: 0, total: 1 })
      return checkCopy(context, { ...order, isFresh: true })
    },
    onCopied: (done, total) => scope?.report({ stage: 'copying', done, total }),
    isCancelled: () => scope?.signal.aborted ?? false,
  })
  if (!taken.ok) return taken
  const { number } = taken.value
  await changeState(context, (state) => ({ ...state, highest: Math.max(state.highest, number) }))
  // The new one stands; old ones that cannot be removed now go the next time.
  await prune(context).catch(() => {})
  context.announce(['backup'])
  return taken
}

/** Copies it to the second place meanwhile; nobody waits for a slow stick. */
export function copySoon(context: Context, { found, ...backup }: Taken): void {
  void copyToSecond(context, backup, found.digests).then(
    (outcome) => {
      if (outcome !== 'none') context.announce(['backup'])
    },
    // The next backup tries again, and the reminder says that there is no copy there.
    () => {},
  )
}

/** Copies the open store into the folder of backups and checks it; the copy on the second place follows by itself. */
export async function takeBackup(context: Context, reason: BackupReason, scope?: BackupScope): Promise<Result<Backup>> {
  const taken = await backupTurn(context, () => takeOwn(context, reason, scope))
  if (!taken.ok) return taken
  copySoon(context, taken.value)
  return ok(presentBackup(taken.value, 'own'))
}

/** The same on demand: waits for the copy on the second place and says how it went. */
export async function takeBackupWithSecond(
  context: Context,
  scope: BackupScope,
): Promise<Result<{ readonly backup: Backup; readonly second: SecondOutcome }>> {
  const taken = await backupTurn(context, () => takeOwn(context, 'manual', scope))
  if (!taken.ok) return taken
  const { found, ...backup } = taken.value
  const second = await copyToSecond(context, backup, found.digests, (done, total) =>
    scope.report({ stage: 'attachments', done, total }),
  )
  if (second !== 'none') context.announce(['backup'])
  return ok({ backup: presentBackup(backup, 'own'), second })
}
