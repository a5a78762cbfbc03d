import { open, readFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import {
  backupReasons,
  backupSideSchema,
  type Backup,
  type BackupReason,
  type BackupSide,
} from '../shared/backup/contract'
import { readBackupState } from './backup-state'
import { writeJsonDurably } from './durable-file'

/** A backup as it lies in a folder. Nothing is read through: `verified` is what it was when it was checked. */
export interface StoredBackup {
  /** The file's own name, e.g. `000012-daily.db`. */
  readonly name: string
  readonly file: string
  /** Its place in the order; 0 = it has the name of an earlier version of the program and is older than all others. */
  readonly number: number
  readonly side: BackupSide | null
  readonly state: Backup['state']
  /** Unit: bytes. */
  readonly bytes: number
}

const named = new RegExp(`^(\\d{6,})-(${backupReasons.join('|')})\\.db$`)
/** Backups before a migration as versions up to 5 of the store called them: listed, never removed. */
const namedEarlier = /^\d{8}-\d{6}-before-migration-v\d+\.db$/
/** Anything that a number was once given to, also half-written and half-removed. */
const numbered = /^(\d{6,})-[a-z-]+\./

/** The folder of backups within a data folder. */
export function backupsFolder(dataFolder: string): string {
  return path.join(dataFolder, 'backups')
}

/** `000012-daily.db`. */
export function backupName(number: number, reason: BackupReason): string {
  return `${String(number).padStart(6, '0')}-${reason}.db`
}

/** The side file beside a backup. */
export function sideFileOf(file: string): string {
  return file.replace(/\.db$/, '.json')
}

/** Stands beside a backup that was read through later and was no longer what its side file says. */
function markFileOf(file: string): string {
  return file.replace(/\.db$/, '.damaged')
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (thrown) {
    // No folder yet is no backup; a folder that cannot be read is for the caller to say.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return []
    throw thrown
  }
}

/** What the side file says; null when there is none or it is not one of ours. */
export async function readSide(file: string): Promise<BackupSide | null> {
  try {
    return backupSideSchema.parse(JSON.parse(await readFile(sideFileOf(file), 'utf8')))
  } catch {
    return null
  }
}

/** Writes the side file, which makes a checked copy a backup: whole or not at all, durable before this returns. */
export async function writeSide(file: string, side: BackupSide): Promise<void> {
  await writeJsonDurably(sideFileOf(file), side)
}

async function stored(folder: string, name: string, isMarked: boolean): Promise<StoredBackup | null> {
  const file = path.join(folder, name)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) return null
  const number = Number(named.exec(name)?.[1] ?? 0)
  const side = await readSide(file)
  const about = { name, file, number, side, bytes: found.size }
  if (isMarked) return { ...about, state: 'damaged' }
  if (side === null) return { ...about, state: 'unproven' }
  return { ...about, state: side.number === number && side.bytes === found.size ? 'verified' : 'damaged' }
}

/** The backups in a folder (`backupsFolder(…)`, or one on a stick), newest first by number. A missing folder has none. */
export async function listBackups(folder: string): Promise<StoredBackup[]> {
  const names = await namesIn(folder)
  const all = new Set(names)
  const ours = names.filter((name) => named.test(name) || namedEarlier.test(name))
  const found = await Promise.all(ours.map((name) => stored(folder, name, all.has(markFileOf(name)))))
  return found
    .filter((backup) => backup !== null)
    .toSorted((left, right) => right.number - left.number || (left.name < right.name ? 1 : -1))
}

/** The ledger's own backups; a folder that cannot be read has none that could be relied on. */
export async function listOwnBackups(dataFolder: string): Promise<StoredBackup[]> {
  return listBackups(backupsFolder(dataFolder)).catch(() => [])
}

/** One backup by its name, or null when it is not there. */
export async function findBackup(folder: string, name: string): Promise<StoredBackup | null> {
  return (await listBackups(folder)).find((backup) => backup.name === name) ?? null
}

/** The newest backup that was checked and has its size still, or null. */
export function newestVerified(list: readonly StoredBackup[]): StoredBackup | null {
  return list.find(({ state }) => state === 'verified') ?? null
}

/** The highest number that anything in the folder bears, leftovers too; 0 for none. */
export async function highestNumber(folder: string): Promise<number> {
  return (await namesIn(folder)).reduce((most, name) => Math.max(most, Number(numbered.exec(name)?.[1] ?? 0)), 0)
}

/** The number of the next backup: higher than any that was ever given in this folder, or was `known` elsewhere. */
export async function nextBackupNumber(folder: string, known = 0): Promise<number> {
  const { highest } = await readBackupState(folder)
  return Math.max(known, highest, await highestNumber(folder)) + 1
}

/** Remembers that a backup was found damaged, or that it was found good after all. */
export async function markDamaged(file: string, isDamaged: boolean): Promise<void> {
  const mark = markFileOf(file)
  if (!isDamaged) return rm(mark, { force: true })
  await (await open(mark, 'w')).close()
}

/** Takes a backup away with what stands beside it; the copy itself goes first, so that no unproven one is left. */
export async function removeBackup(file: string): Promise<void> {
  for (const each of [file, sideFileOf(file), markFileOf(file)]) await rm(each, { force: true })
}

/** How a stored backup is told to the window. */
export function presentBackup({ name, state, side, bytes }: StoredBackup, place: Backup['place']): Backup {
  return { place, name, state, side, bytes }
}
