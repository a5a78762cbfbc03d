import { readdirSync, rmSync, type Dirent } from 'node:fs'
import path from 'node:path'
import { backupReasons } from '../../shared/backup/contract'

/** Exactly the names that this program gives to what it has not finished; anything else is somebody's. */
const atomicName = /^\.[0-9a-f]{16}\.tmp$/
const copyName = new RegExp(`^\\d{6,}-(${backupReasons.join('|')})\\.db\\.tmp(-journal|-wal|-shm)?$`)

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Removes what a program that was ended had not finished in one folder. */
export function sweepFolder(folder: string): void {
  for (const { name } of entriesOf(folder))
    if (atomicName.test(name) || copyName.test(name)) {
      try {
        rmSync(path.join(folder, name), { recursive: true, force: true })
      } catch {
        // Held by another program: the next start tries again.
      }
    }
}

/**
 * The same in every folder of a data folder that is ours. Done in one go at the start, before anything is written: later it
 * could not tell what is left over from what is being written.
 */
export function sweepDataFolder(dataFolder: string): void {
  for (const name of ['.', 'keys', 'backups', 'updates']) sweepFolder(path.join(dataFolder, name))
  for (const name of ['updates', 'quarantine'])
    for (const entry of entriesOf(path.join(dataFolder, name)))
      if (entry.isDirectory()) sweepFolder(path.join(dataFolder, name, entry.name))
  const attachments = path.join(dataFolder, 'attachments')
  for (const entry of entriesOf(attachments))
    if (entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)) sweepFolder(path.join(attachments, entry.name))
}
