import type { Buffer } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'
import type { Entry } from 'yauzl'
import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import { isSafeName, nameKey } from '../../shared/exchange/package-names'
import { megabytes, packageProblems } from '../../shared/terms/exchange-keys'
import { listEntries, openZip } from '../core/zip-directory'
import { decodeText } from '../tables/text-encoding'
import {
  INFLATE_PIECE,
  MAX_ENTRY_BYTES,
  MAX_INFLATED_BYTES,
  MAX_PACKAGE_BYTES,
  MAX_PACKAGE_ENTRIES,
  MAX_RATIO,
  RATIO_FREE_BYTES,
} from './package-limits'
import { endRecordOffset, stateOfSeal, type SealState } from './package-seal'

/** One file of a checked zip; nothing of it is kept inflated. */
export interface ZipPart {
  readonly path: string
  /** Unit: bytes, as declared. */
  readonly size: number
  /** The contents, exactly of that size; null when they are damaged. */
  readonly read: () => Buffer | null
}

export interface CheckedZip {
  readonly seal: Exclude<SealState, 'broken'>
  readonly parts: ReadonlyMap<string, ZipPart>
}

const LOCAL_HEADER_BYTES = 30
const LOCAL_SIGNATURE = 0x04034b50
const ENCRYPTED = 1
const SIZES_FOLLOW = 8
const NAME_IS_UTF8 = 0x800
const STORED = 0
const DEFLATED = 8
const UNICODE_NAME = 0x7075
const FORMAT_BITS = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000
/** Stands in place of a size that is kept elsewhere; packages are far below it. */
const ZIP64 = 0xffffffff

/** A name as its tool meant it: UTF-8, the Unicode name that some add, else GBK. Null when it is none of these. */
function nameOf(entry: Entry): string | null {
  const better = entry.extraFields.find(({ id, data }) => id === UNICODE_NAME && data.length > 5 && data[0] === 1)
  const raw = better ? better.data.subarray(5) : entry.fileNameRaw
  const decoded = decodeText(raw)
  const mustBeUtf8 = better !== undefined || (entry.generalPurposeBitFlag & NAME_IS_UTF8) !== 0
  return !decoded || (mustBeUtf8 && decoded.encoding !== 'utf-8') ? null : decoded.text
}

/** A folder's own entry, as other tools write them; it holds nothing. */
function isFolder(entry: Entry, name: string): boolean {
  return name.endsWith('/') && entry.uncompressedSize === 0
}

/** Symlinks and devices: only files and folders belong into a package. */
function isSpecial(entry: Entry): boolean {
  const format = (entry.externalFileAttributes >>> 16) & FORMAT_BITS
  return format !== 0 && format !== REGULAR && format !== FOLDER
}

function isTooLarge(entry: Entry): boolean {
  const { uncompressedSize: size, compressedSize: packed } = entry
  return size > MAX_ENTRY_BYTES || (size > RATIO_FREE_BYTES && size > packed * MAX_RATIO)
}

/** Where the contents begin, when the header before them says the same as the directory; null when it does not. */
function contentsOffset(bytes: Buffer, entry: Entry, end: number): number | null {
  const at = entry.relativeOffsetOfLocalHeader
  if (at + LOCAL_HEADER_BYTES > end || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) return null
  const flags = bytes.readUInt16LE(at + 6)
  const isMethodSame = bytes.readUInt16LE(at + 8) === entry.compressionMethod
  const doSizesFollow = (flags & SIZES_FOLLOW) !== 0
  const areSizesSame =
    doSizesFollow ||
    (bytes.readUInt32LE(at + 14) === entry.crc32 &&
      [ZIP64, entry.compressedSize].includes(bytes.readUInt32LE(at + 18)) &&
      [ZIP64, entry.uncompressedSize].includes(bytes.readUInt32LE(at + 22)))
  const nameBytes = bytes.readUInt16LE(at + 26)
  const nameAt = at + LOCAL_HEADER_BYTES
  const isNameSame = bytes.subarray(nameAt, nameAt + nameBytes).equals(entry.fileNameRaw)
  const from = nameAt + nameBytes + bytes.readUInt16LE(at + 28)
  const isEncrypted = (flags & ENCRYPTED) !== 0
  return isMethodSame && areSizesSame && isNameSame && !isEncrypted && from + entry.compressedSize <= end ? from : null
}

