import { app } from 'electron'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createLog } from './core/log'
import { localTime } from './core/clock'
import { defaultDataFolder, readOptions } from './options'
import { declareScheme, ORIGIN, serveRenderer } from './protocol'
import { createPages } from './register'
import { startService } from './service-thread'
import { hardenContents, hardenSession, openWindow, writeScreenshot } from './window'
import { windowTitle } from '../shared/terms/app'

const options = readOptions(process.argv)
const dataFolder = path.resolve(options.data ?? defaultDataFolder(options.withSample))
const built = path.join(app.getAppPath(), 'out')
const log = createLog(dataFolder, () => localTime(new Date()))

// The profile lies with the data, so that two data folders are two programs.
app.setPath('userData', path.join(dataFolder, 'window'))
for (const name of [
  'disable-background-networking',
  'disable-component-update',
  'dns-prefetch-disable',
  'no-proxy-server',
  'disable-domain-reliability',
]) {
  app.commandLine.appendSwitch(name)
}
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
declareScheme()

function reportIncident(cause: unknown): string {
  const incident = randomUUID().slice(0, 8)
  log(`incident ${incident}`, cause)
  return incident
}

async function start(): Promise<void> {
  await app.whenReady()
  hardenSession()
  serveRenderer(path.join(built, 'renderer'))
  const window = openWindow(path.join(built, 'preload/index.cjs'), windowTitle)
  // The page is asked for first: the frame is painted while the store opens.
  const loading = window.loadURL(`${ORIGIN}/`)
  const pages = createPages()
  const service = startService(
    path.join(built, 'service/index.cjs'),
    {
      dataFolder,
      jobsFile: path.join(built, 'jobs/index.cjs'),
      asOf: options.asOf,
      actor: options.actor,
      withSample: options.withSample,
      versions: {
        app: app.getVersion(),
        electron: process.versions.electron ?? '-',
        electronSource: app.isPackaged ? 'packaged' : (process.env['SIZHUA_ELECTRON_SOURCE'] ?? 'installed'),
        chromium: process.versions['chrome'] ?? '-',
        node: process.versions.node,
      },
    },
    {
      onReply: pages.reply,
      onAnnounce: (rooms) => pages.announce({ type: 'data.changed', rooms }),
      onFailure: (cause) => {
        log('service failed', cause)
        app.exit(1)
      },
    },
  )
  pages.accept(window, service, reportIncident)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  let isClosed = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void service.close().then(() => {
      isClosed = true
      app.quit()
    })
  })
  const screenshot = process.env['SIZHUA_SCREENSHOT']
  await loading
  if (screenshot) setTimeout(() => void writeScreenshot(window, screenshot), 3000)
}

app.on('web-contents-created', (_event, contents) => hardenContents(contents))
app.on('window-all-closed', () => app.quit())

// The command line is a bundle of its own: a window's start does not pay for it.
if (process.argv.includes('--cli')) createRequire(__filename)(path.join(built, 'cli/index.cjs'))
else if (app.requestSingleInstanceLock()) void start()
else app.exit(0)
