import { backupReasons, type Backup, type BackupReason } from '../../shared/backup/contract'
import type { IsoDate } from '../../shared/core/dates'
import { backupReasonLabels } from '../../shared/terms/backup'
import { backupMoment } from '../text/backup'

/** When it was made, or its file name where nothing says so. */
export function momentOf({ side, name }: Backup, today: IsoDate): string {
  return side ? backupMoment(side.at, today) : name
}

function reasonInName(name: string): BackupReason | undefined {
  const word = name.replace(/^\d+-/, '').replace(/\.db$/, '')
  return backupReasons.find((reason) => reason === word)
}

/** Why it was made; without a side file the word in the file's name says it. */
export function reasonOf({ side, name }: Backup): string {
  const reason = side?.reason ?? reasonInName(name)
  return reason ? backupReasonLabels[reason] : ''
}
