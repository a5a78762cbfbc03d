import type Database from 'better-sqlite3'
import { mkdir, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { BackupReason, BackupSide } from '../shared/backup/contract'
import { err, ok, type Failure, type Result } from '../shared/core/result'
import { holdsEntry, inspectCopy, settleCopy, type Inspection } from './backup-check'
import { backupName, backupsFolder, nextBackupNumber, writeSide, type StoredBackup } from './backup-files'
import { paceOf } from './copy-pace'
import { errorCode, renamePatiently, syncFolder } from './durable-file'

/** The copy, and room to go on working beside it. */
const SIZES_NEEDED = 2
const MEGABYTE = 1024 * 1024

export interface BackupOrder {
  readonly connection: Database.Database
  readonly dataFolder: string
  readonly reason: BackupReason
  /** Local time with offset. */
  readonly at: string
  readonly appVersion: string
  /** The highest number known elsewhere, e.g. on a stick; 0 = none. */
  readonly known?: number
  /** Opens and checks the copy; in a thread of its own where others are waiting. Throws when it is not whole. */
  readonly check?: (order: CheckOrder) => Promise<Inspection>
  readonly onCopied?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
}

export interface CheckOrder {
  readonly file: string
  readonly attachmentsFolder: string
  /** Unit: bytes of the copy, roughly. */
  readonly bytes: number
}

/** Settles a fresh copy and opens it; what the check of a backup is, wherever it runs. */
export async function checkFreshCopy({ file, attachmentsFolder }: CheckOrder): Promise<Inspection> {
  await settleCopy(file)
  return inspectCopy(file, attachmentsFolder)
}

class Cancelled extends Error {}

function sizeOf(connection: Database.Database): number {
  const pages = Number(connection.pragma('page_count', { simple: true }))
  return pages * Number(connection.pragma('page_size', { simple: true }))
}

/** Whether the disk has room for a copy; a file system that does not say is tried. */
async function checkSpace(folder: string, bytes: number): Promise<Result<null>> {
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
  if (free === null || free >= SIZES_NEEDED * bytes) return ok(null)
  return err('backupNeedsSpace', {
    needed: Math.ceil((SIZES_NEEDED * bytes) / MEGABYTE),
    free: Math.floor(free / MEGABYTE),
  })
}

/** What a copy has that the open store never had, or null: it must be this store as it was at one moment. */
function differenceOf(connection: Database.Database, found: Inspection): string | null {
  const own = (pragma: string): number => Number(connection.pragma(pragma, { simple: true }))
  if (found.schemaVersion !== own('user_version')) return 'version differs'
  if (found.applicationId !== own('application_id')) return 'identity differs'
  return holdsEntry(connection, found.journal) ? null : 'journal differs'
}

/** Copies page by page; what is edited meanwhile goes into the copy too. */
async function copy({ connection, onCopied, isCancelled }: BackupOrder, file: string): Promise<void> {
  const pace = paceOf(file)
  let told = -1
  try {
    await connection.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        if (isCancelled?.()) throw new Cancelled('cancelled')
        const copied = totalPages - remainingPages
        if (copied !== told) onCopied?.(copied, totalPages)
        told = copied
        return pace.next(totalPages, remainingPages)
      },
    })
  } finally {
    pace.end()
  }
}

function failureOf(thrown: unknown, bytes: number): Failure {
  if (thrown instanceof Cancelled) return { code: 'cancelled', params: {} }
  const code = errorCode(thrown)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL'))
    return { code: 'backupNeedsSpace', params: { needed: Math.ceil((SIZES_NEEDED * bytes) / MEGABYTE), free: 0 } }
  const detail = code === '' && thrown instanceof Error ? thrown.message : code
  return { code: 'backupFailed', params: { detail } }
}

async function clear(file: string): Promise<void> {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    // What stopped the backup may stop this too; the next start clears it.
    await rm(file + suffix, { force: true }).catch(() => {})
}

/**
 * Copies the open store, opens the copy, checks it, and only then gives it its name. It counts with its side file, which is
 * written last. Refused, it leaves nothing, and the store is as it was.
 */
export async function backUp(order: BackupOrder): Promise<Result<StoredBackup & { readonly found: Inspection }>> {
  const { connection, dataFolder, reason, check = checkFreshCopy, isCancelled = () => false } = order
  const folder = backupsFolder(dataFolder)
  const bytes = sizeOf(connection)
  let file = ''
  try {
    await mkdir(folder, { recursive: true })
    const space = await checkSpace(folder, bytes)
    if (!space.ok) return space
    const number = await nextBackupNumber(folder, order.known)
    const name = backupName(number, reason)
    file = path.join(folder, name)
    const temporary = `${file}.tmp`
    await clear(temporary)
    await copy(order, temporary)
    const found = await check({ file: temporary, attachmentsFolder: path.join(dataFolder, 'attachments'), bytes })
    if (isCancelled()) throw new Cancelled('cancelled')
    const difference = differenceOf(connection, found)
    if (difference !== null) throw new Error(difference)
    await renamePatiently(temporary, file)
    await syncFolder(folder).catch(() => {})
    const side = sideOf(order, number, found)
    await writeSide(file, side)
    return ok({ name, file, number, side, state: 'verified', bytes: found.bytes, found })
  } catch (thrown) {
    // Its name too: without its side file it counts for nothing.
    if (file !== '') for (const each of [`${file}.tmp`, file]) await clear(each)
    return { ok: false, error: failureOf(thrown, bytes) }
  }
}

function sideOf({ reason, at, appVersion }: BackupOrder, number: number, found: Inspection): BackupSide {
  const { bytes, sha256, schemaVersion, bureau, journal, counts, attachments } = found
  const about = { format: 1, number, reason, at, appVersion } as const
  return { ...about, bytes, sha256, schemaVersion, bureau, journal, counts: { ...counts }, attachments }
}

/** The backup without which no store is taken to a newer version. */
export function backupBeforeMigration(
  connection: Database.Database,
  dataFolder: string,
  now: string,
  appVersion: string,
): Promise<Result<StoredBackup>> {
  return backUp({ connection, dataFolder, reason: 'migration', at: now, appVersion })
}
