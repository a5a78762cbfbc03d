import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Store } from '../../db/access'
import { err, ok, type Result } from '../../shared/core/result'
import { fillFileAtomically, putInPlace, writeFailure, writeFileAtomically, type Fill } from './atomic-file'

/** SHA-256 of bytes as lower-case hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Where kept bytes lie; for reading an original again. */
export function keptFile(dataFolder: string, sha256: string): string {
  return path.join(dataFolder, 'attachments', sha256.slice(0, 2), sha256)
}

/** Whether the bytes are there, without reading them. */
export function isKept(dataFolder: string, sha256: string): boolean {
  return existsSync(keptFile(dataFolder, sha256))
}

/** Unit: bytes of a kept file in memory at a time. */
const READ_PART = 1024 * 1024

/** Reads a file part by part; an empty one gives none. */
function partsOf(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: READ_PART })
}

/** How kept bytes are: the same as when they came, altered since, or gone. */
export type KeptState = 'present' | 'missing' | 'altered'

/** Reads the kept bytes through; never more than a part of them is in memory. */
export async function stateOfKept(dataFolder: string, sha256: string): Promise<KeptState> {
  const file = keptFile(dataFolder, sha256)
  if (!existsSync(file)) return 'missing'
  const hash = createHash('sha256')
  try {
    for await (const part of partsOf(file)) hash.update(part)
  } catch {
    // A disk that cannot read it has not kept it, whatever the folder says.
    return 'altered'
  }
  return hash.digest('hex') === sha256 ? 'present' : 'altered'
}

async function folderFor(file: string): Promise<Result<null>> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    return ok(null)
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, file) }
  }
}

/** Keeps bytes under their digest, before any row refers to them; the same bytes are kept once, altered ones replaced. */
export async function keepBytes(dataFolder: string, bytes: Uint8Array): Promise<Result<string>> {
  const sha256 = digestOf(bytes)
  const file = keptFile(dataFolder, sha256)
  if ((await stateOfKept(dataFolder, sha256)) === 'present') return ok(sha256)
  const folder = await folderFor(file)
  if (!folder.ok) return folder
  const written = await writeFileAtomically(file, bytes)
  return written.ok ? ok(sha256) : written
}

/** Moves a file that is written and synced to where its digest says; `isNew` when no such bytes were there. */
export async function keepFile(
  dataFolder: string,
  temporary: string,
  sha256: string,
): Promise<Result<{ readonly isNew: boolean }>> {
  const file = keptFile(dataFolder, sha256)
  const before = await stateOfKept(dataFolder, sha256)
  if (before === 'present') {
    await removed(temporary)
    return ok({ isNew: false })
  }
  const folder = await folderFor(file)
  const placed = folder.ok ? await putInPlace(temporary, file) : folder
  if (placed.ok) return ok({ isNew: before === 'missing' })
  await removed(temporary)
  return placed
}

/** Takes a file away that nothing refers to; a disk that does not let it go must not hide why it was to go. */
async function removed(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => {})
}

/** Whose bytes they are, and the store that refers to them. */
interface Keeper {
  readonly dataFolder: string
  readonly storeState: () =>
    { readonly kind: 'open'; readonly store: Pick<Store, 'readOnly'> } | { readonly kind: 'none' | 'refused' }
}

/** Takes kept bytes away again whose row could not be written. */
export async function dropKept({ dataFolder, storeState }: Keeper, sha256: string): Promise<void> {
  const state = storeState()
  // A failed sync leaves open whether the row is there: the next start may find it, and then needs the bytes.
  const isUncertain = state.kind === 'open' && state.store.readOnly !== null
  if (!isUncertain) await removed(keptFile(dataFolder, sha256))
}

/** The bytes of an attachment; a missing or altered file is refused, never served. */
export function readKept(dataFolder: string, sha256: string, name: string): Result<Uint8Array<ArrayBuffer>> {
  const file = keptFile(dataFolder, sha256)
  if (!existsSync(file)) return missing(sha256, name)
  const bytes = readFileSync(file)
  return digestOf(bytes) === sha256 ? ok(new Uint8Array(bytes)) : err('attachmentAltered', { name })
}

function missing(sha256: string, name: string): Result<never> {
  return err('attachmentMissing', { name, sha256: sha256.slice(0, 12) })
}

/** Copies kept bytes part by part into a file that is only there once they have proved whole. */
export async function copyKept(
  dataFolder: string,
  { sha256, fileName }: { readonly sha256: string; readonly fileName: string },
  target: string,
): Promise<Result<string>> {
  const file = keptFile(dataFolder, sha256)
  if (!existsSync(file)) return missing(sha256, fileName)
  const fill: Fill = async (handle) => {
    const hash = createHash('sha256')
    for await (const part of partsOf(file)) {
      hash.update(part)
      await handle.writeFile(part)
    }
    return hash.digest('hex') === sha256 ? ok(null) : err('attachmentAltered', { name: fileName })
  }
  return fillFileAtomically(target, fill)
}
