import { Worker } from 'node:worker_threads'
import type { JobMessage, JobOrder } from './job-message'
import type { JobProgress } from './job-progress'
import type { JobInput, JobName, JobOutput } from './jobs'

export interface RunJobOptions {
  /** The bundled worker entry. */
  readonly workerFile: string
  readonly signal?: AbortSignal | undefined
  /** Unit: milliseconds. */
  readonly timeoutMs?: number | undefined
  /** Unit: MiB of the worker's heap; past it the worker ends, not this process. */
  readonly memoryMb?: number | undefined
  readonly onProgress?: ((progress: JobProgress) => void) | undefined
}

/** How a job ended; a job that throws is a bug and rejects instead. */
export type JobOutcome<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly reason: 'cancelled' | 'timedOut' | 'outOfMemory' }

const DEFAULT_TIMEOUT_MS = 60_000
const DEFAULT_MEMORY_MB = 1_024
const YOUNG_GENERATION_MB = 64

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** Runs one job in a worker thread of its own and ends the thread whatever happens: done, cancelled, too long, too big. */
export function runJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: RunJobOptions,
): Promise<JobOutcome<JobOutput<Name>>> {
  const { signal, timeoutMs = DEFAULT_TIMEOUT_MS, memoryMb = DEFAULT_MEMORY_MB } = options
  if (signal?.aborted) return Promise.resolve({ ok: false, reason: 'cancelled' })
  return new Promise((resolve, reject) => {
    const order: JobOrder = { name, input }
    const worker = new Worker(options.workerFile, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    })
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      worker.removeAllListeners()
      // Late errors of a thread that is being ended concern nobody.
      worker.on('error', () => {})
      void worker.terminate().then(settle, settle)
    }
    const give = (outcome: JobOutcome<JobOutput<Name>>): void => end(() => resolve(outcome))
    const fail = (error: Error): void => end(() => reject(error))
    const cancel = (): void => give({ ok: false, reason: 'cancelled' })
    const timer = setTimeout(() => give({ ok: false, reason: 'timedOut' }), timeoutMs)
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: JobMessage) => {
      if (message.kind === 'progress') options.onProgress?.(message.progress)
      // The job table types what a job of this name returns.
      else if (message.kind === 'done') give({ ok: true, output: message.output as JobOutput<Name> })
      else fail(new Error(`job ${name} failed: ${message.error}`))
    })
    worker.on('messageerror', (error) => fail(error))
    worker.on('error', (error) =>
      isOutOfMemory(error)
        ? give({ ok: false, reason: 'outOfMemory' })
        : fail(new Error(`job ${name} crashed`, { cause: error })),
    )
    worker.on('exit', (code) => fail(new Error(`job ${name} ended with code ${code} and no result`)))
  })
}
