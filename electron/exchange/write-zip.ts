import { Buffer } from 'node:buffer'
import { ZipFile } from 'yazl'
import { seal, sealPlaceholder } from './package-seal'

export interface ZipFileDraft {
  readonly path: string
  readonly bytes: Uint8Array
  /** False for what is packed already, such as photos. */
  readonly isPacked: boolean
}

/** Every entry bears this time: the same contents give the same bytes on every PC. */
const FIXED_TIME = new Date(2000, 0, 1)
const FILE_MODE = 0o100644

function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => resolve(Buffer.concat(pieces)))
    stream.on('error', reject)
  })
}

/** A sealed zip with the files in the given order. */
export async function writeZip(files: readonly ZipFileDraft[]): Promise<Buffer> {
  const zip = new ZipFile()
  const written = bytesOf(zip.outputStream)
  for (const { path, bytes, isPacked } of files)
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, {
      mtime: FIXED_TIME,
      mode: FILE_MODE,
      forceDosTimestamp: true,
      compress: isPacked,
    })
  zip.end({ forceZip64Format: false, comment: sealPlaceholder })
  const bytes = await written
  seal(bytes)
  return bytes
}
