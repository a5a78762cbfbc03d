import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import type { SignatureSuite } from '../../shared/exchange/manifest'
import { encryptedReadme, packageProblems } from '../../shared/terms/exchange-keys'
import { parseGuardedJson } from './guarded-json'
import { MAX_MANIFEST_BYTES } from './package-limits'
import type { CheckedZip } from './read-zip'
import { newerVersion } from './version-of'
import { writeZip } from './write-zip'

export const envelopePath = 'envelope.json'
const payloadPath = 'payload.bin'
const format = 'sizhua-envelope'
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Fixed in version 1: no file can make the reader work longer, or the writer less. */
const kdf = { name: 'scrypt', logN: 15, r: 8, p: 1 } as const
/** Unit: bytes. scrypt takes 128 · N · r, and Node's usual limit is exactly that. */
const SCRYPT_MEMORY = 64 * 1024 * 1024

const ciphers = ['aes-256-gcm', 'sm4-gcm'] as const
type Cipher = (typeof ciphers)[number]
const cipherOf: Readonly<Record<SignatureSuite, Cipher>> = { 'ed25519-sha256': 'aes-256-gcm', 'sm2-sm3': 'sm4-gcm' }
const keyBytes: Readonly<Record<Cipher, number>> = { 'aes-256-gcm': 32, 'sm4-gcm': 16 }

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes)

/** `envelope.json`; its raw bytes are authenticated together with the contents. */
const envelopeSchema = z.looseObject({
  format: z.literal(format),
  version: z.looseObject({ major: z.literal(1), minor: z.number().int().min(0) }),
  content: z.enum(['package', 'identity']),
  cipher: z.enum(ciphers),
  kdf: z.looseObject({
    name: z.literal(kdf.name),
    logN: z.literal(kdf.logN),
    r: z.literal(kdf.r),
    p: z.literal(kdf.p),
    salt: base64(SALT_BYTES),
  }),
  nonce: base64(NONCE_BYTES),
})
export type EnvelopeContent = z.infer<typeof envelopeSchema>['content']

/** The key of a passphrase; full-width and half-width letters count as the same. */
function keyOf(passphrase: string, salt: Buffer, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const cost = { N: 2 ** kdf.logN, r: kdf.r, p: kdf.p, maxmem: SCRYPT_MEMORY }
    scrypt(passphrase.normalize('NFKC'), salt, length, cost, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

interface Lock {
  readonly cipher: Cipher
  readonly key: Buffer
  readonly nonce: Buffer
  /** Authenticated, not encrypted. */
  readonly about: Buffer
}

/** Ciphertext with its tag behind it. SM4-GCM as in RFC 8998. */
export async function lock({ cipher, key, nonce, about }: Lock, plain: Uint8Array): Promise<Buffer> {
  if (cipher === 'sm4-gcm') {
    const { sm4 } = await import('sm-crypto-v2')
    const options = { mode: 'gcm', iv: nonce, associatedData: about, output: 'array', outputTag: true } as const
    const { output, tag = new Uint8Array() } = sm4.encrypt(plain, key, options)
    return Buffer.concat([output, tag])
  }
  const machine = createCipheriv(cipher, key, nonce, { authTagLength: TAG_BYTES }).setAAD(about)
  return Buffer.concat([machine.update(plain), machine.final(), machine.getAuthTag()])
}

/** The contents, or null when key, envelope or contents are not those that were locked. */
export async function unlock({ cipher, key, nonce, about }: Lock, locked: Buffer): Promise<Buffer | null> {
  if (locked.length < TAG_BYTES) return null
  const secret = locked.subarray(0, -TAG_BYTES)
  const tag = locked.subarray(-TAG_BYTES)
  try {
    if (cipher === 'sm4-gcm') {
      const { sm4 } = await import('sm-crypto-v2')
      return Buffer.from(
        sm4.decrypt(secret, key, { mode: 'gcm', iv: nonce, associatedData: about, output: 'array', tag }),
      )
    }
    const machine = createDecipheriv(cipher, key, nonce, { authTagLength: TAG_BYTES }).setAAD(about).setAuthTag(tag)
    return Buffer.concat([machine.update(secret), machine.final()])
  } catch {
    return null
  }
}

/** A sealed zip with a readable note, the envelope and the encrypted contents. */
export async function encryptFile(
  content: EnvelopeContent,
  plain: Uint8Array,
  passphrase: string,
  suite: SignatureSuite,
): Promise<Buffer> {
  const cipher = cipherOf[suite]
  const salt = randomBytes(SALT_BYTES)
  const nonce = randomBytes(NONCE_BYTES)
  const envelope: z.infer<typeof envelopeSchema> = {
    format,
    version: { major: 1, minor: 0 },
    content,
    cipher,
    kdf: { ...kdf, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
  }
  const about = Buffer.from(JSON.stringify(envelope, null, 2))
  const key = await keyOf(passphrase, salt, keyBytes[cipher])
  return writeZip([
    { path: encryptedReadme.path, bytes: Buffer.from(`\ufeff${encryptedReadme[content]}`), isPacked: true },
    { path: envelopePath, bytes: about, isPacked: true },
    { path: payloadPath, bytes: await lock({ cipher, key, nonce, about }, plain), isPacked: false },
  ])
}

/** Opens what `encryptFile` wrote; `passphraseWrong` when it does not fit. */
export async function decryptFile(
  fileName: string,
  zip: CheckedZip,
  wanted: EnvelopeContent,
  passphrase: string,
): Promise<Result<Buffer>> {
  const broken = err('packageBroken', { file: fileName, detail: packageProblems.envelope })
  const part = zip.parts.get(envelopePath)
  const about = part && part.size <= MAX_MANIFEST_BYTES ? part.read() : null
  const locked = zip.parts.get(payloadPath)?.read()
  if (!about || !locked) return broken
  const json = parseGuardedJson(about)
  const newer = newerVersion(fileName, json, format)
  if (newer) return { ok: false, error: newer }
  const envelope = envelopeSchema.safeParse(json)
  if (!envelope.success) return broken
  const { cipher, kdf: cost, nonce, content } = envelope.data
  if (content !== wanted) return err('packageNotOurs', { file: fileName })
  const key = await keyOf(passphrase, Buffer.from(cost.salt, 'base64'), keyBytes[cipher])
  const plain = await unlock({ cipher, key, nonce: Buffer.from(nonce, 'base64'), about }, locked)
  return plain ? ok(plain) : err('passphraseWrong', { file: fileName })
}
