import type { StoredBackup } from '../../db/backup-files'
import { backupsToRemove } from '../../shared/backup/retention'

/** The backups of a folder that may go; those with an earlier version's name never do. */
export function outdated(list: readonly StoredBackup[], pinned: ReadonlySet<number>): StoredBackup[] {
  const ours = list.filter(({ number }) => number > 0)
  const known = ours.map(({ number, side, state }) => ({
    number,
    day: side?.at.slice(0, 10) ?? '',
    isVerified: state === 'verified',
  }))
  const goes = new Set(backupsToRemove(known, pinned))
  return ours.filter(({ number }) => goes.has(number))
}
