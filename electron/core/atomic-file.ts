import { randomBytes } from 'node:crypto'
import { open, unlink, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { BUSY_CODES, errorCode, PATIENCE_MS, renamePatiently, syncFolder } from '../../db/durable-file'
import type { Failure, Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'

/** Unit: milliseconds. A workbook that is open in an office program will not be closed meanwhile. */
const SHORT_PATIENCE_MS = 700
/** A folder, or something that is no file, stands under the name. */
const TAKEN_CODES: ReadonlySet<string> = new Set([...BUSY_CODES, 'EISDIR', 'ENOTEMPTY', 'EEXIST'])
const OTHER_NAMES = 20

/** Puts the content into a new file; a refusal of its own ends the writing as an error does. */
export type Fill = (handle: FileHandle) => Promise<Result<null>>

async function writeWhole(file: string, fill: Fill): Promise<Result<null>> {
  const handle = await open(file, 'wx')
  try {
    const filled = await fill(handle)
    if (filled.ok) await handle.sync()
    return filled
  } finally {
    await handle.close()
  }
}

/** Why a file could not be written: a full disk, or a folder that takes nothing. */
export function writeFailure(thrown: unknown, target: string): Failure {
  const code = errorCode(thrown)
  const file = path.basename(target)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return { code: 'diskFull', params: { detail: code, file } }
  return { code: 'folderNotWritable', params: { folder: path.dirname(target), detail: code, file } }
}

/**
 * Writes a file so that its name shows the whole old content or the whole new one, never a part: a new name in the same
 * folder, filled, synced, then renamed. `targetInUse` when another program holds the old file.
 */
export async function fillFileAtomically(
  target: string,
  fill: Fill,
  patienceMs = PATIENCE_MS,
): Promise<Result<string>> {
  const temporary = path.join(path.dirname(target), `.${randomBytes(8).toString('hex')}.tmp`)
  let filled: Result<null>
  try {
    filled = await writeWhole(temporary, fill)
  } catch (thrown) {
    filled = { ok: false, error: writeFailure(thrown, target) }
  }
  if (filled.ok) return putInPlace(temporary, target, patienceMs)
  await unlink(temporary).catch(() => {})
  return filled
}

/** The same for content that is in memory. */
export function writeFileAtomically(
  target: string,
  bytes: Uint8Array,
  patienceMs = PATIENCE_MS,
): Promise<Result<string>> {
  const fill: Fill = async (handle) => {
    await handle.writeFile(bytes)
    return ok(null)
  }
  return fillFileAtomically(target, fill, patienceMs)
}

/** Gives a file that is written and synced its name in the same file system; it goes when that cannot be done. */
export async function putInPlace(temporary: string, target: string, patienceMs = PATIENCE_MS): Promise<Result<string>> {
  try {
    await renamePatiently(temporary, target, patienceMs)
  } catch (thrown) {
    await unlink(temporary).catch(() => {})
    const file = path.basename(target)
    return TAKEN_CODES.has(errorCode(thrown))
      ? err('targetInUse', { file, saved: '' })
      : { ok: false, error: writeFailure(thrown, target) }
  }
  // The content is safe; a folder that cannot be synced is no reason to say that it is not.
  await syncFolder(path.dirname(target)).catch(() => {})
  return ok(target)
}

/**
 * As `writeFileAtomically`, but when the target is in use the file gets another name beside it (`…_1032.xlsx`); the
 * path that was really written comes back. `stamp` is the hour and minute that the caller's clock shows.
 */
export async function writeBesideIfBusy(target: string, bytes: Uint8Array, stamp: string): Promise<Result<string>> {
  const first = await writeFileAtomically(target, bytes, SHORT_PATIENCE_MS)
  if (first.ok || first.error.code !== 'targetInUse') return first
  const { dir, name, ext } = path.parse(target)
  for (let count = 1; count <= OTHER_NAMES; count += 1) {
    const suffix = count === 1 ? stamp : `${stamp}_${count}`
    const other = await writeFileAtomically(path.join(dir, `${name}_${suffix}${ext}`), bytes, SHORT_PATIENCE_MS)
    if (other.ok || other.error.code !== 'targetInUse') return other
  }
  return first
}
