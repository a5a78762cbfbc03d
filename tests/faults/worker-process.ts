import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { controlBytes } from './fault-control'
import type { Examined } from './examine'
import type { Answer, Order, Ran } from './worker'

const workerFile = path.resolve('out/faults-worker/index.cjs')
const libraryFile = path.resolve('out/faults/faultfs.so')

/** A process that does what it is told, until it is killed. */
export interface WorkerProcess {
  /** The answer, or null when the process ended instead. */
  readonly ask: (order: Order) => Promise<Answer | null>
  readonly end: () => Promise<void>
}

/** Starts a worker; with a folder whose calls are struck, or a clean one. */
export function startWorker(
  struck: { readonly folder: string; readonly control: string } | null,
  environment: Readonly<Record<string, string>> = {},
): WorkerProcess {
  if (struck) writeFileSync(struck.control, Buffer.alloc(controlBytes))
  const faults = struck && { LD_PRELOAD: libraryFile, FAULT_DIR: struck.folder, FAULT_CONTROL: struck.control }
  const child = spawn(process.execPath, [workerFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...faults, ...environment },
  })
  const ended = new Promise<null>((resolve) => child.once('exit', () => resolve(null)))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  // Writing to a process that was just killed is answered by its end.
  child.stdin.on('error', () => {})
  return {
    ask: async (order) => {
      child.stdin.write(`${JSON.stringify(order)}\n`)
      const next = await Promise.race([lines.next(), ended])
      if (next === null || next.done) return ended
      // The worker writes nothing else.
      return JSON.parse(next.value) as Answer
    },
    end: async () => {
      child.stdin.end()
      child.kill('SIGKILL')
      await ended
    },
  }
}

function broken(answer: Answer | null): Error {
  return new Error(answer !== null && 'broken' in answer ? answer.broken : 'the worker ended')
}

/** An answer that must be a look at a folder. */
export function asExamined(answer: Answer | null): Examined {
  if (answer !== null && 'leftovers' in answer) return answer
  throw broken(answer)
}

/** An answer that must be the end of an errand. */
export function asRan(answer: Answer | null): Ran {
  if (answer !== null && 'hits' in answer) return answer
  throw broken(answer)
}
