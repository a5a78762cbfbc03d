import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { listOwnBackups, markDamaged, newestVerified } from '../../db/backup-files'
import type { BackupState } from '../../shared/backup/state'
import { err, ok, type Result } from '../../shared/core/result'
import type { Context } from '../context'
import { runJob } from '../jobs/run-job'
import { changeState } from './state'
import { backupTurn } from './take-backup'

type SelfTest = NonNullable<BackupState['selfTest']>

/** Unit: milliseconds. */
const TEST_TIMEOUT = 30 * 60_000
/** The copy, and what opening it may write. */
const SIZES_NEEDED = 3
const MEGABYTE = 1024 * 1024
/** What says that there was no room or no time for the trial, and nothing about the backup. */
const notTested: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'diskFull', 'EACCES', 'EROFS'])

async function test(context: Context): Promise<Result<SelfTest>> {
  const { dataFolder } = context
  const newest = newestVerified(await listOwnBackups(dataFolder))
  if (!newest?.side) return err('backupNotFound')
  const { bavail, bsize } = await statfs(dataFolder)
  const needed = SIZES_NEEDED * newest.bytes
  if (bavail * bsize < needed)
    return err('backupNeedsSpace', {
      needed: Math.ceil(needed / MEGABYTE),
      free: Math.floor((bavail * bsize) / MEGABYTE),
    })
  const input = {
    file: newest.file,
    side: newest.side,
    // Cleared at the next start should the program end meanwhile.
    folder: path.join(dataFolder, 'staging', `self-test-${context.newId()}`),
    attachmentsFolder: path.join(dataFolder, 'attachments'),
    now: context.now(),
  }
  const outcome = await runJob('testRestore', input, { workerFile: context.jobsFile, timeoutMs: TEST_TIMEOUT })
  const problem = outcome.ok ? outcome.output : outcome.reason
  if (problem !== null && (notTested.has(problem) || !outcome.ok)) return err('backupFailed', { detail: problem })
  const selfTest = { at: context.now(), name: newest.name, isGood: problem === null }
  if (problem !== null) await markDamaged(newest.file, true).catch(() => {})
  await changeState(context, (state) => ({ ...state, selfTest }))
  context.announce(['backup'])
  return ok(selfTest)
}

/** The monthly trial: the newest backup is restored into a folder of its own, opened, compared and removed again. */
export function selfTestBackups(context: Context): Promise<Result<SelfTest>> {
  // In turn, so that what is being tested is not removed meanwhile.
  return backupTurn(context, () => test(context))
}
