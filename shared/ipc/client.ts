import type { Failure } from '../core/result'
import type { Announcement, CallInput, CancelSignal, Contract, EventOf, Output, Reply, Request } from './procedure'

/** The part of a MessagePort that the client needs. */
export interface ClientPort {
  postMessage(message: Request): void
  onmessage: ((event: { readonly data: Reply }) => void) | null
}

/** A refused call: the code and values of the failure, never a sentence. */
export class CallError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'CallError'
    this.failure = failure
  }
}

export interface CallOptions<Event> {
  readonly signal?: CancelSignal
  readonly onEvent?: (event: Event) => void
  /** How many existing records may be changed at once; given after a `massChange` refusal that the person agreed to. */
  readonly confirmedRows?: number
}

export type Call<C extends Contract> = <K extends keyof C & string>(
  name: K,
  input: CallInput<C[K]>,
  options?: CallOptions<EventOf<C[K]>>,
) => Promise<Output<C[K]>>

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
  readonly onEvent: ((event: unknown) => void) | undefined
}

/** Calls over one port; results and events keep their order because they share it. */
export function createClient<C extends Contract>(
  port: ClientPort,
  onAnnounce: (announcement: Announcement) => void,
): Call<C> {
  let nextId = 1
  const pending = new Map<number, Pending>()
  port.onmessage = ({ data }) => {
    if ('announce' in data) return onAnnounce(data.announce)
    const call = pending.get(data.id)
    if (!call) return
    if ('event' in data) return call.onEvent?.(data.event)
    pending.delete(data.id)
    if ('error' in data) call.reject(new CallError(data.error))
    else call.resolve(data.value)
  }
  return (name, input, options = {}) =>
    new Promise((resolve, reject) => {
      const id = nextId++
      const abort = (): void => port.postMessage({ id, cancel: true })
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T): void => {
          options.signal?.removeEventListener('abort', abort)
          end(value)
        }
      // The service has parsed each value against the contract, so the types hold.
      pending.set(id, {
        resolve: settle(resolve as (value: unknown) => void),
        reject: settle(reject),
        onEvent: options.onEvent as ((event: unknown) => void) | undefined,
      })
      options.signal?.addEventListener('abort', abort, { once: true })
      port.postMessage({ id, name, input, confirmedRows: options.confirmedRows })
    })
}
