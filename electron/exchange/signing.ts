import { Buffer } from 'node:buffer'
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign as signWithNode,
  verify as verifyWithNode,
} from 'node:crypto'
import type { SignatureSuite } from '../../shared/exchange/manifest'

/** Base64 of the 32 bytes of RFC 8032, or of the 65 bytes `04 x y` of GB/T 32918. */
export interface PublicKey {
  readonly suite: SignatureSuite
  readonly publicKey: string
}

/** With the 32 secret bytes in base64. */
export interface KeyPair extends PublicKey {
  readonly privateKey: string
}

interface Scheme {
  readonly makePrivate: () => Buffer
  readonly publicOf: (secret: Buffer) => Buffer
  readonly sign: (secret: Buffer, message: Uint8Array) => Buffer
  readonly verify: (publicKey: Buffer, message: Uint8Array, signature: Buffer) => boolean
}

// The frames of RFC 8410 around 32 bytes: the one form that every Electron takes.
const PRIVATE_FRAME = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_FRAME = Buffer.from('302a300506032b6570032100', 'hex')

const ed25519: Scheme = {
  makePrivate: () => randomBytes(32),
  publicOf: (secret) => createPublicKey(edPrivate(secret)).export({ format: 'der', type: 'spki' }).subarray(-32),
  sign: (secret, message) => signWithNode(null, message, edPrivate(secret)),
  verify: (publicKey, message, signature) =>
    verifyWithNode(
      null,
      message,
      createPublicKey({ key: Buffer.concat([PUBLIC_FRAME, publicKey]), format: 'der', type: 'spki' }),
      signature,
    ),
}

function edPrivate(secret: Buffer) {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_FRAME, secret]), format: 'der', type: 'pkcs8' })
}

/** Electron's crypto has no SM2. Loaded when it is needed, after the context has seen to the global randomness. */
async function sm2Scheme(): Promise<Scheme> {
  const { sm2 } = await import('sm-crypto-v2')
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
  return {
    makePrivate: () => Buffer.from(sm2.generateKeyPairHex().privateKey, 'hex'),
    publicOf: (secret) => Buffer.from(sm2.getPublicKeyFromPrivateKey(hex(secret)), 'hex'),
    sign: (secret, message) => Buffer.from(sm2.doSignature(message, hex(secret), { hash: true }), 'hex'),
    verify: (publicKey, message, signature) =>
      sm2.verifyPublicKey(hex(publicKey)) &&
      sm2.doVerifySignature(message, hex(signature), hex(publicKey), { hash: true }),
  }
}

async function schemeOf(suite: SignatureSuite): Promise<Scheme> {
  return suite === 'ed25519-sha256' ? ed25519 : sm2Scheme()
}

const publicKeyBytes: Readonly<Record<SignatureSuite, number>> = { 'ed25519-sha256': 32, 'sm2-sm3': 65 }
const SIGNATURE_BYTES = 64

/** Strict base64: one text for each value. Null for anything else. */
function fromBase64(text: string, length: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === length && bytes.toString('base64') === text ? bytes : null
}

/** The pair of given secret bytes. */
export async function keyPairOf(suite: SignatureSuite, secret: Buffer): Promise<KeyPair> {
  const scheme = await schemeOf(suite)
  return {
    suite,
    publicKey: scheme.publicOf(secret).toString('base64'),
    privateKey: secret.toString('base64'),
  }
}

/** A new pair from the system's randomness. */
export async function makeKeyPair(suite: SignatureSuite): Promise<KeyPair> {
  const scheme = await schemeOf(suite)
  return keyPairOf(suite, scheme.makePrivate())
}

/** The key's own name: the first 32 hexadecimal digits of SHA-256 over suite, line feed and public key as in the manifest. */
export function keyIdOf({ suite, publicKey }: PublicKey): string {
  return createHash('sha256').update(`${suite}\n${publicKey}`).digest('hex').slice(0, 32)
}

/** Signs; base64 of 64 bytes: R‖S of RFC 8032, or r‖s of GB/T 32918 with the usual signer's name 1234567812345678. */
export async function sign(key: KeyPair, message: Uint8Array): Promise<string> {
  const scheme = await schemeOf(key.suite)
  return scheme.sign(Buffer.from(key.privateKey, 'base64'), message).toString('base64')
}

/** Whether a signature is the key's over the message; false for anything that is no key or no signature. */
export async function verify(key: PublicKey, message: Uint8Array, signature: string): Promise<boolean> {
  const publicKey = fromBase64(key.publicKey, publicKeyBytes[key.suite])
  const bytes = fromBase64(signature, SIGNATURE_BYTES)
  if (!publicKey || !bytes) return false
  const scheme = await schemeOf(key.suite)
  try {
    return scheme.verify(publicKey, message, bytes)
  } catch {
    return false
  }
}

/** What is signed of a package: never the manifest alone, so that no other file of the key can pass for one. */
export function packageMessage(manifest: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('sizhua-package-v1\n'), manifest])
}

/** What the old key signs when a new one takes its place. */
export function successionMessage({ suite, publicKey }: PublicKey): Uint8Array {
  return Buffer.from(`sizhua-key-v1\n${suite}\n${publicKey}`)
}
