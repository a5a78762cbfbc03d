import { Worker } from 'node:worker_threads'
import type { Need } from '../shared/ipc/procedure'
import type { FromService, ServiceStart, ToService } from './service-message'

/** The main process's side of the service thread. */
export interface Service {
  readonly send: (message: ToService) => void
  readonly ready: Promise<void>
  /** The most that whoever sits here may do; nothing before the service has told. */
  readonly level: () => Need
  /** The path behind a token that the service gave out. */
  readonly resolve: (token: string) => Promise<string | null>
  /** Checkpoints and closes the store. */
  readonly close: () => Promise<void>
}

/** Starts the thread that owns the store. */
export function startService(
  file: string,
  start: ServiceStart,
  listen: {
    readonly onReply: (page: number, reply: unknown) => void
    readonly onAnnounce: (rooms: readonly string[]) => void
    readonly onFailure: (cause: Error) => void
  },
): Service {
  const worker = new Worker(file, { workerData: start })
  const asked = new Map<number, (path: string | null) => void>()
  let nextAsk = 1
  let level: Need = 'open'
  let markReady: () => void = () => {}
  const ready = new Promise<void>((resolve) => (markReady = resolve))
  let markClosed: () => void = () => {}
  const closed = new Promise<void>((resolve) => (markClosed = resolve))
  worker.on('message', (message: FromService) => {
    switch (message.kind) {
      case 'reply':
        return listen.onReply(message.page, message.reply)
      case 'announce':
        return listen.onAnnounce(message.rooms)
      case 'resolved':
        asked.get(message.ask)?.(message.path)
        asked.delete(message.ask)
        return
      case 'session':
        level = message.level
        return
      case 'ready':
        return markReady()
      case 'closed':
        return markClosed()
    }
  })
  let isClosing = false
  let hasFailed = false
  const fail = (cause: Error): void => {
    if (!hasFailed && !isClosing) listen.onFailure(cause)
    hasFailed = true
  }
  worker.on('error', fail)
  worker.on('exit', (code) => {
    markClosed()
    fail(new Error(`the service ended with ${code}`))
  })
  const send = (message: ToService): void => worker.postMessage(message)
  return {
    send,
    ready,
    level: () => level,
    resolve: (token) =>
      new Promise((resolve) => {
        const ask = nextAsk++
        asked.set(ask, resolve)
        send({ kind: 'resolve', ask, token })
      }),
    close: async () => {
      isClosing = true
      send({ kind: 'close' })
      await closed
      await worker.terminate()
    },
  }
}
