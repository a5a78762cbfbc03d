import { createHash } from 'node:crypto'

/** SHA-256 as lower-case hexadecimal, of UTF-8 text or of bytes. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
