import { app, BrowserWindow } from 'electron'
import { writeFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { pagePreferences } from './page-policy'

/** The one window. Sandboxed and isolated; it shows itself when the static frame is painted. */
export function openWindow(preload: string, title: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 740,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload, app.isPackaged),
  })
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
  return window
}

/** Puts the window in front of the others, however it was put away. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Writes a picture of the window once the page has drawn its first screen; whoever started us waits for the file. */
export async function writeScreenshot(window: BrowserWindow, file: string): Promise<void> {
  const picture = await window.webContents.capturePage()
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.tmp`)
  await writeFile(temporary, picture.toPNG())
  await rename(temporary, file)
}
