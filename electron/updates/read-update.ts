import type { Buffer } from 'node:buffer'
import path from 'node:path'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import type { UpdateManifest } from '../../shared/updates/manifest'
import { megabytes } from '../../shared/terms/exchange-keys'
import { tooLargeProblem, unsafeNameProblem, updateProblems } from '../../shared/terms/updates'
import { digestOf } from '../core/attachment-store'
import { readBounded } from '../core/read-bounded'
import { MAX_PACKAGE_BYTES } from '../exchange/package-limits'
import { readZip, type CheckedZip } from '../exchange/read-zip'
import { manifestName, MAX_MANIFEST, openManifest, SIGNATURE_LENGTH, signatureName } from './signed-manifest'

/** An update package that is whole and signed by one of the publisher's keys. */
export interface ReadUpdate {
  readonly fileName: string
  readonly manifest: UpdateManifest
  /** The bytes of `update.json` as they were signed. */
  readonly raw: Uint8Array
  readonly signature: string
  /** The publisher's key that signed. */
  readonly signedBy: string
  /** SHA-256 of `raw`: names this very package. */
  readonly digest: string
  readonly installer: Uint8Array
}

function broken(file: string, detail: string): Result<never> {
  return err('updateBroken', { file, detail })
}

async function bytesOf(file: string): Promise<Result<Buffer>> {
  const fileName = path.basename(file)
  const bytes = await readBounded(file, MAX_PACKAGE_BYTES)
  if (bytes === 'tooLarge') return broken(fileName, tooLargeProblem(megabytes(MAX_PACKAGE_BYTES)))
  if (bytes === 'cut') return broken(fileName, updateProblems.seal)
  return typeof bytes === 'string' ? err('fileNotReadable', { file: fileName }) : ok(bytes)
}

/** The zip reader speaks of packages for the ledger; here nothing is imported. */
function asUpdate(file: string, { code, params }: Failure): Failure {
  const detail =
    code === 'packageUnsafeName'
      ? unsafeNameProblem(String(params['name']))
      : code === 'packageTooLarge'
        ? tooLargeProblem(String(params['limit']))
        : String(params['detail'])
  return { code: 'updateBroken', params: { file, detail } }
}

/** The installer's bytes once every listed file has its size and digest and no other file is there. */
function installerOf(fileName: string, zip: CheckedZip, manifest: UpdateManifest): Result<Uint8Array> {
  if (zip.parts.size !== manifest.files.length + 2) return broken(fileName, updateProblems.unlisted)
  let installer: Uint8Array | null = null
  for (const { path: name, size, sha256 } of manifest.files) {
    const part = zip.parts.get(name)
    if (!part) return broken(fileName, updateProblems.missing)
    if (part.size !== size) return broken(fileName, updateProblems.size)
    const bytes = part.read()
    if (!bytes || digestOf(bytes) !== sha256) return broken(fileName, updateProblems.digest)
    if (name === manifest.installer) installer = bytes
  }
  return installer ? ok(installer) : broken(fileName, updateProblems.missing)
}

/** Reads a file from a stick and proves it; nothing is written, and nothing of it is believed before its signature is right. */
export async function readUpdate(file: string, keys: readonly string[]): Promise<Result<ReadUpdate>> {
  if (keys.length === 0) return err('updateNoKey')
  const fileName = path.basename(file)
  const bytes = await bytesOf(file)
  if (!bytes.ok) return bytes
  if (bytes.value.toString('latin1', 0, 2) !== 'PK') return err('updateNotOurs', { file: fileName })
  const zip = await readZip(fileName, bytes.value)
  if (!zip.ok) return { ok: false, error: asUpdate(fileName, zip.error) }
  const [about, signed] = [zip.value.parts.get(manifestName), zip.value.parts.get(signatureName)]
  if (!about) return err('updateNotOurs', { file: fileName })
  if (zip.value.seal !== 'whole') return broken(fileName, updateProblems.seal)
  const raw = about.size <= MAX_MANIFEST ? about.read() : null
  if (!raw) return broken(fileName, updateProblems.manifest)
  const signature = signed?.size === SIGNATURE_LENGTH ? (signed.read()?.toString('latin1') ?? '') : ''
  const opened = await openManifest(fileName, raw, signature, keys)
  if (!opened.ok) return opened
  const { manifest, signedBy } = opened.value
  const installer = installerOf(fileName, zip.value, manifest)
  if (!installer.ok) return installer
  return ok({ fileName, manifest, raw, signature, signedBy, digest: digestOf(raw), installer: installer.value })
}
