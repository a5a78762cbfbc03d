import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { keyPairOf, sign, type KeyPair } from '../../../electron/exchange/signing'
import { writeZip, type ZipFileDraft } from '../../../electron/exchange/write-zip'
import type { Installation } from '../../../electron/context'
import type { Service } from '../../builders'

/** The publisher of these tests, and somebody else. */
export const publisher = await keyPairOf('ed25519-sha256', Buffer.alloc(32, 7))
export const stranger = await keyPairOf('ed25519-sha256', Buffer.alloc(32, 8))

/** Not a real one: nothing here runs it. Long enough that every part of the package has some bytes. */
export const installerBytes = Buffer.from(
  Array.from({ length: 20_000 }, (_, index) => (index * 7 + (index >> 5)) & 255),
)

export const here: Installation = {
  platform: 'linux',
  arch: 'x64',
  isPortable: false,
  publisherKeys: [publisher.publicKey],
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export const usualManifest = {
  format: 'sizhua-update',
  version: { major: 1, minor: 0 },
  program: '0.2.0',
  platform: 'linux',
  arch: 'x64',
  minimum: '0.1.0',
  schemaVersion: 99,
  notes: '一、整改台账可以按科室筛选。\n二、修正打印时的页边距。',
  installer: 'sizhua_0.2.0_amd64.deb',
  files: [{ path: 'sizhua_0.2.0_amd64.deb', size: installerBytes.length, sha256: digestOf(installerBytes) }],
}
type ManifestDraft = Readonly<Record<string, unknown>>

export interface UpdateDraft {
  readonly manifest?: ManifestDraft
  readonly signer?: KeyPair
  /** Replaces the signature over the manifest. */
  readonly signature?: string
  /** In place of the installer alone. */
  readonly files?: readonly ZipFileDraft[]
  /** Signed as something else of the same key would be. */
  readonly prefix?: string
}

/** The bytes of an update package that is right in everything the draft does not name. */
export async function updateBytes(draft: UpdateDraft = {}): Promise<Buffer> {
  const raw = Buffer.from(JSON.stringify({ ...usualManifest, ...draft.manifest }, null, 2))
  const message = Buffer.concat([Buffer.from(draft.prefix ?? 'sizhua-update-v1\0'), raw])
  const signature = draft.signature ?? (await sign(draft.signer ?? publisher, message))
  return writeZip([
    { path: 'update.json', bytes: raw, isPacked: true },
    { path: 'update.sig', bytes: Buffer.from(signature, 'latin1'), isPacked: false },
    ...(draft.files ?? [{ path: usualManifest.installer, bytes: installerBytes, isPacked: false }]),
  ])
}

export const usualName = '四抓台账更新_0.2.0_linux-x64.szupdate'

/** Writes a package where somebody would find it. */
export async function anUpdateFile(folder: string, draft: UpdateDraft = {}, name = usualName): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  writeFileSync(file, await updateBytes(draft))
  return file
}

/** As `shell.chooseFile` does: the window gets a token, the service the path. */
export function granted(service: Service, file: string): string {
  const token = service.context.newId()
  service.context.grants.set(token, file)
  return token
}

export function fileDigest(file: string): string {
  return digestOf(readFileSync(file))
}
