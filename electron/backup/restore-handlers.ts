import type { backupContract } from '../../shared/backup/contract'
import { ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { announceTables, type Context } from '../context'
import { openForReading, reopenStore } from '../settings/store-lifecycle'
import { previewRestore } from './preview-restore'
import { rescueLedger } from './rescue'
import { restoreBackup } from './restore'
import { revertRestore } from './revert'

type Restoring =
  | 'backup.previewRestore'
  | 'backup.restore'
  | 'backup.revert'
  | 'backup.openReadOnly'
  | 'backup.reopen'
  | 'backup.rescue'

/** Every screen asks anew: another store, or another way of holding it. */
function told(context: Context, result: Result<null>): Result<Record<string, never>> {
  announceTables(context, ['bureau', 'account'])
  context.announce(['backup'])
  return result.ok ? ok({}) : result
}

/** 恢复: what may be done when a ledger is to be another one, or cannot be opened. */
export const restoreHandlers: Handlers<Pick<typeof backupContract, Restoring>, Context> = {
  'backup.previewRestore': (context, key, scope) => previewRestore(context, key, scope),
  'backup.restore': (context, key, scope) => restoreBackup(context, key, scope),
  'backup.revert': async (context, _input, scope) => {
    const reverted = await revertRestore(context, scope)
    return reverted.ok ? ok({}) : reverted
  },
  'backup.openReadOnly': (context) => told(context, openForReading(context)),
  'backup.reopen': async (context) => told(context, await reopenStore(context)),
  'backup.rescue': (context, { folder }, scope) => rescueLedger(context, folder, scope),
}
