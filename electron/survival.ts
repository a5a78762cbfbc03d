import { app, dialog, type BrowserWindow } from 'electron'
import { survivalTexts } from '../shared/terms/app'
import { createCrashPolicy } from './crash-policy'

interface Survival {
  readonly log: (event: string) => void
  readonly isSafeMode: boolean
  /** Starts the program anew without the graphics card. */
  readonly enterSafeMode: (reason: string) => Promise<void>
}

/** Keeps the program going when its page or its drawing process dies or hangs; the store is not touched by either. */
export function surviveCrashes(window: BrowserWindow, { log, isSafeMode, enterSafeMode }: Survival): void {
  const judge = createCrashPolicy(() => performance.now())
  const { webContents } = window

  async function askToGoOn(): Promise<void> {
    const { title, message, detail, reload, quit } = survivalTexts.keepsFailing
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title,
      message,
      detail,
      buttons: [reload, quit],
      cancelId: 0,
      noLink: true,
    })
    if (response === 1) app.quit()
    else webContents.reload()
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log(`page gone: ${reason} ${exitCode}`)
    if (judge('page') === 'safeMode') void (isSafeMode ? askToGoOn() : enterSafeMode(`page ${reason}`))
    // What was typed lies in the page's storage and is there again. Not from within the event: the process is still going.
    else setImmediate(() => window.isDestroyed() || webContents.reload())
  })

  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log(`process gone: ${type} ${reason} ${exitCode}`)
    // Chromium starts it anew by itself; a card that fails again would end in a white window.
    if (type === 'GPU' && !isSafeMode && judge('graphics') === 'safeMode') void enterSafeMode(`graphics ${reason}`)
  })

  let asking: AbortController | null = null
  window.on('responsive', () => asking?.abort())
  window.on('unresponsive', () => void askWhileHanging())
  async function askWhileHanging(): Promise<void> {
    if (asking) return
    asking = new AbortController()
    log('page does not answer')
    const { title, message, detail, wait, reload } = survivalTexts.hangs
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title,
      message,
      detail,
      buttons: [wait, reload],
      cancelId: 0,
      noLink: true,
      signal: asking.signal,
    })
    asking = null
    // It then counts as a crash and is loaded anew.
    if (response === 1) webContents.forcefullyCrashRenderer()
  }
}
