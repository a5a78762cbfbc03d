import { mkdir } from 'node:fs/promises'
import { backupsFolder } from '../../db/backup-files'
import { readBackupState, writeBackupState } from '../../db/backup-state'
import type { BackupState } from '../../shared/backup/state'
import type { Context } from '../context'
import { inTurn } from '../core/in-turn'

type Place = Pick<Context, 'dataFolder'>

/** What this computer knows of its backups. */
export function stateOf({ dataFolder }: Place): Promise<BackupState> {
  return readBackupState(backupsFolder(dataFolder))
}

/** Changes it; one change after the other, so that none is lost. */
export function changeState({ dataFolder }: Place, change: (state: BackupState) => BackupState): Promise<BackupState> {
  return inTurn(`${dataFolder}#backup-state`, async () => {
    const folder = backupsFolder(dataFolder)
    await mkdir(folder, { recursive: true })
    const state = change(await readBackupState(folder))
    await writeBackupState(folder, state)
    return state
  })
}
