import type { backupContract } from '../../shared/backup/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { ownBackupHandlers } from '../backup/own-handlers'
import { restoreHandlers } from '../backup/restore-handlers'
import type { Context } from '../context'

/** 备份与恢复: what only concerns backups, and what puts one in the place of the ledger. */
export const backupHandlers: Handlers<typeof backupContract, Context> = {
  ...ownBackupHandlers,
  ...restoreHandlers,
}
