import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The repository; Playwright is started there. */
const root = process.cwd()

/** Chromium refuses its sandbox to root; everywhere else it stays on. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0

export interface LaunchOptions {
  /** The data folder; the same one again continues the ledger. */
  readonly data: string
  /** The day that counts as today. */
  readonly asOf: string
  readonly args?: readonly string[]
  /** True leaves the morning's digest to the test; else it is closed as soon as it stands in the way. */
  readonly seesDigest?: boolean
  /** A program that starts Electron, e.g. under a tracer; it gets the arguments. */
  readonly through?: string
}

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
}

/** A data folder of the test's own. */
export function makeDataFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'sizhua-window-'))
}

export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** The real program in the real Electron, with its first page drawn. */
export async function launch({ data, asOf, args = [], seesDigest = false, through }: LaunchOptions): Promise<Launched> {
  const app = await _electron.launch({
    args: [...(isRoot ? ['--no-sandbox'] : []), root, '--data', data, '--as-of', asOf, ...args],
    // Playwright would switch it off.
    chromiumSandbox: !isRoot,
    ...(through !== undefined && { executablePath: through }),
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  if (!seesDigest) {
    const digest = page.getByRole('dialog', { name: '今日提醒' })
    await page.addLocatorHandler(digest, () => page.keyboard.press('Escape'))
  }
  return { app, page }
}

/** Prepares or reads a ledger with the command line of the same build; gives back what it prints. */
export function runCommand(data: string, asOf: string, ...args: readonly string[]): string {
  const program = path.join(root, 'out/cli/index.cjs')
  const run = spawnSync(process.execPath, [program, ...args, '--data', data, '--as-of', asOf], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stdout}${run.stderr}`)
  return run.stdout
}
