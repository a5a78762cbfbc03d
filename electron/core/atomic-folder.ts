import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Result } from '../../shared/core/result'
import { putInPlace, writeFailure, writeFileAtomically } from './atomic-file'
import { freePath } from './free-name'

export interface NamedBytes {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/**
 * Writes files into a new folder so that its name shows all of them or nothing: filled under a hidden name beside it,
 * then renamed. The path that was really written comes back, as the wanted name may be taken.
 */
export async function writeFolderAtomically(
  parent: string,
  name: string,
  files: readonly NamedBytes[],
): Promise<Result<string>> {
  const target = freePath(parent, name)
  const hidden = path.join(parent, `.${randomBytes(8).toString('hex')}.tmp`)
  let written: Result<string>
  try {
    await mkdir(hidden)
    written = await fill(hidden, files)
    if (written.ok) written = await putInPlace(hidden, target)
  } catch (thrown) {
    written = { ok: false, error: writeFailure(thrown, target) }
  }
  if (!written.ok) await rm(hidden, { recursive: true, force: true }).catch(() => {})
  return written
}

async function fill(folder: string, files: readonly NamedBytes[]): Promise<Result<string>> {
  for (const { fileName, bytes } of files) {
    const written = await writeFileAtomically(path.join(folder, fileName), bytes)
    if (!written.ok) return written
  }
  return { ok: true, value: folder }
}
