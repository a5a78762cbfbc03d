import { BrowserWindow, session, type Session, type WebContents } from 'electron'
import { writeFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { ORIGIN, SCHEME } from './protocol'

/** Refuses everything a page could ask of the machine or the network. */
export function hardenSession(target: Session = session.defaultSession): void {
  // Copying text or a chart is all that a page may ask for.
  const isAllowed = (permission: string, url: string): boolean =>
    permission === 'clipboard-sanitized-write' && url.startsWith(ORIGIN)
  target.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isAllowed(permission, requestingUrl)),
  )
  target.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin))
  target.setDevicePermissionHandler(() => false)
  target.setSpellCheckerEnabled(false)
  target.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url)
    answer({ cancel: ![`${SCHEME}:`, 'blob:', 'data:', 'devtools:'].includes(protocol) })
  })
}

/** Keeps a page where it is: no navigation, no new windows, no embedded pages. */
export function hardenContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }, url: string): void => {
    if (new URL(url).origin !== ORIGIN && !url.startsWith(`${ORIGIN}/`)) event.preventDefault()
  }
  contents.on('will-navigate', (event, url) => stay(event, url))
  contents.on('will-redirect', (event, url) => stay(event, url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

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
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
    },
  })
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
  return window
}

/** Writes a picture of the window once the page has drawn its first screen; whoever started us waits for the file. */
export async function writeScreenshot(window: BrowserWindow, file: string): Promise<void> {
  const picture = await window.webContents.capturePage()
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.tmp`)
  await writeFile(temporary, picture.toPNG())
  await rename(temporary, file)
}
