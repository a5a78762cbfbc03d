import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { err, ok, type Result } from '../../shared/core/result'
import type { packageFileSchema } from '../../shared/exchange/package-schemas'
import type { Context } from '../context'
import { writeFailure, writeFileAtomically } from '../core/atomic-file'
import { digestOf } from '../core/attachment-store'
import { freePath } from '../core/free-name'
import { grantFile } from '../core/grants'

export type PackageFile = z.infer<typeof packageFileSchema>

async function readsBack(file: string, sha256: string): Promise<Result<null>> {
  try {
    if (digestOf(await readFile(file)) === sha256) return ok(null)
    return err('folderNotWritable', { folder: path.dirname(file), detail: 'VERIFY', file: path.basename(file) })
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, file) }
  }
}

/**
 * Writes a package into a folder under a name that nothing bears yet, and reads it back: a stick that keeps less than it says
 * is found before the file is carried away.
 */
export async function savePackageFile(
  context: Context,
  folder: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<PackageFile & { readonly path: string }>> {
  const written = await writeFileAtomically(freePath(folder, fileName), bytes)
  if (!written.ok) return written
  const sha256 = digestOf(bytes)
  const proved = await readsBack(written.value, sha256)
  if (!proved.ok) {
    // A file that is not what was sent must not be carried away.
    await rm(written.value, { force: true }).catch(() => {})
    return proved
  }
  return ok({
    path: written.value,
    fileName: path.basename(written.value),
    bytes: bytes.length,
    sha256,
    fileToken: grantFile(context, written.value),
  })
}
