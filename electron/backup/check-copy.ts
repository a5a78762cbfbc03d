import type { Inspection } from '../../db/backup-check'
import type { Context } from '../context'
import { runJob } from '../jobs/run-job'
import { checkBackupJob, type CheckBackupInput } from './check-job'

/** Unit: bytes. A copy up to this is read through in a few milliseconds, less than a thread needs to start. */
const SMALL_COPY = 4 * 1024 * 1024
/** Unit: milliseconds; a slow stick with a large ledger. */
const CHECK_TIMEOUT = 30 * 60_000

/** Opens a copy and reads it through without keeping anybody waiting. Throws when it is not a whole store. */
export async function checkCopy(context: Pick<Context, 'jobsFile'>, input: CheckBackupInput): Promise<Inspection> {
  if (input.bytes <= SMALL_COPY) return checkBackupJob(input)
  const outcome = await runJob('checkBackup', input, { workerFile: context.jobsFile, timeoutMs: CHECK_TIMEOUT })
  if (!outcome.ok) throw new Error(`check ${outcome.reason}`)
  return outcome.output
}
