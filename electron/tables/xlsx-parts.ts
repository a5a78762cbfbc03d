import { Buffer } from 'node:buffer'
import type { Entry } from 'yauzl'
import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import { isPercentFormat } from './cell-text'
import { PROLOG_BYTES } from './limits'
import type { GuardedZip } from './zip-guard'

/** The XML parts of a workbook, inflated under guard into a container that holds them as they are. */
export interface XlsxParts {
  readonly container: Uint8Array
  /** Whether any number format shows percentages; only then the styles of the cells have to be read. */
  readonly hasPercentFormats: boolean
}

const LOCAL_HEADER = 30
const CENTRAL_HEADER = 46
const END_RECORD = 22
/** What a cell with content writes last, with or without a namespace prefix; formatting alone writes none of these. */
const VALUE_MARKS = ['</v>', ':v>', '</is>', ':is>', '<f', ':f '] as const

function isXml(entry: Entry): boolean {
  return /\.(?:xml|rels)$/i.test(entry.fileName)
}

async function inflateInto(zip: GuardedZip, entry: Entry, target: Buffer, offset: number): Promise<boolean> {
  let length = 0
  const isWhole = await zip.read(entry, (piece) => {
    piece.copy(target, offset + length)
    length += piece.length
    return length <= entry.uncompressedSize
  })
  return isWhole && length === entry.uncompressedSize
}

/**
 * Cuts the rows behind the last value, which formatting dragged to the end of the sheet leaves by the hundred thousand;
 * returns the new length.
 */
function cutEmptyRows(part: Buffer): number {
  const closeName = part.lastIndexOf('sheetData>')
  const close = closeName < 0 ? -1 : part.lastIndexOf('<', closeName)
  if (close < 0 || part[close + 1] !== 0x2f) return part.length
  const lastValue = Math.max(...VALUE_MARKS.map((mark) => part.lastIndexOf(mark, close)))
  const keep = lastValue < 0 ? part.indexOf('sheetData>') + 'sheetData>'.length : part.indexOf('row>', lastValue) + 4
  if (keep <= 4 || keep >= close) return part.length
  part.copyWithin(keep, close)
  return part.length - (close - keep)
}

/** Two known attacks (reading other files, expanding without end) both need a document type; no table program writes one. */
function declaresEntities(part: Buffer): boolean {
  // UTF-16 parts have a zero beside each letter.
  return /<!DOCTYPE|<!ENTITY/i.test(part.subarray(0, PROLOG_BYTES).toString('latin1').replaceAll('\0', ''))
}

function showsPercent(styles: Buffer): boolean {
  const text = styles.toString('utf8')
  const codes = Array.from(text.matchAll(/formatCode="([^"]*)"/g), (match) => match[1] ?? '')
  return /numFmtId="(?:9|10)"/.test(text) || codes.some((code) => isPercentFormat(code.replaceAll('&quot;', '"')))
}

/** Header fields shared by both places of a stored ZIP entry; a zero checksum means that yauzl has compared it. */
function writeFields(target: Buffer, at: number, size: number, nameLength: number): void {
  target.writeUInt16LE(20, at)
  target.writeUInt16LE(0x0800, at + 2)
  target.writeUInt32LE(size, at + 14)
  target.writeUInt32LE(size, at + 18)
  target.writeUInt16LE(nameLength, at + 22)
}

interface StoredPart {
  readonly name: Buffer
  readonly offset: number
  readonly size: number
}

function writeDirectory(target: Buffer, start: number, parts: readonly StoredPart[]): number {
  let at = start
  for (const part of parts) {
    target.fill(0, at, at + CENTRAL_HEADER)
    target.writeUInt32LE(0x02014b50, at)
    writeFields(target, at + 6, part.size, part.name.length)
    target.writeUInt32LE(part.offset, at + 42)
    part.name.copy(target, at + CENTRAL_HEADER)
    at += CENTRAL_HEADER + part.name.length
  }
  target.fill(0, at, at + END_RECORD)
  target.writeUInt32LE(0x06054b50, at)
  target.writeUInt16LE(parts.length, at + 8)
  target.writeUInt16LE(parts.length, at + 10)
  target.writeUInt32LE(at - start, at + 12)
  target.writeUInt32LE(start, at + 16)
  return at + END_RECORD
}

/**
 * Inflates the XML parts once, never past their declared sizes, without pictures and without empty rows. The parser
 * then has nothing left to inflate, so neither lies about sizes nor an old runtime's missing inflater reach it.
 */
export async function inflateXlsx(zip: GuardedZip): Promise<Result<XlsxParts>> {
  const entries = zip.entries.filter(isXml)
  const total = entries.reduce((sum, entry) => {
    return sum + entry.uncompressedSize + LOCAL_HEADER + CENTRAL_HEADER + 2 * Buffer.byteLength(entry.fileName)
  }, END_RECORD)
  const target = Buffer.allocUnsafeSlow(total)
  const parts: StoredPart[] = []
  let hasPercentFormats = false
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.fileName)
    const start = offset + LOCAL_HEADER + name.length
    if (!(await inflateInto(zip, entry, target, start))) return err('fileDamaged')
    const part = target.subarray(start, start + entry.uncompressedSize)
    if (declaresEntities(part)) return err('fileHasEntities')
    if (/(?:^|\/)styles\d*\.xml$/i.test(entry.fileName)) hasPercentFormats ||= showsPercent(part)
    const size = /worksheets\/[^/]+\.xml$/i.test(entry.fileName) ? cutEmptyRows(part) : part.length
    target.fill(0, offset, offset + LOCAL_HEADER)
    target.writeUInt32LE(0x04034b50, offset)
    writeFields(target, offset + 4, size, name.length)
    name.copy(target, offset + LOCAL_HEADER)
    parts.push({ name, offset, size })
    offset = start + size
  }
  const end = writeDirectory(target, offset, parts)
  return ok({ container: target.subarray(0, end), hasPercentFormats })
}
