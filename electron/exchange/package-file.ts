import { Buffer } from 'node:buffer'
import type { Store } from '../../db/access'
import { highestSentSequence } from '../../db/repositories/packages'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import { manifestSchema, packageFormat, packageVersion, type Manifest } from '../../shared/exchange/manifest'
import { packageDifferences, packageProblems } from '../../shared/terms/exchange-keys'
import type { Context } from '../context'
import { digestOf, readKept } from '../core/attachment-store'
import { decryptFile, encryptFile, envelopePath } from './encryption'
import { parseGuardedJson } from './guarded-json'
import type { Identity } from './identity-file'
import { changeIdentity } from './own-identity'
import { MAX_DATA_BYTES, MAX_MANIFEST_BYTES } from './package-limits'
import type { PackageDraft, ReadPackage, WrittenPackage } from './package-model'
import { readZip, type CheckedZip } from './read-zip'
import { keyIdOf, packageMessage, sign, successionMessage, verify } from './signing'
import { newerVersion } from './version-of'
import { writeZip, type ZipFileDraft } from './write-zip'

const manifestPath = 'manifest.json'
const signaturePath = 'manifest.sig'
const dataPath = 'data.json'
const attachmentPath = /^att\/([0-9a-f]{64})$/

/** The files of a draft, in the order in which a package holds them. */
function contentsOf(context: Context, draft: PackageDraft): Result<readonly ZipFileDraft[]> {
  const contents: ZipFileDraft[] = [
    { path: dataPath, bytes: Buffer.from(JSON.stringify(draft.payload)), isPacked: true },
  ]
  for (const { path, bytes } of draft.files) contents.push({ path, bytes, isPacked: true })
  for (const sha256 of draft.attachments) {
    const kept = readKept(context.dataFolder, sha256, sha256.slice(0, 12))
    if (!kept.ok) return kept
    contents.push({ path: `att/${sha256}`, bytes: kept.value, isPacked: false })
  }
  return ok(contents)
}

function manifestOf(
  context: Context,
  store: Store,
  draft: PackageDraft,
  identity: Identity,
  contents: readonly ZipFileDraft[],
): Result<Manifest> {
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const { kind, to, period, year, edition, checkCode, counts, ruleSet } = draft
  const keyId = keyIdOf(identity)
  return ok({
    format: packageFormat,
    version: { ...packageVersion },
    id: context.newId(),
    kind,
    from: { unit: bureau.name, mode: bureau.mode, device: identity.device, keyId },
    to,
    period,
    year,
    edition,
    sequence: Math.max(identity.sequence, highestSentSequence(store.read, keyId)) + 1,
    previous: identity.lastDigest,
    createdAt: context.now(),
    program: `sizhua ${context.versions.app}`,
    suite: identity.suite,
    publicKey: identity.publicKey,
    checkCode,
    counts: { ...counts },
    ruleSet,
    replaces: identity.replaces,
    entries: contents.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: digestOf(bytes) })),
  })
}

/**
 * Numbers, signs and writes a package. The sequence is used up, and kept with the key, before the bytes come back; with a
 * passphrase they are those of an encrypted file.
 */
export function writePackage(
  context: Context,
  store: Store,
  draft: PackageDraft,
  { passphrase }: { readonly passphrase: string | null },
): Promise<Result<WrittenPackage>> {
  const contents = contentsOf(context, draft)
  if (!contents.ok) return Promise.resolve(contents)
  return changeIdentity(context, store, async (identity) => {
    const manifest = manifestOf(context, store, draft, identity, contents.value)
    if (!manifest.ok) return manifest
    const raw = Buffer.from(JSON.stringify(manifest.value, null, 2))
    const signature = await sign(identity, packageMessage(raw))
    const zip = await writeZip([
      { path: manifestPath, bytes: raw, isPacked: true },
      { path: signaturePath, bytes: Buffer.from(signature), isPacked: true },
      ...contents.value,
    ])
    const bytes = passphrase === null ? zip : await encryptFile('package', zip, passphrase, identity.suite)
    const digest = digestOf(raw)
    return ok({
      identity: { ...identity, sequence: manifest.value.sequence, lastDigest: digest },
      value: { manifest: manifest.value, digest, bytes: new Uint8Array(bytes), isEncrypted: passphrase !== null },
    })
  })
}

interface PackageSource {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly passphrase: string | null
}

/** Whether bytes begin or end as a zip does; a damaged one is told from a file of another kind. */
function looksLikeZip(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')) || bytes.includes('sizhua:', -128, 'latin1')
  )
}

/**
 * Reads a package of a stranger and proves it: structure, seal, version, signature over the raw manifest, and size and digest
 * of every file. Nothing in it is believed for its name. Whether the signer is known is another question (`signerOf`).
 */
