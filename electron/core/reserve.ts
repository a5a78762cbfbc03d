import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { refusalOfWrite } from '../../db/refusal'
import { ok, type Failure } from '../../shared/core/result'
import { fillFileAtomically } from './atomic-file'

const MEGABYTE = 1024 * 1024
/** Unit: bytes that are kept back for the day on which the disk is full. */
const RESERVE = 8 * MEGABYTE
/** It is not taken from a disk that has little more. */
const FREE_NEEDED = 4 * RESERVE

function reserveFile(dataFolder: string): string {
  return path.join(dataFolder, 'reserve.bin')
}

/** Keeps some space back where there is enough; real bytes, since some disks keep empty ones for nothing. */
export async function keepReserve(dataFolder: string): Promise<void> {
  const file = reserveFile(dataFolder)
  if (existsSync(file)) return
  const { bavail, bsize } = await statfs(dataFolder)
  if (bavail * bsize < FREE_NEEDED) return
  await fillFileAtomically(file, async (handle) => {
    for (let written = 0; written < RESERVE; written += MEGABYTE) await handle.writeFile(randomBytes(MEGABYTE))
    return ok(null)
  })
}

/** Gives the space back; whether there was any. */
function releaseReserve(dataFolder: string): boolean {
  const file = reserveFile(dataFolder)
  if (!existsSync(file)) return false
  try {
    rmSync(file)
    return true
  } catch {
    return false
  }
}

/**
 * Why a write failed, as `refusalOfWrite`; when the disk is full the space that was kept back is given to it first, so that
 * the next save goes through and everything can still be read.
 */
export function refusalWithReserve(dataFolder: string, cause: unknown): Failure | null {
  const refusal = refusalOfWrite(cause)
  const isFull = cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_FULL')
  return isFull && releaseReserve(dataFolder) ? { code: 'diskFullReserve', params: {} } : refusal
}
