import { parentPort, workerData } from 'node:worker_threads'
import { invariant } from '../shared/core/assert'
import { serviceContract } from '../shared/ipc/contract'
import { admit } from './access/admit'
import { lockIfIdle, lockSession } from './access/signed-in'
import { tellSession } from './access/tell-session'
import { keepBackups } from './backup/duties'
import { createLog } from './core/log'
import { refusalWithReserve } from './core/reserve'
import { watchStore } from './core/watch-store'
import { sampleData } from '../shared/settings/sample'
import { createContext } from './create-context'
import { serviceHandlers } from './handlers/service'
import { createServer, type Server } from './ipc/serve'
import type { FromService, ServiceStart, ToService } from './service-message'
import { keepInitials } from './search/initials'
import { noteStoreFailure, openExistingStore } from './settings/store-lifecycle'
import { failedStart, noteProgram } from './updates/program-note'

// The store and everything that answers the window live in this thread, so that the main process never waits for them.
invariant(parentPort, 'the service runs as a worker thread')
const port = parentPort
// The main process is the only one that starts it.
const start = workerData as ServiceStart

const send = (message: FromService): void => port.postMessage(message)
const context = createContext({
  ...start,
  installation: { publisherKeys: start.publisherKeys },
  // The sample stands in its own year, whatever the clock says.
  asOf: start.asOf ?? (start.withSample ? sampleData().day : null),
  announce: (rooms) => {
    send({ kind: 'announce', rooms })
    initials.wake()
    duties.wake()
  },
})
const log = createLog(start.dataFolder, context.now)
const servers = new Map<number, Server>()

function reportIncident(cause: unknown): string {
  const incident = context.newId().slice(-8)
  // Also what the background meets: a check of every row finds damage that no screen has shown.
  noteStoreFailure(context, cause)
  log(`incident ${incident}`, cause)
  return incident
}

const initials = keepInitials(context, reportIncident)
// Nobody needs a backup of what can be loaded again.
const duties = keepBackups(context, { takesBackups: !start.withSample, onFailure: reportIncident })

const stopWatching = watchStore(context, reportIncident)

function serverOf(page: number): Server {
  const known = servers.get(page)
  if (known) return known
  const server = createServer({
    contract: serviceContract,
    handlers: serviceHandlers,
    context,
    admit: (name, procedure, confirmedRows) => admit(context, name, procedure, confirmedRows),
    // The main process knows who may do what before the page does.
    send: (reply) => {
      tell()
      send({ kind: 'reply', page, reply })
    },
    refusalOf: (cause) => {
      noteStoreFailure(context, cause)
      return refusalWithReserve(start.dataFolder, cause)
    },
    reportIncident,
  })
  servers.set(page, server)
  return server
}

const tell = tellSession(context, (level) => send({ kind: 'session', level }))
// Where nothing is asked for, nothing would notice that nobody sits here any more.
const idleTimer = setInterval(() => {
  lockIfIdle(context)
  tell()
}, 5000)

function close(): void {
  clearInterval(idleTimer)
  initials.stop()
  duties.stop()
  stopWatching()
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
    case 'lock':
      lockSession(context)
      tell()
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
    if (start.withSample) await (await import('./settings/sample')).startSample(context)
  } catch (cause) {
    // The window opens all the same and says so; the store is left as it was.
    context.setStore({ kind: 'refused', failure: failedStart(context, reportIncident(cause)) })
  }
  // It only announces and sweeps: what it cannot do is no reason to keep the ledger shut.
  await noteProgram(context).catch(reportIncident)
  port.on('message', receive)
  initials.wake()
  tell()
  send({ kind: 'ready' })
}

void run()
