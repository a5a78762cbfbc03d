import { parentPort, workerData } from 'node:worker_threads'
import { refusalOfWrite } from '../db/refusal'
import { invariant } from '../shared/core/assert'
import { serviceContract } from '../shared/ipc/contract'
import { createLog } from './core/log'
import { sampleData } from '../shared/settings/sample'
import { createContext } from './create-context'
import { serviceHandlers } from './handlers/service'
import { createServer, type Server } from './ipc/serve'
import type { FromService, ServiceStart, ToService } from './service-message'
import { keepInitials } from './search/initials'
import { startSample } from './settings/sample'
import { openExistingStore } from './settings/store-lifecycle'

// The store and everything that answers the window live in this thread, so that the main process never waits for them.
invariant(parentPort, 'the service runs as a worker thread')
const port = parentPort
// The main process is the only one that starts it.
const start = workerData as ServiceStart

const send = (message: FromService): void => port.postMessage(message)
const context = createContext({
  ...start,
  // The sample stands in its own year, whatever the clock says.
  asOf: start.asOf ?? (start.withSample ? sampleData().day : null),
  announce: (rooms) => {
    send({ kind: 'announce', rooms })
    initials.wake()
  },
})
const log = createLog(start.dataFolder, context.now)
const servers = new Map<number, Server>()

function reportIncident(cause: unknown): string {
  const incident = context.newId().slice(-8)
  log(`incident ${incident}`, cause)
  return incident
}

const initials = keepInitials(context, reportIncident)

function serverOf(page: number): Server {
  const known = servers.get(page)
  if (known) return known
  const server = createServer({
    contract: serviceContract,
    handlers: serviceHandlers,
    context,
    send: (reply) => send({ kind: 'reply', page, reply }),
    refusalOf: refusalOfWrite,
    reportIncident,
  })
  servers.set(page, server)
  return server
}

function close(): void {
  initials.stop()
  for (const server of servers.values()) server.close()
  const state = context.storeState()
  if (state.kind === 'open') state.store.close()
  send({ kind: 'closed' })
}

function receive(message: ToService): void {
  switch (message.kind) {
    case 'request':
      void serverOf(message.page).receive(message.message)
      return
    case 'pageGone':
      servers.get(message.page)?.close()
      servers.delete(message.page)
      return
    case 'grant':
      context.grants.set(message.token, message.path)
      return
    case 'resolve':
      send({ kind: 'resolved', ask: message.ask, path: context.grants.get(message.token) ?? null })
      return
    case 'close':
      close()
  }
}

async function run(): Promise<void> {
  const { app, electron, electronSource, node } = start.versions
  log(`start ${app}, electron ${electron} (${electronSource}), node ${node}`)
  try {
    await openExistingStore(context)
    if (start.withSample) await startSample(context)
  } catch (cause) {
    // The window opens all the same and says so; the store is left as it was.
    context.setStore({ kind: 'refused', failure: { code: 'unexpected', params: { incident: reportIncident(cause) } } })
  }
  port.on('message', receive)
  initials.wake()
  send({ kind: 'ready' })
}

void run()
