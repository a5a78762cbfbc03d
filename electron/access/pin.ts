import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What a new PIN is kept with: 32 MiB and about a tenth of a second for each try. Source: reliability §4. */
const strength = { log2N: 15, r: 8, p: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32
const stored = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{16,64})\$([\w-]{32,128})$/

interface Strength {
  readonly log2N: number
  readonly r: number
  readonly p: number
}

function derive(secret: string, salt: Buffer, { log2N, r, p }: Strength, length: number): Promise<Buffer> {
  const N = 2 ** log2N
  return new Promise((resolve, reject) => {
    // Node's own limit is exactly what these parameters need, and refuses them.
    scrypt(secret, salt, length, { N, r, p, maxmem: 256 * N * r }, (cause, hash) => {
      if (cause) reject(cause)
      else resolve(hash)
    })
  })
}

/** A PIN or recovery code as it is kept: `scrypt$15$8$1$salt$hash`. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(secret, salt, strength, HASH_BYTES)
  const { log2N, r, p } = strength
  return ['scrypt', log2N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether it is the secret that was kept; `isOutdated` where it was kept with less than is usual now. */
export async function checkSecret(
  secret: string,
  kept: string,
): Promise<{ readonly isRight: boolean; readonly isOutdated: boolean }> {
  const [, log2N, r, p, salt, hash] = stored.exec(kept) ?? []
  const wanted = Buffer.from(hash ?? '', 'base64url')
  const own: Strength = { log2N: Number(log2N), r: Number(r), p: Number(p) }
  // A store that was tampered with must not make a try cost gigabytes.
  const isKnown = own.log2N >= 10 && own.log2N <= 20 && own.r >= 1 && own.r <= 16 && own.p >= 1 && own.p <= 4
  if (!isKnown || salt === undefined || wanted.length === 0) return { isRight: false, isOutdated: false }
  const given = await derive(secret, Buffer.from(salt, 'base64url'), own, wanted.length)
  const isOutdated = own.log2N < strength.log2N || own.r < strength.r || own.p < strength.p
  return { isRight: timingSafeEqual(given, wanted), isOutdated }
}
