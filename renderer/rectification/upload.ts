import { uploadPartBytes } from '../../shared/attachments/contract'

/** The three calls of an upload, so that it can be tried without a window. */
export interface UploadCalls {
  readonly begin: (input: { fileName: string; size: number }) => Promise<{ uploadId: string }>
  readonly append: (input: {
    uploadId: string
    offset: number
    bytes: Uint8Array<ArrayBuffer>
  }) => Promise<{ received: number }>
  readonly cancel: (input: { uploadId: string }) => Promise<unknown>
}

/** What of a file is needed: never the whole of it. */
export type UploadFile = Pick<File, 'name' | 'size' | 'slice'>

interface UploadOptions {
  readonly signal: AbortSignal
  /** Unit: bytes that the service has. */
  readonly onProgress: (received: number) => void
}

/** Sends a file part by part and gives the upload's id; null when it was stopped, and nothing of it is left. */
export async function uploadInParts(
  calls: UploadCalls,
  file: UploadFile,
  { signal, onProgress }: UploadOptions,
): Promise<string | null> {
  if (signal.aborted) return null
  const { uploadId } = await calls.begin({ fileName: file.name, size: file.size })
  try {
    for (let offset = 0; offset < file.size && !signal.aborted;) {
      const part = file.slice(offset, Math.min(file.size, offset + uploadPartBytes))
      const { received } = await calls.append({ uploadId, offset, bytes: new Uint8Array(await part.arrayBuffer()) })
      offset += part.size
      onProgress(received)
    }
  } catch (error) {
    // A refused part has ended the upload already, or this gives it up; the first failure is the one to say.
    await calls.cancel({ uploadId }).catch(() => undefined)
    throw error
  }
  if (!signal.aborted) return uploadId
  await calls.cancel({ uploadId })
  return null
}

/** Bytes in the unit that is easiest to read. Unit: bytes. */
export function sizeParts(size: number): { readonly figure: string; readonly unit: 'bytes' | 'kb' | 'mb' | 'gb' } {
  if (size < 1024) return { figure: String(size), unit: 'bytes' }
  if (size < 1024 ** 2) return { figure: String(Math.ceil(size / 1024)), unit: 'kb' }
  if (size < 1024 ** 3) return { figure: (size / 1024 ** 2).toFixed(1), unit: 'mb' }
  return { figure: (size / 1024 ** 3).toFixed(2), unit: 'gb' }
}
