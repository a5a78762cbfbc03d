import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/core/result'
import { digestSchema, keyIdSchema, signatureSuites, successionSchema } from '../../shared/exchange/manifest'
import { idSchema, isoDateSchema, lineSchema } from '../../shared/core/schemas'
import { identityProblems } from '../../shared/terms/exchange-keys'
import { fillFileAtomically, writeFailure } from '../core/atomic-file'
import { parseGuardedJson } from './guarded-json'

/** Only the account that runs the program may read it. */
const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700

/**
 * The key of this PC with what must outlive the store: a restored older `ledger.db` still knows from here which sequence
 * was used last.
 */
export const identitySchema = z.looseObject({
  format: z.literal('sizhua-identity'),
  version: z.literal(1),
  suite: z.enum(signatureSuites),
  publicKey: z.string().max(400),
  /** Base64; never leaves the data folder unencrypted. */
  privateKey: z.string().max(400),
  /** This PC, for colleagues; another one after the key was restored. */
  device: idSchema,
  deviceLabel: lineSchema.min(1),
  madeAt: z.string().max(40),
  /** The highest that was used; 0 = none yet. */
  sequence: z.number().int().min(0),
  /** SHA-256 of the manifest of the last package. */
  lastDigest: digestSchema.nullable(),
  recoverySavedOn: isoDateSchema.nullable(),
  replaces: successionSchema.nullable(),
  /** Keys of this PC that were replaced, without their secrets. */
  earlier: z.array(
    z.looseObject({
      keyId: keyIdSchema,
      suite: z.enum(signatureSuites),
      publicKey: z.string().max(400),
      replacedAt: z.string().max(40),
    }),
  ),
})
export type Identity = z.infer<typeof identitySchema>

function identityFile(dataFolder: string): string {
  return path.join(dataFolder, 'keys', 'identity.json')
}

/** The identity of its JSON, or null when it is none. */
export function parseIdentity(bytes: Uint8Array): Identity | null {
  const parsed = identitySchema.safeParse(parseGuardedJson(bytes))
  return parsed.success ? parsed.data : null
}

export function identityBytes(identity: Identity): Uint8Array {
  return Buffer.from(JSON.stringify(identity, null, 2))
}

/** The key file of this PC; null when there is none, a refusal when there is one that cannot be read. */
export function readIdentity(dataFolder: string): Result<Identity | null> {
  const file = identityFile(dataFolder)
  if (!existsSync(file)) return ok(null)
  try {
    const identity = parseIdentity(readFileSync(file))
    return identity ? ok(identity) : err('identityBroken', { detail: identityProblems.damaged })
  } catch {
    return err('identityBroken', { detail: identityProblems.unreadable })
  }
}

async function writePrivate(file: string, bytes: Uint8Array): Promise<Result<string>> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: PRIVATE_FOLDER })
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, file) }
  }
  return fillFileAtomically(file, async (handle) => {
    await handle.chmod(PRIVATE_FILE)
    await handle.writeFile(bytes)
    return ok(null)
  })
}

/** Puts a key file in place of the one before, wholly or not at all. */
export function writeIdentity(dataFolder: string, identity: Identity): Promise<Result<string>> {
  return writePrivate(identityFile(dataFolder), identityBytes(identity))
}

/** Keeps the present key file, readable or not, beside the one that takes its place: no secret is ever thrown away. */
export async function setAsideIdentity(dataFolder: string, stamp: string): Promise<Result<null>> {
  const file = identityFile(dataFolder)
  if (!existsSync(file)) return ok(null)
  try {
    const kept = await writePrivate(path.join(path.dirname(file), `identity-${stamp}.json`), readFileSync(file))
    return kept.ok ? ok(null) : kept
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, file) }
  }
}