function reader(bytes: Buffer, entry: Entry, from: number): ZipPart['read'] {
  const packed = bytes.subarray(from, from + entry.compressedSize)
  return () => {
    if (entry.compressionMethod === STORED) return packed
    try {
      // One byte more than declared is an error already: nothing inflates past what the directory says.
      const contents = inflateRawSync(packed, {
        maxOutputLength: Math.max(1, entry.uncompressedSize),
        chunkSize: Math.min(entry.uncompressedSize + 64, INFLATE_PIECE),
      })
      return contents.length === entry.uncompressedSize ? contents : null
    } catch {
      return null
    }
  }
}

/** Whether no two entries share bytes: overlapping ones expand without end. */
function areApart(spans: readonly { readonly from: number; readonly to: number }[]): boolean {
  const sorted = spans.toSorted((a, b) => a.from - b.from)
  return sorted.every((span, index) => span.from >= (sorted[index - 1]?.to ?? 0))
}

/** The folder that somebody packed instead of what is in it; '' when the files lie in the root. */
function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths
  const folder = first.slice(0, first.indexOf('/') + 1)
  const isCommon = folder !== '' && folder !== 'att/' && paths.every((path) => path.startsWith(folder))
  return isCommon ? folder : ''
}

/**
 * Checks a zip without inflating anything: whole directory, headers that agree with it, safe and different names, bounded
 * sizes, and the seal. `fileName` is only for the words of a refusal.
 */
export async function readZip(fileName: string, bytes: Buffer): Promise<Result<CheckedZip>> {
  const broken = (problem: keyof typeof packageProblems): Result<never> =>
    err('packageBroken', { file: fileName, detail: packageProblems[problem] })
  const tooLarge = (limit: number): Result<never> => err('packageTooLarge', { file: fileName, limit: megabytes(limit) })
  if (bytes.length > MAX_PACKAGE_BYTES) return tooLarge(MAX_PACKAGE_BYTES)
  // Names are decoded here: other tools write them in GBK.
  const zip = await openZip(bytes, { decodeStrings: false })
  if (!zip) return broken('directory')
  const commentBytes = zip.comment.length
  const seal = stateOfSeal(bytes, commentBytes)
  if (seal === 'broken') return broken('seal')
  if (zip.entryCount > MAX_PACKAGE_ENTRIES) return tooLarge(MAX_INFLATED_BYTES)
  const entries = await listEntries(zip)
  if (!entries) return broken('directory')

  const end = endRecordOffset(bytes, commentBytes)
  const spans: { from: number; to: number }[] = []
  const found: ZipPart[] = []
  let total = 0
  for (const entry of entries) {
    const name = nameOf(entry)
    const path = name !== null && isFolder(entry, name) ? name.slice(0, -1) : name
    if (path === null || !isSafeName(path) || isSpecial(entry))
      return err('packageUnsafeName', { file: fileName, name: printable(name ?? '') })
    total += entry.uncompressedSize
    if (isTooLarge(entry) || total > MAX_INFLATED_BYTES) return tooLarge(MAX_INFLATED_BYTES)
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return broken('method')
    const from = contentsOffset(bytes, entry, end)
    if (from === null) return broken('directory')
    spans.push({ from: entry.relativeOffsetOfLocalHeader, to: from + entry.compressedSize })
    if (path === name) found.push({ path, size: entry.uncompressedSize, read: reader(bytes, entry, from) })
  }
  if (!areApart(spans)) return broken('directory')
  const folder = seal === 'whole' ? '' : commonFolder(found.map(({ path }) => path))
  const parts = new Map<string, ZipPart>()
  const keys = new Set<string>()
  for (const part of found) {
    const path = part.path.slice(folder.length)
    if (keys.has(nameKey(path))) return err('packageUnsafeName', { file: fileName, name: printable(path) })
    keys.add(nameKey(path))
    parts.set(path, { ...part, path })
  }
  return ok({ seal, parts })
}

/** A stranger's name as it can be shown. */
function printable(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '�').slice(0, 60)
}
