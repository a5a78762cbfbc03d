import { createHash } from 'node:crypto'
import { createReadStream, lstatSync, readdirSync, type Stats } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Buffer } from 'node:buffer'
import { err, ok, type Result } from '../../shared/core/result'
import { updateProblems } from '../../shared/terms/updates'
import type { UpdateManifest } from '../../shared/updates/manifest'
import { programVersionSchema } from '../../shared/updates/version'
import { writeFailure, writeFileAtomically } from '../core/atomic-file'
import type { ReadUpdate } from './read-update'
import { manifestName, MAX_MANIFEST, openManifest, SIGNATURE_LENGTH, signatureName } from './signed-manifest'

/** An installer in the data folder that is still what the publisher signed. */
export interface ProvenUpdate {
  readonly manifest: UpdateManifest
  readonly folder: string
  /** Where the installer lies. */
  readonly file: string
}

/** Where updates stand ready, one folder for each version. */
export function updatesFolder(dataFolder: string): string {
  return path.join(dataFolder, 'updates')
}

function aboutFile(file: string): Stats | null {
  const about = lstatSync(file, { throwIfNoEntry: false })
  return about?.isFile() ? about : null
}

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** The versions that have a folder. A link in its place is somebody else's and is never followed. */
export function preparedVersions(dataFolder: string): readonly string[] {
  try {
    const entries = readdirSync(updatesFolder(dataFolder), { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && programVersionSchema.safeParse(entry.name).success)
      .map(({ name }) => name)
  } catch {
    return []
  }
}

/** Whether copying came to its end; what is there is not proved by that. */
export function isComplete(dataFolder: string, version: string): boolean {
  return aboutFile(path.join(updatesFolder(dataFolder), version, manifestName)) !== null
}

/** Removes what stands ready of a version. */
export async function dropPrepared(dataFolder: string, version: string): Promise<void> {
  await rm(path.join(updatesFolder(dataFolder), version), { recursive: true, force: true })
}

/** Reads what stands ready in a folder and proves it anew: signature, size, digest. Null when nothing stands there. */
export async function provePrepared(folder: string, keys: readonly string[]): Promise<ProvenUpdate | null> {
  const about = path.join(folder, manifestName)
  const signed = path.join(folder, signatureName)
  const isBounded = (aboutFile(about)?.size ?? Infinity) <= MAX_MANIFEST && aboutFile(signed)?.size === SIGNATURE_LENGTH
  if (!isBounded) return null
  try {
    const [raw, signature] = await Promise.all([readFile(about), readFile(signed, 'latin1')])
    const opened = await openManifest(path.basename(folder), raw, signature, keys)
    if (!opened.ok) return null
    const { manifest } = opened.value
    const file = path.join(folder, manifest.installer)
    const listed = manifest.files.find(({ path: name }) => name === manifest.installer)
    if (!listed || aboutFile(file)?.size !== listed.size) return null
    return (await digestOfFile(file)) === listed.sha256 ? { manifest, folder, file } : null
  } catch {
    // A file that cannot be read does not stand ready.
    return null
  }
}

/** Copies a package's installer into the data folder; it stands ready once it has been read back and is the same. */
export async function writePrepared(
  dataFolder: string,
  update: ReadUpdate,
  keys: readonly string[],
): Promise<Result<ProvenUpdate>> {
  const { manifest, raw, signature, installer, fileName } = update
  for (const version of preparedVersions(dataFolder)) await dropPrepared(dataFolder, version)
  const folder = path.join(updatesFolder(dataFolder), manifest.program)
  try {
    await mkdir(folder, { recursive: true })
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, folder) }
  }
  // The manifest comes last: without it nothing stands ready.
  const files: readonly (readonly [string, Uint8Array])[] = [
    [manifest.installer, installer],
    [signatureName, Buffer.from(signature, 'latin1')],
    [manifestName, raw],
  ]
  for (const [name, bytes] of files) {
    const written = await writeFileAtomically(path.join(folder, name), bytes)
    if (written.ok) continue
    // Without its manifest it does not stand ready, even where it cannot be removed now.
    await dropPrepared(dataFolder, manifest.program).catch(() => {})
    return written
  }
  const proven = await provePrepared(folder, keys)
  if (proven) return ok(proven)
  await dropPrepared(dataFolder, manifest.program).catch(() => {})
  return err('updateBroken', { file: fileName, detail: updateProblems.copied })
}
