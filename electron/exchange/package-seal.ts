import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'

// The archive's own comment holds the digest of all bytes before it. A signature covers the contents; the seal covers
// headers, directory and times as well, so that no byte can change unseen, and tells a file cut short in words.

const MARK = 'sizhua:'
const SEAL_BYTES = MARK.length + 64
/** The end record without its comment; the comment's length is its last field. */
const END_RECORD_BYTES = 22

/** A comment of the right length, to be replaced by the seal once the zip stands. */
export const sealPlaceholder = MARK + '0'.repeat(64)

function sealOf(bytes: Uint8Array): string {
  return MARK + createHash('sha256').update(bytes.subarray(0, -SEAL_BYTES)).digest('hex')
}

/** Puts the seal over the placeholder at the end of a finished zip. */
export function seal(zip: Buffer): void {
  zip.write(sealOf(zip), zip.length - SEAL_BYTES, 'latin1')
}

/** `whole`: as written by this program; `none`: packed again by a tool that drops comments; `foreign`: somebody's comment. */
export type SealState = 'whole' | 'none' | 'foreign' | 'broken'

/** How the seal of a zip stands; `commentBytes` is the length of its archive comment. */
export function stateOfSeal(bytes: Buffer, commentBytes: number): SealState {
  if (commentBytes === 0) return 'none'
  const comment = bytes.subarray(bytes.length - commentBytes).toString('latin1')
  if (commentBytes !== SEAL_BYTES || !comment.startsWith(MARK)) return 'foreign'
  return comment === sealOf(bytes) ? 'whole' : 'broken'
}

/** Where the end record begins; the central directory ends there at the latest. */
export function endRecordOffset(bytes: Buffer, commentBytes: number): number {
  return bytes.length - commentBytes - END_RECORD_BYTES
}
