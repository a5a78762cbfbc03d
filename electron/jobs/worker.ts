import type { TransferListItem } from 'node:worker_threads'
import { parentPort, workerData } from 'node:worker_threads'
import type { JobMessage, JobOrder } from './job-message'
import type { JobContext } from './job-progress'
import { jobs } from './jobs'

function send(message: JobMessage, transfer: readonly TransferListItem[] = []): void {
  parentPort?.postMessage(message, transfer)
}

/** Bytes at the top of an output change hands instead of being copied; a view into a shared pool cannot. */
function transferable(output: unknown): readonly ArrayBuffer[] {
  const values = typeof output === 'object' && output !== null ? [output, ...Object.values(output)] : []
  return values.flatMap((value: unknown) => {
    const isWhole = value instanceof Uint8Array && value.byteLength === value.buffer.byteLength
    return isWhole && value.buffer instanceof ArrayBuffer ? [value.buffer] : []
  })
}

async function run(order: JobOrder): Promise<void> {
  const known: Readonly<Record<string, (input: never, context: JobContext) => unknown>> = jobs
  const job = Object.hasOwn(known, order.name) ? known[order.name] : undefined
  if (!job) throw new Error(`unknown job ${order.name}`)
  // The typed call of `runJob` is the only sender, so the input fits its job.
  const output: unknown = await job(order.input as never, {
    report: (progress) => send({ kind: 'progress', progress }),
  })
  send({ kind: 'done', output }, transferable(output))
}

run(workerData as JobOrder).catch((thrown: unknown) => {
  send({ kind: 'failed', error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) })
})
