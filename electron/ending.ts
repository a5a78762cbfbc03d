import { app, dialog, type BrowserWindow } from 'electron'
import { setTimeout as wait } from 'node:timers/promises'
import { endingTexts } from '../shared/terms/app'
import type { Service } from './service-thread'

/** Unit: milliseconds. An operating system that shuts down kills a program that takes longer. */
const HURRY_MS = 2000
/** Unit: milliseconds. Somebody who closes the window while a table is being taken over loses it only after this. */
const PATIENCE_MS = 15_000

export interface Ending {
  /** Checkpoints and closes the store, then ends; with `restartWith` the program starts anew with these words. */
  readonly end: (how: {
    readonly status: number
    readonly withinMs: number
    readonly restartWith?: readonly string[]
  }) => Promise<void>
  /** After an error that nobody foresaw: the store is closed, the person is told, and the program ends. */
  readonly fail: (incident: string) => Promise<void>
}

/** Ends the program in order, whoever wants it: the person, the operating system or an error. */
export function createEnding(service: Service, window: BrowserWindow, restartWords: () => readonly string[]): Ending {
  let closing: Promise<unknown> | null = null
  const closeStore = (withinMs: number): Promise<unknown> => {
    closing ??= service.close()
    return Promise.race([closing, wait(withinMs)])
  }
  const end: Ending['end'] = async ({ status, withinMs, restartWith }) => {
    // Ending at once leaves out what Chromium writes at a quiet end, and drafts are in there.
    if (!window.isDestroyed()) window.webContents.session.flushStorageData()
    await closeStore(withinMs)
    if (restartWith) app.relaunch({ args: [...restartWith] })
    app.exit(status)
  }
  let hasFailed = false
  const fail = async (incident: string): Promise<void> => {
    // What goes wrong while the box is shown is in the log; a second box would tell nothing new.
    if (hasFailed) return
    hasFailed = true
    await closeStore(HURRY_MS)
    const { title, message, detail, quit, restart } = endingTexts.failed
    const box = {
      type: 'error' as const,
      title,
      message,
      detail: detail(incident),
      buttons: [restart, quit],
      cancelId: 1,
      noLink: true,
    }
    const { response } = await (window.isDestroyed() ? dialog.showMessageBox(box) : dialog.showMessageBox(window, box))
    await end({ status: 1, withinMs: 0, ...(response === 0 && { restartWith: restartWords() }) })
  }
  const endForSystem = (): void => void end({ status: 0, withinMs: HURRY_MS })
  let isQuitting = false
  app.on('before-quit', (event) => {
    if (isQuitting) return
    event.preventDefault()
    // The quiet end: the page is closed in order and what was typed last is written.
    void closeStore(PATIENCE_MS).then(() => {
      isQuitting = true
      app.quit()
    })
  })
  window.on('session-end', endForSystem)
  // Electron's own handling would leave the store open while it waits for windows.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, endForSystem)
  return { end, fail }
}
