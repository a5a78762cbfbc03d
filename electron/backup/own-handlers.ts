import path from 'node:path'
import { listBackups, presentBackup } from '../../db/backup-files'
import type { backupContract } from '../../shared/backup/contract'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { grantedFolder } from '../core/grants'
import { backupOverview } from './overview'
import { backupOfKey, folderOfPlace } from './places'
import { catchUpSecond } from './second-folder'
import { selfTestBackups } from './self-test'
import { changeState } from './state'
import { takeBackupWithSecond } from './take-backup'
import { verifyBackup } from './verify-backup'

type Own =
  'backup.overview' | 'backup.list' | 'backup.create' | 'backup.verify' | 'backup.selfTest' | 'backup.setSecond'

async function setSecond(context: Context, token: string | null): Promise<Result<Record<string, never>>> {
  if (token === null) {
    await changeState(context, (state) => ({ ...state, second: null }))
    return ok({})
  }
  // Without a ledger a folder of backups would look as if one had been lost.
  if (context.storeState().kind === 'none') return err('notInitialised')
  const granted = grantedFolder(context, token)
  if (!granted.ok) return granted
  const folder = path.resolve(granted.value)
  const data = path.resolve(context.dataFolder)
  if (folder === data || folder.startsWith(data + path.sep)) return err('secondInsideLedger')
  await changeState(context, (state) =>
    state.second?.folder === folder ? state : { ...state, second: { folder, ownName: '', lastAt: null, lastHash: '' } },
  )
  void catchUpSecond(context).catch(() => {
    // The reminder says that there is no copy there yet.
  })
  return ok({})
}

/** 备份: what may be done with backups without changing the ledger. */
export const ownBackupHandlers: Handlers<Pick<typeof backupContract, Own>, Context> = {
  'backup.overview': async (context) => ok(await backupOverview(context)),

  'backup.list': async (context, { place }) => {
    const found = await folderOfPlace(context, place)
    if (!found.ok) return found
    const { folder } = found.value
    const list = await listBackups(folder).catch(() => null)
    if (list === null) return err('backupUnreachable', { folder })
    return ok(list.map((backup) => presentBackup(backup, place)))
  },

  'backup.create': (context, _input, scope) => takeBackupWithSecond(context, scope),

  'backup.verify': async (context, key, scope) => {
    const found = await backupOfKey(context, key)
    if (!found.ok) return found
    scope.report({ stage: 'checking', done: 0, total: 1 })
    const { backup } = await verifyBackup(context, found.value.backup, found.value.attachments)
    if (key.place === 'own') context.announce(['backup'])
    return ok(presentBackup(backup, key.place))
  },

  'backup.selfTest': async (context, _input, scope) => {
    scope.report({ stage: 'restoring', done: 0, total: 1 })
    return selfTestBackups(context)
  },

  'backup.setSecond': (context, { folder }) => setSecond(context, folder),
}
