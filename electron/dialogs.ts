import { app, dialog, shell, type BrowserWindow } from 'electron'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ok, err, type Result } from '../shared/core/result'
import type { Handlers } from '../shared/ipc/procedure'
import type { shellContract } from '../shared/shell/contract'
import { writePdf } from './core/pdf-file'
import type { Service } from './service-thread'

export interface ShellContext {
  readonly window: BrowserWindow
  readonly service: Service
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

  'shell.keepTyped': (context) => {
    // Left alone, Chromium writes the page's storage only every few seconds.
    context.window.webContents.session.flushStorageData()
    return ok({})
  },

  'shell.setZoom': (context, { percent }) => {
    context.window.webContents.setZoomFactor(percent / 100)
    return ok({})
  },
}
