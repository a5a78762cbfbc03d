import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Failure, type Result } from '../../shared/core/result'
import type { Context } from '../context'
import { writeFailure } from '../core/atomic-file'
import { keepFile } from '../core/attachment-store'
import type { Upload } from './open-uploads'

function incomingFolder(dataFolder: string): string {
  return path.join(dataFolder, 'attachments', '.incoming')
}

/** Removes what uploads left behind when the program was ended in the middle of them. */
export function clearIncoming({ dataFolder }: Pick<Context, 'dataFolder'>): void {
  try {
    rmSync(incomingFolder(dataFolder), { recursive: true, force: true })
  } catch {
    // Held by another program: the next start tries again.
  }
}

/** Whether the disk has room; a file system that does not say is tried. */
async function hasRoom(folder: string, size: number): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return size <= bavail * bsize
  } catch {
    return true
  }
}

/** Starts a file of a known size. */
export async function beginUpload(
  context: Context,
  { fileName, size }: Pick<Upload, 'fileName' | 'size'>,
): Promise<Result<{ uploadId: string }>> {
  const folder = incomingFolder(context.dataFolder)
  const uploadId = context.newId()
  const file = path.join(folder, uploadId)
  try {
    await mkdir(folder, { recursive: true })
    if (!(await hasRoom(folder, size))) return err('diskFull', { detail: 'statfs', file: fileName })
    await (await open(file, 'wx')).close()
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, file) }
  }
  context.uploads.set(uploadId, { fileName, size, file, hash: createHash('sha256'), received: 0 })
  return ok({ uploadId })
}

/** Gives an upload up; nothing of it stays. */
export async function dropUpload(context: Context, uploadId: string): Promise<void> {
  const upload = context.uploads.get(uploadId)
  context.uploads.delete(uploadId)
  if (upload) await removed(upload.file)
}

/** Takes a file of the incoming folder away; one that another program holds goes at the next start. */
async function removed(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => {})
}

async function refuse(context: Context, uploadId: string, error: Failure): Promise<Result<never>> {
  await dropUpload(context, uploadId)
  return { ok: false, error }
}

async function writeAt(file: string, bytes: Uint8Array, offset: number): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    for (let written = 0; written < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, offset + written)
      written += bytesWritten
    }
  } finally {
    await handle.close()
  }
}

/** Adds the next part. A part out of order, one that goes beyond the size, and a full disk end the upload. */
export async function appendToUpload(
  context: Context,
  { uploadId, offset, bytes }: { readonly uploadId: string; readonly offset: number; readonly bytes: Uint8Array },
): Promise<Result<{ received: number }>> {
  const upload = context.uploads.get(uploadId)
  if (!upload) return err('uploadGone')
  const received = offset + bytes.length
  if (offset !== upload.received || received > upload.size)
    return refuse(context, uploadId, { code: 'uploadOutOfOrder', params: {} })
  // Before anything is waited for, so that a part that comes meanwhile is judged rightly.
  upload.hash.update(bytes)
  context.uploads.set(uploadId, { ...upload, received })
  try {
    await writeAt(upload.file, bytes, offset)
  } catch (thrown) {
    // Given up while it was written, or really not written.
    if (!context.uploads.has(uploadId)) return err('uploadGone')
    return refuse(context, uploadId, writeFailure(thrown, upload.file))
  }
  return context.uploads.has(uploadId) ? ok({ received }) : err('uploadGone')
}

async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file that is kept under its digest and waits for the row that refers to it. */
export interface KeptUpload {
  readonly fileName: string
  readonly sha256: string
  /** Unit: bytes. */
  readonly size: number
  /** No such bytes were kept before. */
  readonly isNew: boolean
}

/** Ends an upload: what came is whole, on the disk, and kept once under its digest. Refused, it leaves nothing. */
export async function finishUpload(context: Context, uploadId: string): Promise<Result<KeptUpload>> {
  const upload = context.uploads.get(uploadId)
  if (!upload) return err('uploadGone')
  const { fileName, size, file, received } = upload
  if (received !== size) return refuse(context, uploadId, { code: 'uploadGone', params: {} })
  context.uploads.delete(uploadId)
  try {
    await synced(file)
  } catch (thrown) {
    await removed(file)
    return { ok: false, error: writeFailure(thrown, file) }
  }
  const sha256 = upload.hash.digest('hex')
  const kept = await keepFile(context.dataFolder, file, sha256)
  return kept.ok ? ok({ fileName, sha256, size, isNew: kept.value.isNew }) : kept
}
