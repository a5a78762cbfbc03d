import path from 'node:path'
import { backupName, backupsFolder, findBackup, presentBackup, type StoredBackup } from '../../db/backup-files'
import { listQuarantine, type QuarantineFolder } from '../../db/quarantine'
import type { Backup } from '../../shared/backup/contract'
import type { Context } from '../context'

/** What the last restore replaced: its backup where one was taken and is sound, and its files. */
export interface RevertTarget {
  readonly quarantined: QuarantineFolder
  readonly backup: StoredBackup | null
}

/** What 回到恢复前 goes back to; null when nothing was restored, or nothing stood there before. */
export async function revertTarget({ dataFolder }: Pick<Context, 'dataFolder'>): Promise<RevertTarget | null> {
  const quarantined = (await listQuarantine(dataFolder)).find(({ about }) => about?.kind === 'replaced')
  if (!quarantined?.about) return null
  const { backup, store } = quarantined.about
  const found = backup === null ? null : await findBackup(backupsFolder(dataFolder), backup).catch(() => null)
  if (found?.state === 'verified') return { quarantined, backup: found }
  return store === null ? null : { quarantined, backup: null }
}

/** The same as the window shows it; files that were only put aside are no proven backup. */
export async function revertBackup(context: Pick<Context, 'dataFolder'>): Promise<Backup | null> {
  const target = await revertTarget(context)
  if (target === null) return null
  if (target.backup) return presentBackup(target.backup, 'own')
  const { number, about } = target.quarantined
  const name = backupName(number, 'restore')
  return { place: 'own', name, state: 'unproven', side: null, bytes: about?.store?.bytes ?? 0 }
}

/** How the journal names files that were put aside. */
export function nameOfQuarantined({ folder }: QuarantineFolder): string {
  return `quarantine/${path.basename(folder)}`
}
