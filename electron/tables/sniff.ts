import type { Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import { compoundFileNames } from './compound-file'
import type { DecodedText } from './text-encoding'
import { decodeText } from './text-encoding'

/** What the first bytes say; a name's extension is never asked. */
export type Sniffed =
  | { readonly kind: 'zip' }
  | { readonly kind: 'xls' }
  | { readonly kind: 'html' | 'xml' | 'csv'; readonly decoded: DecodedText }

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((value, index) => bytes[index] === value)
}

function sniffCompoundFile(bytes: Buffer): Result<Sniffed> {
  const names = compoundFileNames(bytes)
  if (!names) return err('fileDamaged')
  if (names.includes('EncryptedPackage')) return err('fileEncrypted')
  if (names.includes('Workbook') || names.includes('Book')) return ok({ kind: 'xls' })
  if (names.includes('WordDocument')) return err('fileIsDocument', { format: 'Word' })
  if (names.includes('PowerPoint Document')) return err('fileIsDocument', { format: 'PowerPoint' })
  return err('fileNotWorkbook')
}

function sniffMarkup(decoded: DecodedText): Result<Sniffed> {
  const head = decoded.text.slice(0, 65_536)
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head) && /<(?:\w+:)?Workbook[\s>]/.test(head)) {
    if (/<!DOCTYPE|<!ENTITY/i.test(head)) return err('fileHasEntities')
    return ok({ kind: 'xml', decoded })
  }
  if (/<\?mso-application progid="Word/i.test(head)) return err('fileIsDocument', { format: 'Word' })
  if (/<table[\s>]/i.test(decoded.text)) return ok({ kind: 'html', decoded })
  return /<(?:!doctype html|html|head|body|meta|script|div)[\s>]/i.test(head)
    ? err('fileIsWebPage')
    : err('fileNotWorkbook')
}

function sniffText(bytes: Uint8Array): Result<Sniffed> {
  const decoded = decodeText(bytes)
  if (!decoded) return err('fileNotWorkbook')
  const start = decoded.text.slice(0, 4_096).trimStart()
  if (start === '') return err(decoded.text.trim() === '' ? 'fileNoRows' : 'fileNotWorkbook')
  if (start.startsWith('{\\rtf')) return err('fileIsDocument', { format: 'RTF' })
  if (/^MIME-Version:/i.test(start)) return err('fileIsWebPage')
  if (start.startsWith('<')) return sniffMarkup(decoded)
  return ok({ kind: 'csv', decoded })
}

/** Decides by content what the file is, or says why it is no table that can be read. */
export function sniff(bytes: Buffer): Result<Sniffed> {
  if (bytes.length === 0) return err('fileEmpty')
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return ok({ kind: 'zip' })
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return sniffCompoundFile(bytes)
  if (bytes.subarray(0, 16).includes('%PDF-')) return err('fileIsDocument', { format: 'PDF' })
  if (startsWith(bytes, 0x4d, 0x5a)) return err('fileNotWorkbook')
  // BIFF2, BIFF3 and BIFF4 begin with their own record, outside of any container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && (bytes[2] ?? 0) <= 8 && bytes[3] === 0) {
    return err('fileOldBiff')
  }
  return sniffText(bytes)
}
