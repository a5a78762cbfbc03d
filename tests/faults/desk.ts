import path from 'node:path'
import type { Store } from '../../db/access'
import { admit } from '../../electron/access/admit'
import type { Context, Installation } from '../../electron/context'
import { refusalWithReserve } from '../../electron/core/reserve'
import { createContext } from '../../electron/create-context'
import { serviceHandlers } from '../../electron/handlers/service'
import { createServer } from '../../electron/ipc/serve'
import { noteStoreFailure, openExistingStore } from '../../electron/settings/store-lifecycle'
import { parseIsoDate } from '../../shared/core/dates'
import type { Failure, Result } from '../../shared/core/result'
import { serviceContract, type ServiceContract } from '../../shared/ipc/contract'
import type { CallInput, Output, Reply } from '../../shared/ipc/procedure'

const jobsFile = path.resolve('out/jobs/index.cjs')

/** The service on a data folder, asked as the window asks, with refusals as values. */
export interface Desk {
  readonly context: Context
  readonly call: <K extends keyof ServiceContract & string>(
    name: K,
    input: CallInput<ServiceContract[K]>,
  ) => Promise<Result<Output<ServiceContract[K]>>>
  readonly store: () => Store
  /** Causes that the program calls unexpected. */
  readonly incidents: readonly unknown[]
  readonly close: () => void
}

/** A desk over a folder whose store has not been opened yet. */
export function closedDesk(folder: string, asOf: string, installation: Partial<Installation> = {}): Desk {
  const incidents: unknown[] = []
  const context = createContext({
    dataFolder: folder,
    jobsFile,
    versions: { app: '0.1.0', electron: '-', electronSource: '-', chromium: '-', node: process.versions.node },
    installation,
    actor: '招商组组员',
    asOf: parseIsoDate(asOf),
    announce: () => {},
  })
  const waiting = new Map<number, (reply: Reply) => void>()
  const server = createServer({
    contract: serviceContract,
    handlers: serviceHandlers,
    context,
    admit: (name, procedure, confirmedRows) => admit(context, name, procedure, confirmedRows),
    send: (reply) => {
      if ('id' in reply && !('event' in reply)) waiting.get(reply.id)?.(reply)
    },
    refusalOf: (cause) => {
      noteStoreFailure(context, cause)
      return refusalWithReserve(folder, cause)
    },
    reportIncident: (cause) => {
      incidents.push(cause)
      return String(incidents.length)
    },
  })
  let next = 1
  return {
    context,
    incidents,
    call: async (name, input) => {
      const id = next++
      const reply = await new Promise<Reply>((resolve) => {
        waiting.set(id, resolve)
        void server.receive({ id, name, input })
      })
      waiting.delete(id)
      if ('error' in reply) return { ok: false, error: reply.error }
      if (!('value' in reply)) throw new Error(`no answer to ${name}`)
      // The server has parsed the value against the contract.
      return { ok: true, value: reply.value as Output<ServiceContract[typeof name]> }
    },
    store: () => {
      const state = context.storeState()
      if (state.kind !== 'open') throw new Error(`the store is ${state.kind}`)
      return state.store
    },
    close: () => {
      server.close()
      const state = context.storeState()
      if (state.kind === 'open' && state.store.connection.open) state.store.close()
    },
  }
}

/** Opens the store as a start of the program does; why it was refused, or null. */
export async function openDesk(desk: Desk): Promise<Failure | null> {
  await openExistingStore(desk.context)
  const state = desk.context.storeState()
  return state.kind === 'refused' ? state.failure : null
}

/** The value of a call that must succeed, for what a test only prepares. */
export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${JSON.stringify(result.error.params)}`)
  return result.value
}
