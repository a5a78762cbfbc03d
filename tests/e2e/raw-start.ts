import { chromium, expect, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isRoot } from './launch'

// Its main file is the path of the binary.
export const electron = createRequire(import.meta.url)('electron') as unknown as string

export interface RawStart {
  readonly process: ChildProcess
  /** How it ended: the status, or the signal. */
  readonly ended: Promise<number | string>
  /** The page as it is now; ask again after it was loaded anew. */
  readonly page: () => Promise<Page>
}

/**
 * What the tests' driver changes in Electron (it holds `ready` back and switches Chromium's own watching off) must not be
 * there when a program is watched that crashes, hangs and starts itself anew.
 */
export async function startRaw(data: string, args: readonly string[], hook?: string): Promise<RawStart> {
  const flags = [...(isRoot ? ['--no-sandbox'] : []), '--remote-debugging-port=0']
  const words = [...(hook === undefined ? [] : ['-r', hook]), ...flags, process.cwd(), '--data', data, ...args]
  const child = spawn(electron, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? '')),
  )
  const inspector = new Promise<string>((resolve, reject) => {
    let text = ''
    child.stderr.on('data', (part: Buffer) => {
      text += part.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}\n${text}`)))
  })
  const page = async (): Promise<Page> => {
    // Electron has no contexts of a browser to set defaults in.
    const browser = await chromium.connectOverCDP(await inspector, { noDefaults: true })
    const found = browser.contexts()[0]?.pages()[0]
    if (!found) throw new Error('no page')
    return found
  }
  await inspector
  return { process: child, ended, page }
}

interface Running {
  readonly pid: number
  readonly words: readonly string[]
}

/** The processes of the program that runs on a data folder, by what `/proc` tells: its main one and those it started. */
export function runningOn(data: string): readonly Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // Chromium rewrites the words of its children with blanks between them.
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]/)
        const isOurs = words[0] === electron && words.some((word) => word === data || word.includes(`${data}/`))
        return isOurs ? [{ pid: Number(name), words }] : []
      } catch {
        // Ended meanwhile.
        return []
      }
    })
}

/** Kills every process of a kind; Chromium keeps a spare one for the next page. A sandboxed one heeds no weaker signal. */
export function kill(data: string, type: 'renderer' | 'gpu-process'): void {
  const found = runningOn(data).filter(({ words }) => words.includes(`--type=${type}`))
  if (found.length === 0) throw new Error(`no ${type}`)
  for (const { pid } of found) process.kill(pid, 'SIGKILL')
}

/** The main process that runs on a data folder, whoever started it. */
export function mainOn(data: string): Running | undefined {
  return runningOn(data).find(({ words }) => !words.some((word) => word.startsWith('--type=')))
}

/** Ends whatever runs on a data folder, and waits until it has. */
export async function endOn(data: string): Promise<void> {
  const main = mainOn(data)
  if (main) process.kill(main.pid, 'SIGTERM')
  await expect.poll(() => runningOn(data).length, { timeout: 10_000 }).toBe(0)
}

export function logOf(data: string): string {
  const file = path.join(data, 'logs/sizhua.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The place where the hook below writes and is told. */
const asked = 'asked.jsonl'

/**
 * A file for `electron -r`: answers the boxes of the desktop with `answer` and notes them, and throws in the main process
 * or in the service's thread, or presses a key, as soon as a file of that name appears in the data folder.
 */
export function makeHook(data: string, answer: number): string {
  const inService = path.join(data, 'hook-service.cjs')
  const throwing = (name: string): string =>
    `setInterval(() => { if (require('node:fs').existsSync(${JSON.stringify(path.join(data, name))})) throw new Error('a bug of 王小明 13800138000') }, 100)`
  writeFileSync(inService, throwing('throw-in-service'))
  const hook = path.join(data, 'hook.cjs')
  writeFileSync(
    hook,
    `const { BrowserWindow, dialog } = require('electron')
const fs = require('node:fs')
const threads = require('node:worker_threads')
dialog.showMessageBox = async (...given) => {
  fs.appendFileSync(${JSON.stringify(path.join(data, asked))}, JSON.stringify(given.at(-1)) + '\\n')
  return { response: ${answer}, checkboxChecked: false }
}
const { Worker } = threads
threads.Worker = class extends Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '-r', ${JSON.stringify(inService)}] })
  }
}
${throwing('throw-in-main')}
setInterval(() => {
  if (!fs.existsSync(${JSON.stringify(path.join(data, 'press-a-key'))})) return
  for (const type of ['keyDown', 'keyUp'])
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type, keyCode: 'Shift' })
}, 500)
`,
  )
  return hook
}

export interface Box {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

/** The boxes that were shown, in order. */
export function boxesOf(data: string): readonly Box[] {
  const file = path.join(data, asked)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Box)
}