export async function readPackage({ fileName, bytes, passphrase }: PackageSource): Promise<Result<ReadPackage>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!looksLikeZip(file)) return err('packageNotOurs', { file: fileName })
  const zip = await readZip(fileName, file)
  if (!zip.ok) return zip
  if (!zip.value.parts.has(envelopePath)) return readPlain(fileName, zip.value, false)
  if (zip.value.seal === 'foreign') return broken(fileName, 'comment')
  if (passphrase === null) return err('packageEncrypted', { file: fileName })
  const plain = await decryptFile(fileName, zip.value, 'package', passphrase)
  if (!plain.ok) return plain
  const inner = await readZip(fileName, plain.value)
  return inner.ok ? readPlain(fileName, inner.value, true) : inner
}

function broken(file: string, problem: keyof typeof packageProblems): Result<never> {
  return err('packageBroken', { file, detail: packageProblems[problem] })
}

async function readPlain(fileName: string, zip: CheckedZip, isEncrypted: boolean): Promise<Result<ReadPackage>> {
  const part = zip.parts.get(manifestPath)
  if (!part) return err('packageNotOurs', { file: fileName })
  const raw = part.size <= MAX_MANIFEST_BYTES ? part.read() : null
  const json = raw === null ? undefined : parseGuardedJson(raw)
  const newer = newerVersion(fileName, json, packageFormat)
  if (newer) return { ok: false, error: newer }
  // A later version may seal otherwise; in ours a comment of somebody else has no place.
  if (zip.seal === 'foreign') return broken(fileName, 'comment')
  const parsed = manifestSchema.safeParse(json)
  if (raw === null || !parsed.success) return broken(fileName, 'manifest')
  const manifest = parsed.data

  const signed = await signatureState(fileName, zip, manifest, raw)
  if (!signed.ok) return signed
  const complete = checkEntries(fileName, zip, manifest)
  if (!complete.ok) return complete
  const data = zip.parts.get(dataPath)
  const payload = data === undefined ? null : payloadOf(data)
  if (payload === undefined) return broken(fileName, 'data')
  return ok({
    fileName,
    manifest,
    digest: digestOf(raw),
    isSigned: signed.value === 'signed',
    isEncrypted,
    payload,
    fileOf: (path) => {
      const bytes = manifest.entries.some((entry) => entry.path === path) ? zip.parts.get(path)?.read() : null
      return bytes ? ok(new Uint8Array(bytes)) : broken(fileName, 'missing')
    },
  })
}

function payloadOf({ size, read }: { readonly size: number; readonly read: () => Buffer | null }): unknown {
  const bytes = size <= MAX_DATA_BYTES ? read() : null
  return bytes === null ? undefined : parseGuardedJson(bytes)
}

/** Proves the signature over the bytes as they came, and that an old key really named this one its successor. */
async function signatureState(
  fileName: string,
  zip: CheckedZip,
  manifest: Manifest,
  raw: Buffer,
): Promise<Result<'signed' | 'unsigned'>> {
  const part = zip.parts.get(signaturePath)
  if (!part) return ok('unsigned')
  const signature = part.size <= 200 ? part.read()?.toString('latin1') : undefined
  if (signature === undefined) return broken(fileName, 'signature')
  const { from, replaces } = manifest
  const isSuccessor =
    replaces === null ||
    (keyIdOf(replaces) === replaces.keyId && (await verify(replaces, successionMessage(manifest), replaces.signature)))
  const isGenuine =
    keyIdOf(manifest) === from.keyId && isSuccessor && (await verify(manifest, packageMessage(raw), signature))
  return isGenuine ? ok('signed') : err('signatureWrong', { file: fileName })
}

/** Every file of the manifest is there as it says, and no other. */
function checkEntries(fileName: string, zip: CheckedZip, manifest: Manifest): Result<null> {
  const listed = new Set([manifestPath, signaturePath])
  for (const { path, size, sha256 } of manifest.entries) {
    const named = attachmentPath.exec(path)?.[1]
    if (listed.has(path) || (named !== undefined && named !== sha256)) return broken(fileName, 'manifest')
    listed.add(path)
    const part = zip.parts.get(path)
    if (!part) return broken(fileName, 'missing')
    const altered = (detail: string): Result<never> =>
      err('packageAltered', { file: fileName, detail: `${path}${detail}` })
    if (part.size !== size) return altered(packageDifferences.size)
    const bytes = part.read()
    if (bytes === null) return broken(fileName, 'entry')
    if (digestOf(bytes) !== sha256) return altered(packageDifferences.digest)
  }
  for (const path of zip.parts.keys())
    if (!listed.has(path)) return err('packageUnexpectedFile', { file: fileName, name: path.slice(0, 60) })
  return ok(null)
}
