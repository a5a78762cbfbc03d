import { mkdir, readdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { attachmentDigests, holdsEntry } from '../../db/backup-check'
import {
  highestNumber,
  listBackups,
  listOwnBackups,
  markDamaged,
  newestVerified,
  removeBackup,
  writeSide,
  backupName,
  type StoredBackup,
} from '../../db/backup-files'
import { errorCode } from '../../db/durable-file'
import type { SecondOutcome } from '../../shared/backup/contract'
import { secondFolderName } from '../../shared/terms/backup'
import type { Context } from '../context'
import { keptFile } from '../core/attachment-store'
import { copyProven, isSourceAltered, NotProven } from '../core/copy-proven'
import { inTurn } from '../core/in-turn'
import { sweepFolder } from '../core/temporary-files'
import { outdated } from './outdated'
import { changeState, stateOf } from './state'

/** Unit: milliseconds. A share that is gone answers late or never. */
const PATIENCE_MS = 3000
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** The disk on which a folder lies, or null when it is not there now. */
export async function diskOf(folder: string): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  const found = stat(folder).then(
    (entry) => (entry.isDirectory() ? entry.dev : null),
    () => null,
  )
  try {
    return await Promise.race([found, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether a folder is there now. */
export async function isReachable(folder: string): Promise<boolean> {
  return (await diskOf(folder)) !== null
}

/** Our folder on the second place, or null when none was chosen, it was never written, or it is not there now. */
export async function secondFolder(context: Context): Promise<string | null> {
  const { second } = await stateOf(context)
  if (second === null || second.ownName === '' || !(await isReachable(second.folder))) return null
  return path.join(second.folder, second.ownName)
}

/** The highest number given on the second place, so that a computer that starts anew gives none of them again. */
export async function highestOnSecond(context: Context, bureau: string): Promise<number> {
  const { second } = await stateOf(context)
  if (second === null || !(await isReachable(second.folder))) return 0
  return highestNumber(path.join(second.folder, secondFolderName(bureau))).catch(() => 0)
}

async function missingOn(folder: string, digests: readonly string[]): Promise<string[]> {
  const groups = new Map<string, string[]>()
  for (const sha256 of digests) groups.set(sha256.slice(0, 2), [...(groups.get(sha256.slice(0, 2)) ?? []), sha256])
  const missing: string[] = []
  for (const [group, wanted] of groups) {
    const there = new Set(await readdir(path.join(folder, 'attachments', group)).catch((): string[] => []))
    missing.push(...wanted.filter((sha256) => !there.has(sha256)))
  }
  return missing
}

interface Attachment {
  readonly sha256: string
  readonly file: string
  readonly bytes: number
}

/** Attachments that the second place lacks and this one has; one that is missing here is missing for all. */
async function toCopy(context: Context, folder: string, digests: readonly string[]): Promise<Attachment[]> {
  const found = await Promise.all(
    (await missingOn(folder, digests)).map(async (sha256) => {
      const file = keptFile(context.dataFolder, sha256)
      const entry = await stat(file).catch(() => null)
      return entry ? { sha256, file, bytes: entry.size } : null
    }),
  )
  return found.filter((each) => each !== null)
}

async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
  return free === null || free > bytes
}

async function copyAttachments(
  folder: string,
  attachments: readonly Attachment[],
  onFile: (done: number, total: number) => void,
): Promise<void> {
  for (const [index, { sha256, file }] of attachments.entries()) {
    const target = path.join(folder, 'attachments', sha256.slice(0, 2), sha256)
    await mkdir(path.dirname(target), { recursive: true })
    try {
      await copyProven(file, target, sha256)
    } catch (thrown) {
      // Altered on this computer: it is refused wherever it is opened, and a copy of it would help nobody.
      if (!isSourceAltered(thrown)) throw thrown
    }
    onFile(index + 1, attachments.length)
  }
}

/** Puts the copy there under its own name; under a new number where another computer has used this one meanwhile. */
async function copyBackup(folder: string, backup: StoredBackup): Promise<void> {
  const { side } = backup
  if (side === null) return
  const there = await listBackups(folder)
  if (there.some((each) => each.side?.sha256 === side.sha256 && each.state === 'verified')) return
  const isTaken = there.some(({ number }) => number === backup.number)
  const number = isTaken ? (await highestNumber(folder)) + 1 : backup.number
  const file = path.join(folder, backupName(number, side.reason))
  await copyProven(backup.file, file, side.sha256)
  await writeSide(file, { ...side, number })
}

/** Removes old backups of this very ledger there; another computer's have another journal and are none of ours. */
async function prune(context: Context, folder: string): Promise<void> {
  const state = context.storeState()
  if (state.kind !== 'open' || !state.store.connection.open) return
  const { connection } = state.store
  const own = (await listBackups(folder)).filter(({ side }) => side !== null && holdsEntry(connection, side.journal))
  for (const { file } of outdated(own, new Set())) await removeBackup(file)
}

function failedWith(thrown: unknown): SecondOutcome {
  if (thrown instanceof NotProven) return 'faulty'
  return fullCodes.has(errorCode(thrown)) ? 'full' : 'unreachable'
}

async function copyNow(
  context: Context,
  backup: StoredBackup,
  digests: readonly string[],
  onFile: (done: number, total: number) => void,
): Promise<SecondOutcome> {
  const { second } = await stateOf(context)
  const { side } = backup
  if (second === null || side === null) return 'none'
  if (!(await isReachable(second.folder))) return 'unreachable'
  const ownName = secondFolderName(side.bureau)
  const folder = path.join(second.folder, ownName)
  try {
    await mkdir(folder, { recursive: true })
    sweepFolder(folder)
    const attachments = await toCopy(context, folder, digests)
    const needed = attachments.reduce((sum, { bytes }) => sum + bytes, backup.bytes)
    if (!(await hasRoom(folder, needed))) return 'full'
    await copyAttachments(folder, attachments, onFile)
    await copyBackup(folder, backup)
  } catch (thrown) {
    if (isSourceAltered(thrown)) await markDamaged(backup.file, true)
    return failedWith(thrown)
  }
  // It is there; old ones that cannot be removed are no reason to say that it is not.
  await prune(context, folder).catch(() => {})
  await changeState(context, (state) =>
    state.second?.folder === second.folder
      ? { ...state, second: { ...state.second, ownName, lastAt: context.now(), lastHash: side.journal.hash } }
      : state,
  )
  return 'copied'
}

/** Copies a backup and the attachments it needs to the second place, one copy after the other. */
export function copyToSecond(
  context: Context,
  backup: StoredBackup,
  digests: readonly string[],
  onFile: (done: number, total: number) => void = () => {},
): Promise<SecondOutcome> {
  return inTurn(`${context.dataFolder}#second`, () => copyNow(context, backup, digests, onFile))
}

/** Copies the newest backup there when that has not happened yet, e.g. because the place was just chosen or plugged in. */
export function catchUpSecond(context: Context): Promise<void> {
  return inTurn(`${context.dataFolder}#second`, async () => {
    const newest = newestVerified(await listOwnBackups(context.dataFolder))
    const state = context.storeState()
    if (newest === null || state.kind !== 'open' || !state.store.connection.open) return
    const outcome = await copyNow(context, newest, attachmentDigests(state.store.connection), () => {})
    if (outcome !== 'none') context.announce(['backup'])
  })
}

/** Waits for copies to the second place that are under way. */
export async function secondSettled({ dataFolder }: Pick<Context, 'dataFolder'>): Promise<void> {
  await inTurn(`${dataFolder}#second`, () => Promise.resolve())
}
