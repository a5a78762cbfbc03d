import { crc32, inflateRawSync } from 'node:zlib'

/** Whether a zip is there to its last byte and every file in it is what its checksum says. Not the product's own reader. */
export function isWholeZip(file: Buffer): boolean {
  try {
    const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
    if (end < 0 || end + 22 + file.readUInt16LE(end + 20) !== file.length) return false
    const count = file.readUInt16LE(end + 10)
    let at = file.readUInt32LE(end + 16)
    for (let index = 0; index < count; index += 1) {
      if (file.readUInt32LE(at) !== 0x02014b50) return false
      const [method, sum, packed] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 16), file.readUInt32LE(at + 20)]
      const local = file.readUInt32LE(at + 42)
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      const content = file.subarray(start, start + packed)
      if (crc32(method === 0 ? content : inflateRawSync(content)) !== sum) return false
      at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    }
    return true
  } catch {
    return false
  }
}
