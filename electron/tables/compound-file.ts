const END_OF_CHAIN = 0xfffffffe
const FREE = 0xffffffff
const MAX_SECTORS = 1 << 17

/** Reads the sector chain of an OLE compound file; null when it leaves the file or runs in a circle. */
function readChain(bytes: Buffer, first: number, size: number, table: readonly number[], limit: number): Buffer | null {
  const parts: Buffer[] = []
  let sector = first
  while (sector !== END_OF_CHAIN && parts.length < limit) {
    const offset = (sector + 1) * size
    if (sector >= MAX_SECTORS || offset >= bytes.length) return null
    parts.push(bytes.subarray(offset, offset + size))
    const next = table[sector]
    if (next === undefined || next === FREE) return null
    sector = next
  }
  return Buffer.concat(parts)
}

function readTable(bytes: Buffer, size: number): readonly number[] {
  const table: number[] = []
  for (let index = 0; index < 109; index += 1) {
    const sector = bytes.readUInt32LE(76 + index * 4)
    const offset = (sector + 1) * size
    if (sector >= MAX_SECTORS || offset + size > bytes.length) break
    for (let at = offset; at < offset + size; at += 4) table.push(bytes.readUInt32LE(at))
  }
  return table
}

interface StreamEntry {
  readonly name: string
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
}

function readEntries(directory: Buffer): readonly StreamEntry[] {
  const entries: StreamEntry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, directory.readUInt16LE(at + 64))
    entries.push({
      name: directory.toString('utf16le', at, at + Math.max(0, length - 2)),
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      start: directory.readUInt32LE(at + 116),
    })
  }
  return entries
}

/**
 * The names at the root of an OLE compound file (`Workbook`, `WordDocument`, `EncryptedPackage` …), which tell what
 * it is; what is embedded deeper does not count. Null when the directory cannot be followed.
 */
export function compoundFileNames(bytes: Buffer): readonly string[] | null {
  if (bytes.length < 512) return null
  const size = 1 << bytes.readUInt16LE(30)
  if (size !== 512 && size !== 4096) return null
  const directory = readChain(bytes, bytes.readUInt32LE(48), size, readTable(bytes, size), 4096)
  if (!directory) return null
  const entries = readEntries(directory)
  const names: string[] = []
  const seen = new Set<number>()
  const waiting = [entries[0]?.child ?? FREE]
  while (waiting.length > 0) {
    const index = waiting.pop() ?? FREE
    const entry = entries[index]
    if (!entry || seen.has(index)) continue
    seen.add(index)
    names.push(entry.name)
    waiting.push(entry.left, entry.right)
  }
  return names
}
