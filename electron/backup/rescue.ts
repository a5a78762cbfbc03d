import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { attachmentDigests } from '../../db/backup-check'
import { backupsFolder, listBackups, newestVerified } from '../../db/backup-files'
import { tablesOf } from '../../db/migrate'
import { openStore } from '../../db/open'
import { savePreference } from '../../db/repositories/preferences'
import { rescueStore, type Rescued } from '../../db/rescue'
import { explainRows } from '../../db/rescue-mend'
import type { Store } from '../../db/access'
import type { backupContract } from '../../shared/backup/contract'
import { ok, type Result } from '../../shared/core/result'
import type { Output } from '../../shared/ipc/procedure'
import { rescueFolderName } from '../../shared/terms/backup'
import type { Context } from '../context'
import { writeFailure } from '../core/atomic-file'
import { keptFile } from '../core/attachment-store'
import { copyProven } from '../core/copy-proven'
import { freePath } from '../core/free-name'
import { grantedFolder } from '../core/grants'
import { openExistingStore, openForReading } from '../settings/store-lifecycle'
import { attachmentIn } from './bring-attachments'
import type { BackupScope } from './take-backup'
import { shutStore } from './shut-store'

type Rescue = Output<(typeof backupContract)['backup.rescue']>

/** Copies what can be read of the present store into a new one, in a folder of its own where the person chose. */
export async function rescueLedger(context: Context, token: string, scope: BackupScope): Promise<Result<Rescue>> {
  const granted = grantedFolder(context, token)
  if (!granted.ok) return granted
  const folder = freePath(granted.value, rescueFolderName(context.now()))
  const wasOpen = context.storeState().kind === 'open'
  // Reading the file of a store that is open here would let go of its lock.
  if (wasOpen) shutStore(context)
  try {
    const rescued = await rescueInto(context, folder, scope)
    if (!rescued.ok) await rm(folder, { recursive: true, force: true })
    return rescued
  } finally {
    if (wasOpen) {
      await openExistingStore(context)
      // As it was shown before, if it still cannot be opened otherwise.
      if (context.storeState().kind === 'refused') openForReading(context)
      context.announce(['settings'])
    }
  }
}

async function rescueInto(context: Context, folder: string, scope: BackupScope): Promise<Result<Rescue>> {
  const newest = newestVerified(await listBackups(backupsFolder(context.dataFolder)).catch(() => []))
  try {
    await mkdir(folder, { recursive: true })
    const rescued = await rescueStore({
      dataFolder: context.dataFolder,
      folder,
      backup: newest?.side ? { file: newest.file, counts: newest.side.counts } : null,
      onTable: (done, total) => scope.report({ stage: 'copying', done, total }),
    })
    if (!rescued.ok) return rescued
    scope.report({ stage: 'checking', done: 0, total: 1 })
    const opened = await openStore({ folder, create: false, holder: context.actor(), now: context.now() })
    if (!opened.ok) return opened
    try {
      const digests = attachmentDigests(opened.value.connection)
      record(context, opened.value, rescued.value)
      const attachments = await copyAttachments(context, folder, digests, scope)
      return ok({ folder, tables: [...rescued.value.tables], attachments })
    } finally {
      opened.value.close()
    }
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown
    return { ok: false, error: writeFailure(thrown, path.join(folder, 'ledger.db')) }
  }
}

/** The rescued ledger's journal says where it comes from, and how every row stands that the journal does not know so. */
function record(context: Context, store: Store, { tables, isJournalWhole }: Rescued): void {
  const sum = (of: 'read' | 'lost'): number => tables.reduce((total, table) => total + table[of], 0)
  const [read, lost, at] = [sum('read'), sum('lost'), context.now()]
  store.write({ name: 'backup.rescued', params: { read, lost }, actor: context.actor(), at }, (db) => {
    if (!isJournalWhole || lost > 0)
      explainRows(
        store.connection,
        tablesOf(store.connection).filter((table) => !/^(journal|search)_/.test(table)),
      )
    savePreference(db, 'backup.rescued', at)
  })
}

/** The records come first: files for which there is no room are only counted. */
async function copyAttachments(
  context: Context,
  folder: string,
  digests: readonly string[],
  scope: BackupScope,
): Promise<Rescue['attachments']> {
  let copied = 0
  for (const [index, sha256] of digests.entries()) {
    const target = attachmentIn(path.join(folder, 'attachments'), sha256)
    try {
      await mkdir(path.dirname(target), { recursive: true })
      await copyProven(keptFile(context.dataFolder, sha256), target, sha256)
      copied += 1
    } catch {
      // Missing or altered here, or no room there.
    }
    scope.report({ stage: 'attachments', done: index + 1, total: digests.length })
  }
  return { copied, missing: digests.length - copied }
}
