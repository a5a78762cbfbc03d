export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le'
}

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}

/** Byte order mark, then strict UTF-8, then strict GB18030; null when the bytes are none of these, or not text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes.subarray(0, 65_536).includes(0)) return null
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
}
