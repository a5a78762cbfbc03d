import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Unit: milliseconds of waiting between attempts, 5.1 s together: a virus scanner or an indexer lets go by then. */
const RETRY_WAITS = [10, 20, 40, 80, 160, 320, 640, 1280, 2560] as const
export const PATIENCE_MS: number = RETRY_WAITS.reduce((sum, pause) => sum + pause, 0)
export const BUSY_CODES: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** The system's code of a failure, `''` for anything else that was thrown. */
export function errorCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
}

/** Gives a file its name; a name that another program holds is tried again for as long as is said. */
export async function renamePatiently(from: string, to: string, patienceMs = PATIENCE_MS): Promise<void> {
  let waited = 0
  for (const pause of RETRY_WAITS) {
    try {
      await rename(from, to)
      return
    } catch (thrown) {
      if (!BUSY_CODES.has(errorCode(thrown)) || waited + pause > patienceMs) throw thrown
    }
    await wait(pause)
    waited += pause
  }
  await rename(from, to)
}

/** Makes what was written to a file durable. The handle must be one that writes: Windows refuses any other. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a new name itself durable; Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a small JSON file whole or not at all; durable before this returns. */
export async function writeJsonDurably(target: string, value: unknown): Promise<void> {
  const temporary = path.join(path.dirname(target), `.${randomBytes(8).toString('hex')}.tmp`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(JSON.stringify(value, null, 2))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renamePatiently(temporary, target)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => {})
    throw thrown
  }
  // The content is safe; a folder that cannot be synced is no reason to say that it is not.
  await syncFolder(path.dirname(target)).catch(() => {})
}

/** Unit: bytes of a file in memory at a time. */
export const FILE_PART = 1024 * 1024

/** SHA-256 of a file as lower-case hex; never more than a part of it is in memory. */
export async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file, { highWaterMark: FILE_PART })) hash.update(part as Uint8Array)
  return hash.digest('hex')
}
