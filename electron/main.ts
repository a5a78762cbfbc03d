import { app, powerMonitor } from 'electron'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import path from 'node:path'
import { readBuildMark } from './build-mark'
import { createLog } from './core/log'
import { localTime } from './core/clock'
import { createEnding } from './ending'
import { hardenProgram, isRootOnLinux } from './hardening'
import { openedFiles } from './opened-file'
import { defaultDataFolder, readOptions } from './options'
import { ORIGIN } from './page-policy'
import { declareScheme, serveRenderer } from './protocol'
import { createPages } from './register'
import { forgetSafeMode, isSafeModeKept, keepSafeMode } from './safe-mode'
import { startService } from './service-thread'
import { argumentsForRestart, refusedArgument } from './start-arguments'
import { surviveCrashes } from './survival'
import { publisherKeysFile, readPublisherKeys } from './updates/publisher-keys'
import { openWindow, showWindow, writeScreenshot } from './window'
import { endingTexts, windowTitle } from '../shared/terms/app'

const options = readOptions(process.argv)
const dataFolder = path.resolve(options.data ?? defaultDataFolder(options.withSample))
const built = path.join(app.getAppPath(), 'out')
const build = readBuildMark(built)
const packedSource = build.isTestBuild ? 'testBuild' : 'packaged'
const log = createLog(dataFolder, () => localTime(new Date()))
const isSafeMode = options.isSafeMode || isSafeModeKept(dataFolder)

function reportIncident(cause: unknown): string {
  const incident = randomUUID().slice(0, 8)
  log(`incident ${incident}`, cause)
  return incident
}

function wordsForRestart(inSafeMode: boolean): readonly string[] {
  return argumentsForRestart(process.argv.slice(1), {
    isSafeMode: inSafeMode,
    projectFolder: app.isPackaged ? null : app.getAppPath(),
    isRoot: isRootOnLinux,
  })
}

async function start(): Promise<void> {
  await app.whenReady()
  serveRenderer(path.join(built, 'renderer'))
  const window = openWindow(path.join(built, 'preload/index.cjs'), windowTitle)
  window.once('ready-to-show', () => log(`shown after ${Math.round(performance.now())} ms`))
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
      publisherKeys: readPublisherKeys(publisherKeysFile(built, app.isPackaged)),
      versions: {
        app: app.getVersion(),
        electron: process.versions.electron ?? '-',
        electronSource: app.isPackaged ? packedSource : (process.env['SIZHUA_ELECTRON_SOURCE'] ?? 'installed'),
        chromium: process.versions['chrome'] ?? '-',
        node: process.versions.node,
      },
    },
    {
      onReply: pages.reply,
      onAnnounce: (rooms) => pages.announce({ type: 'data.changed', rooms }),
      onFailure: (cause) => void ending.fail(reportIncident(cause)),
    },
  )
  const ending = createEnding(service, window, () => wordsForRestart(isSafeMode))
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (cause: unknown) => void ending.fail(reportIncident(cause)))
  }
  const restart = (inSafeMode: boolean): Promise<void> =>
    ending.end({ status: 0, withinMs: 2000, restartWith: wordsForRestart(inSafeMode) })
  surviveCrashes(window, {
    log,
    isSafeMode,
    enterSafeMode: async (reason) => {
      await keepSafeMode(dataFolder, localTime(new Date()), reason)
      await restart(true)
    },
  })
  const safeMode = {
    isOn: isSafeMode,
    leave: () => {
      forgetSafeMode(dataFolder)
      return restart(false)
    },
  }
  pages.accept(window, service, safeMode, reportIncident)
  openedFiles.offer(process.argv, process.cwd())
  app.on('second-instance', (_event, args, folder) => {
    showWindow(window)
    if (openedFiles.offer(args, folder)) pages.announce({ type: 'data.changed', rooms: ['shell'] })
  })
  powerMonitor.on('lock-screen', () => service.send({ kind: 'lock' }))
  powerMonitor.on('suspend', () => service.send({ kind: 'lock' }))
  await loading.catch((cause: unknown) => log('page not loaded', cause))
  const screenshot = process.env['SIZHUA_SCREENSHOT']
  if (screenshot) setTimeout(() => void writeScreenshot(window, screenshot), 3000)
}

function openProgram(): void {
  // The profile lies with the data, so that two data folders are two programs.
  app.setPath('userData', path.join(dataFolder, 'window'))
  hardenProgram()
  declareScheme()
  if (isSafeMode) app.disableHardwareAcceleration()
  if (isSafeMode) app.commandLine.appendSwitch('disable-gpu')
  app.on('window-all-closed', () => app.quit())
  if (app.requestSingleInstanceLock()) void start()
  else app.exit(0)
}

const refused = app.isPackaged && !build.isInspectable ? refusedArgument(process.argv.slice(1), process.platform) : null
if (refused !== null) {
  process.stderr.write(`${endingTexts.argumentRefused(refused)}\n`)
  app.exit(2)
}
// The command line is a bundle of its own: a window's start does not pay for it.
else if (process.argv.includes('--cli')) createRequire(__filename)(path.join(built, 'cli/index.cjs'))
else openProgram()
