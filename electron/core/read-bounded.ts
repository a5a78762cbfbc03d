import { Buffer } from 'node:buffer'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Why a file was not read: none, no plain file or no permission; larger than wanted; cut while it was being read. */
export type ReadProblem = 'unreadable' | 'tooLarge' | 'cut'

/** The bytes of a plain file of bounded size, whatever else stands under the name. Unit of `limit`: bytes. */
export async function readBounded(file: string, limit: number): Promise<Buffer | ReadProblem> {
  try {
    // Opened without waiting and then asked what it is: a pipe under the name would never answer.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const about = await handle.stat()
      if (!about.isFile()) return 'unreadable'
      if (about.size > limit) return 'tooLarge'
      const bytes = Buffer.alloc(about.size)
      let filled = 0
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled)
        if (bytesRead === 0) return 'cut'
        filled += bytesRead
      }
      return bytes
    } finally {
      await handle.close()
    }
  } catch {
    return 'unreadable'
  }
}
