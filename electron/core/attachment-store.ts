import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/core/result'
import { writeFileAtomically } from './atomic-file'

/** SHA-256 of bytes as lower-case hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function fileOf(dataFolder: string, sha256: string): string {
  return path.join(dataFolder, 'attachments', sha256.slice(0, 2), sha256)
}

/** Keeps bytes under their digest, before any row refers to them; the same bytes are kept once. */
export async function keepBytes(dataFolder: string, bytes: Uint8Array): Promise<Result<string>> {
  const sha256 = digestOf(bytes)
  const file = fileOf(dataFolder, sha256)
  if (existsSync(file)) return ok(sha256)
  try {
    mkdirSync(path.dirname(file), { recursive: true })
  } catch (cause) {
    return err('folderNotWritable', { folder: path.dirname(file), detail: codeOf(cause) })
  }
  const written = await writeFileAtomically(file, bytes)
  return written.ok ? ok(sha256) : written
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'error'
}

/** The bytes of an attachment; a missing or altered file is refused, never served. */
export function readKept(dataFolder: string, sha256: string, name: string): Result<Uint8Array<ArrayBuffer>> {
  const file = fileOf(dataFolder, sha256)
  if (!existsSync(file)) return err('attachmentMissing', { name, sha256: sha256.slice(0, 12) })
  const bytes = readFileSync(file)
  return digestOf(bytes) === sha256 ? ok(new Uint8Array(bytes)) : err('attachmentAltered', { name })
}

/** Where kept bytes lie; for reading an original again. */
export function keptFile(dataFolder: string, sha256: string): string {
  return fileOf(dataFolder, sha256)
}

/** Whether the bytes are there, without reading them. */
export function isKept(dataFolder: string, sha256: string): boolean {
  return existsSync(fileOf(dataFolder, sha256))
}
