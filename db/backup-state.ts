import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { backupStateSchema, newBackupState, type BackupState } from '../shared/backup/state'
import { writeJsonDurably } from './durable-file'

function stateFile(folder: string): string {
  return path.join(folder, 'state.json')
}

/** The state of this computer's backups; one that is missing or not ours is a new one, since no fact is lost with it. */
export async function readBackupState(folder: string): Promise<BackupState> {
  try {
    return backupStateSchema.parse(JSON.parse(await readFile(stateFile(folder), 'utf8')))
  } catch {
    return newBackupState
  }
}

export async function writeBackupState(folder: string, state: BackupState): Promise<void> {
  await writeJsonDurably(stateFile(folder), state)
}
