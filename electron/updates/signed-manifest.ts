import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/core/result'
import {
  updateFormat,
  updateFormatVersion,
  updateManifestSchema,
  type UpdateManifest,
} from '../../shared/updates/manifest'
import { updateProblems } from '../../shared/terms/updates'
import { parseGuardedJson } from '../exchange/guarded-json'
import { verify } from '../exchange/signing'

export const manifestName = 'update.json'
export const signatureName = 'update.sig'
/** Unit: bytes. Notes and a few file names take some 20 kB. */
export const MAX_MANIFEST = 256 * 1024
/** Base64 of 64 bytes. */
export const SIGNATURE_LENGTH = 88

/** What is signed: never the manifest alone, so that no other file of the key can pass for one. */
function updateMessage(raw: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('sizhua-update-v1\0'), raw])
}

/** What every version of the format keeps. */
const versionedSchema = z.looseObject({
  format: z.literal(updateFormat),
  version: z.looseObject({ major: z.number().int(), minor: z.number().int().optional() }),
})

/** The publisher's key whose signature this is, or null. */
async function signerOf(raw: Uint8Array, signature: string, keys: readonly string[]): Promise<string | null> {
  for (const publicKey of keys) {
    if (await verify({ suite: 'ed25519-sha256', publicKey }, updateMessage(raw), signature)) return publicKey
  }
  return null
}

/** Proves the raw bytes of `update.json` and then understands them, in this order. */
export async function openManifest(
  fileName: string,
  raw: Uint8Array,
  signature: string,
  keys: readonly string[],
): Promise<Result<{ readonly manifest: UpdateManifest; readonly signedBy: string }>> {
  const signedBy = await signerOf(raw, signature, keys)
  if (signedBy === null) return err('updateSignatureWrong', { file: fileName })
  const json = parseGuardedJson(raw)
  const versioned = versionedSchema.safeParse(json)
  const { major, minor = 0 } = versioned.data?.version ?? { major: 0 }
  if (major > updateFormatVersion.major) {
    const known = `${updateFormatVersion.major}.${updateFormatVersion.minor}`
    return err('updateFormatNewer', { file: fileName, found: `${major}.${minor}`, known })
  }
  const manifest = updateManifestSchema.safeParse(json)
  if (!manifest.success) return err('updateBroken', { file: fileName, detail: updateProblems.manifest })
  return ok({ manifest: manifest.data, signedBy })
}
