import type { backupContract } from '../../shared/backup/contract'
import { err } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Context } from '../context'

export const backupHandlers: Handlers<typeof backupContract, Context> = {
  'backup.overview': () => err('notFound'),
  'backup.list': () => err('notFound'),
  'backup.create': () => err('notFound'),
  'backup.verify': () => err('notFound'),
  'backup.selfTest': () => err('notFound'),
  'backup.setSecond': () => err('notFound'),
  'backup.previewRestore': () => err('notFound'),
  'backup.restore': () => err('notFound'),
  'backup.revert': () => err('notFound'),
  'backup.openReadOnly': () => err('notFound'),
  'backup.reopen': () => err('notFound'),
  'backup.rescue': () => err('notFound'),
}
