import { fingerprintWords } from '../terms/fingerprint-words'

/** A key as two people compare it on the phone. */
export interface Fingerprint {
  /** `4827-1936-…`: eight groups of four digits, 106 bits of the key's name. */
  readonly digits: string
  /** Eight words, for reading aloud: 64 bits of it. */
  readonly words: string
}

const GROUPS = 8

/** The fingerprint of a key by its name, 32 hexadecimal digits: of each two bytes four digits and one word. */
export function fingerprintOf(keyId: string): Fingerprint {
  const pairs = Array.from({ length: GROUPS }, (_, index) => Number.parseInt(keyId.slice(index * 4, index * 4 + 4), 16))
  return {
    digits: pairs.map((pair) => String(pair % 10_000).padStart(4, '0')).join('-'),
    words: pairs.map((pair) => fingerprintWords[(pair >> 8) ^ (pair & 0xff)] ?? '').join(' '),
  }
}
