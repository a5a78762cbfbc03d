import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/core/result'

/** The bytes of the file; one that is too large is refused before it is read. */
export function readInput(file: string, limit: number): Result<Uint8Array> {
  const info = statSync(file, { throwIfNoEntry: false })
  if (!info) return err('fileNotFound', { file })
  if (!info.isFile()) return err('fileNotReadable', { file: path.basename(file) })
  if (info.size > limit) return err('fileTooLarge', { size: megabytes(info.size), limit: megabytes(limit) })
  try {
    return ok(readFileSync(file))
  } catch {
    return err('fileNotReadable', { file: path.basename(file) })
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`
}
