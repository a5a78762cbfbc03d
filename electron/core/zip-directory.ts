import type { Buffer } from 'node:buffer'
import { fromBuffer, type Entry, type Options, type ZipFile } from 'yauzl'

/** Opens a ZIP in memory without reading an entry; null when it is none. */
export function openZip(
  bytes: Buffer,
  options: Pick<Options, 'decodeStrings' | 'validateEntrySizes'>,
): Promise<ZipFile | null> {
  return new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: true, ...options }, (error, zip) => resolve(error ? null : zip))
  })
}

/** Every entry of the directory; null when it is damaged, or where names are decoded and one leads out of the archive. */
export function listEntries(zip: ZipFile): Promise<readonly Entry[] | null> {
  return new Promise((resolve) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => resolve(null))
    zip.readEntry()
  })
}
