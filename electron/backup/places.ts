import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { backupsFolder, findBackup, listBackups, type StoredBackup } from '../../db/backup-files'
import { readBureau } from '../../db/repositories/settings'
import type { BackupKey, BackupPlace } from '../../shared/backup/contract'
import { err, ok, type Result } from '../../shared/core/result'
import { secondFolderName, secondFolderPrefix } from '../../shared/terms/backup'
import type { Context } from '../context'
import { grantedFolder } from '../core/grants'
import { isReachable } from './second-folder'
import { stateOf } from './state'

/** A folder of backups and where attachments lie beside it. */
export interface BackupFolder {
  readonly folder: string
  readonly attachments: string
}

function ownName(context: Context): string {
  const state = context.storeState()
  return secondFolderName(state.kind === 'open' ? (readBureau(state.store.read)?.name ?? '') : '')
}

/** Beside a folder of backups, or one level up where the person chose the backups folder of a data folder itself. */
function attachmentsOf(folder: string): string {
  const beside = path.join(folder, 'attachments')
  return existsSync(beside) ? beside : path.join(path.dirname(folder), 'attachments')
}

/** Where backups may lie in a folder that a person chose: in it, in our folder on a stick, in another of ours, in a data folder. */
async function within(chosen: string, own: string): Promise<BackupFolder> {
  const names = await readdir(chosen).catch((): string[] => [])
  const ours = names.filter((name) => name.startsWith(secondFolderPrefix)).toSorted()
  const folders = [chosen, ...[own, ...ours].map((name) => path.join(chosen, name)), backupsFolder(chosen)]
  for (const folder of folders)
    if ((await listBackups(folder).catch(() => [])).length > 0) return { folder, attachments: attachmentsOf(folder) }
  return { folder: chosen, attachments: attachmentsOf(chosen) }
}

/** The folder that is meant, as far as it is there now. */
export async function folderOfPlace(context: Context, place: BackupPlace): Promise<Result<BackupFolder>> {
  const { dataFolder } = context
  if (place === 'own')
    return ok({ folder: backupsFolder(dataFolder), attachments: path.join(dataFolder, 'attachments') })
  if (place === 'second') {
    const { second } = await stateOf(context)
    if (second === null) return err('backupNotFound')
    if (!(await isReachable(second.folder))) return err('backupUnreachable', { folder: second.folder })
    return ok(await within(second.folder, second.ownName === '' ? ownName(context) : second.ownName))
  }
  const granted = grantedFolder(context, place.folder)
  return granted.ok ? ok(await within(granted.value, ownName(context))) : granted
}

export interface FoundBackup extends BackupFolder {
  readonly backup: StoredBackup
}

/** The backup that is meant; its bytes have not been read through. */
export async function backupOfKey(context: Context, { place, name }: BackupKey): Promise<Result<FoundBackup>> {
  const found = await folderOfPlace(context, place)
  if (!found.ok) return found
  const backup = await findBackup(found.value.folder, name).catch(() => null)
  return backup ? ok({ ...found.value, backup }) : err('backupNotFound')
}
