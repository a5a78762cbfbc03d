import { randomBytes, createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { digestOfFile, FILE_PART, renamePatiently, syncFolder } from '../../db/durable-file'

/** The bytes that were copied are not those that were to be. */
export class NotProven extends Error {
  /** The source has changed; otherwise the target does not keep what is written to it. */
  readonly isSource: boolean
  constructor(isSource: boolean) {
    super(isSource ? 'source differs' : 'copy differs')
    this.isSource = isSource
  }
}

export function isSourceAltered(thrown: unknown): boolean {
  return thrown instanceof NotProven && thrown.isSource
}

async function copyThrough(source: string, temporary: string): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(temporary, 'wx')
  try {
    for await (const part of createReadStream(source, { highWaterMark: FILE_PART })) {
      hash.update(part as Uint8Array)
      await handle.writeFile(part as Uint8Array)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}

/**
 * Copies a file under its name only once it has been written, synced, opened again and read back with the digest that is
 * asked for: a stick that lies about its size is found here. Throws what the system says, or `NotProven`.
 */
export async function copyProven(source: string, target: string, sha256: string): Promise<void> {
  const folder = path.dirname(target)
  const temporary = path.join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  try {
    if ((await copyThrough(source, temporary)) !== sha256) throw new NotProven(true)
    if ((await digestOfFile(temporary)) !== sha256) throw new NotProven(false)
    await renamePatiently(temporary, target)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => {})
    throw thrown
  }
  // The content is safe; a folder that cannot be synced is no reason to say that it is not.
  await syncFolder(folder).catch(() => {})
}
