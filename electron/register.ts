import { ipcMain, type BrowserWindow, type IpcMainEvent, type MessagePortMain } from 'electron'
import type { Announcement, Reply } from '../shared/ipc/procedure'
import { shellContract } from '../shared/shell/contract'
import { admitShell } from './access/admit-shell'
import { shellHandlers } from './dialogs'
import { createServer } from './ipc/serve'
import { isOurs } from './page-policy'
import type { SafeMode } from './safe-mode'
import type { Service } from './service-thread'

export interface Pages {
  readonly accept: (
    window: BrowserWindow,
    service: Service,
    safeMode: SafeMode,
    reportIncident: (cause: unknown) => string,
  ) => void
  readonly reply: (page: number, reply: unknown) => void
  readonly announce: (announcement: Announcement) => void
}

/** Only the top frame of our own page may talk to us. */
function isFromOurPage(event: IpcMainEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return (
    event.sender === window.webContents && frame !== null && frame === window.webContents.mainFrame && isOurs(frame.url)
  )
}

/** Joins each page's port with the service thread and the desktop. The only file that touches `ipcMain`. */
export function createPages(): Pages {
  // Ports are kept here: one that is only referenced by its listeners may be collected.
  const ports = new Map<number, MessagePortMain>()
  let nextPage = 1

  function join(
    port: MessagePortMain,
    window: BrowserWindow,
    service: Service,
    safeMode: SafeMode,
    reportIncident: (cause: unknown) => string,
  ): void {
    const page = nextPage++
    ports.set(page, port)
    const context = { window, service, safeMode }
    const shell = createServer({
      contract: shellContract,
      handlers: shellHandlers,
      context,
      admit: (_name, procedure) => admitShell(context, service.level(), procedure),
      send: (reply: Reply) => port.postMessage(reply),
      reportIncident,
    })
    port.on('message', ({ data }: { data: unknown }) => {
      if (isShellCall(data)) void shell.receive(data)
      else service.send({ kind: 'request', page, message: data })
    })
    port.on('close', () => {
      ports.delete(page)
      shell.close()
      service.send({ kind: 'pageGone', page })
    })
    port.start()
  }

  return {
    accept(window, service, safeMode, reportIncident) {
      ipcMain.on('sizhua:port', (event) => {
        const [port] = event.ports
        if (port && isFromOurPage(event, window))
          void service.ready.then(() => join(port, window, service, safeMode, reportIncident))
      })
    },
    reply: (page, reply) => ports.get(page)?.postMessage(reply),
    announce: (announcement) => {
      for (const port of ports.values()) port.postMessage({ announce: announcement })
    },
  }
}

function isShellCall(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    typeof message.name === 'string' &&
    Object.hasOwn(shellContract, message.name)
  )
}
