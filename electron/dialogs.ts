import { app, dialog, shell, type BrowserWindow } from 'electron'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ok, err, type Result } from '../shared/core/result'
import { updateEnding } from '../shared/updates/manifest'
import { compareVersions } from '../shared/updates/version'
import { updateFileKind } from '../shared/terms/updates'
import type { Handlers } from '../shared/ipc/procedure'
import type { shellContract } from '../shared/shell/contract'
import { writePdf } from './core/pdf-file'
import type { SafeMode } from './safe-mode'
import { openedFiles } from './opened-file'
import type { Service } from './service-thread'
import { provePrepared } from './updates/prepared'
import { publisherKeysFile, readPublisherKeys } from './updates/publisher-keys'
import { startInstaller } from './updates/start-installer'

export interface ShellContext {
  readonly window: BrowserWindow
  readonly service: Service
  readonly safeMode: SafeMode
}

function memoryFile(): string {
  return path.join(app.getPath('userData'), 'last-folder')
}

function lastFolder(): string {
  try {
    return readFileSync(memoryFile(), 'utf8') || app.getPath('documents')
  } catch {
    return app.getPath('documents')
  }
}

/** The window gets a token and the folder's name; the path stays here and in the service. */
function grant(context: ShellContext, folder: string): { readonly folder: string; readonly label: string } {
  const token = randomUUID()
  context.service.send({ kind: 'grant', token, path: folder })
  return { folder: token, label: folder }
}

export const shellHandlers: Handlers<typeof shellContract, ShellContext> = {
  'shell.chooseFolder': async (context) => {
    const chosen = await dialog.showOpenDialog(context.window, {
      properties: ['openDirectory', 'createDirectory'],
      defaultPath: lastFolder(),
    })
    const [folder] = chosen.filePaths
    if (chosen.canceled || folder === undefined) return ok(null)
    writeFileSync(memoryFile(), folder)
    return ok(grant(context, folder))
  },

  'shell.chooseFile': async (context) => {
    const chosen = await dialog.showOpenDialog(context.window, {
      properties: ['openFile'],
      defaultPath: lastFolder(),
      filters: [{ name: updateFileKind, extensions: [updateEnding.slice(1)] }],
    })
    const [file] = chosen.filePaths
    if (chosen.canceled || file === undefined) return ok(null)
    return ok({ file: grant(context, file).folder, fileName: path.basename(file) })
  },

  'shell.lastFolder': (context) => {
    const folder = lastFolder()
    mkdirSync(folder, { recursive: true })
    return ok(grant(context, folder))
  },

  'shell.reveal': async (context, { fileToken }): Promise<Result<Record<string, never>>> => {
    const file = await context.service.resolve(fileToken)
    if (file === null) return err('notFound')
    shell.showItemInFolder(file)
    return ok({})
  },

  'shell.savePdf': async (context, { folder: token, fileName, size, isLandscape }) => {
    const folder = await context.service.resolve(token)
    if (folder === null) return err('notFound')
    const written = await writePdf(folder, fileName, () =>
      context.window.webContents.printToPDF({
        pageSize: size,
        landscape: isLandscape,
        printBackground: true,
        preferCSSPageSize: true,
      }),
    )
    if (!written.ok) return written
    const { folder: fileToken } = grant(context, written.value)
    return ok({ fileName: path.basename(written.value), fileToken })
  },

  'shell.openedFile': () => ok(openedFiles.waiting()),
  'shell.takeOpenedFile': (_context, { id }) => openedFiles.take(id),

  'shell.startUpdate': async (context, { folder: token }) => {
    const folder = await context.service.resolve(token)
    const keys = readPublisherKeys(publisherKeysFile(path.join(app.getAppPath(), 'out'), app.isPackaged))
    // Proved here once more: what the window names is only a token, and what it leads to will be run.
    const proven = folder === null ? null : await provePrepared(folder, keys)
    if (!proven || compareVersions(proven.manifest.program, app.getVersion()) <= 0) return err('updateGone')
    if (process.platform !== 'win32') {
      shell.showItemInFolder(proven.file)
      return ok({ isStarted: false })
    }
    const started = await startInstaller(proven.file)
    if (!started.ok) return started
    // The installer waits for this program to end.
    setImmediate(() => app.quit())
    return ok({ isStarted: true })
  },

  'shell.keepTyped': (context) => {
    // Left alone, Chromium writes the page's storage only every few seconds.
    context.window.webContents.session.flushStorageData()
    return ok({})
  },

  'shell.safeMode': ({ safeMode }) => ok({ isOn: safeMode.isOn }),

  'shell.leaveSafeMode': async ({ safeMode }) => {
    await safeMode.leave()
    return ok({})
  },

  'shell.setZoom': (context, { percent }) => {
    context.window.webContents.setZoomFactor(percent / 100)
    return ok({})
  },
}
