import { Buffer } from 'node:buffer'
import type { Entry, ZipFile } from 'yauzl'
import type { Failure, Result } from '../../shared/core/result'
import { err, ok } from '../../shared/core/result'
import { listEntries, openZip } from '../core/zip-directory'
import {
  MAX_ENTRY_BYTES,
  MAX_INFLATED_BYTES,
  MAX_RATIO,
  MAX_ZIP_ENTRIES,
  PROLOG_BYTES,
  RATIO_FREE_BYTES,
} from './limits'

/** A ZIP whose directory was checked: nothing of it has been inflated beyond the caps. */
export interface GuardedZip {
  readonly entries: readonly Entry[]
  /** Inflates one entry piece by piece, never past its declared size; `take` returns false to stop. */
  readonly read: (entry: Entry, take: (piece: Buffer) => boolean) => Promise<boolean>
}

const DATA_DESCRIPTOR = 8
const ENCRYPTED = 1

function checkEntry(entry: Entry): Failure | null {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return { code: 'fileEncrypted', params: {} }
  if (entry.fileName.endsWith('/')) return null
  const isSilentAboutSize =
    (entry.compressedSize === 0 && (entry.generalPurposeBitFlag & DATA_DESCRIPTOR) !== 0) ||
    (entry.uncompressedSize === 0 && entry.compressedSize > 2)
  // A reader would then trust the local header, or nothing: such a directory has no limit.
  if (isSilentAboutSize) return { code: 'fileDamaged', params: {} }
  if (entry.uncompressedSize > MAX_ENTRY_BYTES) return { code: 'fileExpandsTooMuch', params: {} }
  const isDense = entry.uncompressedSize > RATIO_FREE_BYTES && entry.uncompressedSize > entry.compressedSize * MAX_RATIO
  return isDense ? { code: 'fileExpandsTooMuch', params: {} } : null
}

function reader(zip: ZipFile): GuardedZip['read'] {
  return (entry, take) =>
    new Promise((resolve) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) {
          resolve(false)
          return
        }
        stream.on('data', (piece: Buffer) => {
          if (!take(piece)) {
            resolve(true)
            stream.destroy()
          }
        })
        stream.on('end', () => resolve(true))
        // yauzl ends here when the data is damaged or larger than the directory says.
        stream.on('error', () => resolve(false))
      })
    })
}

/** Checks the central directory (count, sizes, ratio, names, encryption) before anything is inflated. */
export async function openGuardedZip(bytes: Buffer): Promise<Result<GuardedZip>> {
  const zip = await openZip(bytes, { validateEntrySizes: true })
  if (!zip) return err('fileDamaged')
  if (zip.entryCount > MAX_ZIP_ENTRIES) return err('fileExpandsTooMuch')
  const entries = await listEntries(zip)
  if (!entries) return err('fileDamaged')
  let total = 0
  for (const entry of entries) {
    const failure = checkEntry(entry)
    if (failure) return { ok: false, error: failure }
    total += entry.uncompressedSize
  }
  return total > MAX_INFLATED_BYTES ? err('fileExpandsTooMuch') : ok({ entries, read: reader(zip) })
}

/** The first bytes of an entry as text; null when it is damaged. */
export async function readProlog(zip: GuardedZip, entry: Entry): Promise<string | null> {
  const pieces: Buffer[] = []
  let length = 0
  const isWhole = await zip.read(entry, (piece) => {
    pieces.push(piece)
    length += piece.length
    return length < PROLOG_BYTES
  })
  return isWhole ? Buffer.concat(pieces).subarray(0, PROLOG_BYTES).toString('latin1') : null
}
