import type { Context } from '../context'
import type { JobInput, JobName, JobOutput } from './jobs'
import { runJob } from './run-job'

/** Unit: milliseconds. */
const WRITING_TIMEOUT = 300_000

/** The bytes of documents, made in a worker thread. */
export async function documentBytes<Name extends JobName>(
  context: Context,
  job: Name,
  input: JobInput<Name>,
): Promise<JobOutput<Name>> {
  const outcome = await runJob(job, input, { workerFile: context.jobsFile, timeoutMs: WRITING_TIMEOUT })
  if (!outcome.ok) throw new Error(`${job} ended: ${outcome.reason}`)
  return outcome.output
}
