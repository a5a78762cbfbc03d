// The two test runs, and the counts that both report.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startVirtualScreen } from './display.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace } from './setup/run.mjs'
import { tool } from './steps.mjs'

const reports = path.join(root, 'out/reports')
const unitReport = path.join(reports, 'unit.json')
const windowReport = path.join(reports, 'window.json')

/** Unit and integration tests. */
export function runUnitTests({ node, env }) {
  clear(unitReport)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const args = [tool('vitest'), 'run', '-c', 'build/vitest.config.ts', ...reporters]
  return runInPlace(node, args, { cwd: root, env })
}

/** Tests of the real windows in a real Electron, on a screen of their own. */
export async function runWindowTests({ node, env }) {
  clear(windowReport)
  const screen = process.platform === 'linux' ? await startVirtualScreen() : undefined
  const settings = { PLAYWRIGHT_JSON_OUTPUT_NAME: windowReport, ...(screen && { DISPLAY: screen.display }) }
  const args = ['test', '-c', 'build/playwright.config.ts', '--reporter=list,json', '--pass-with-no-tests']
  try {
    return await runInPlace(node, [tool('playwright'), ...args], { cwd: root, env: { ...env, ...settings } })
  } finally {
    screen?.stop()
  }
}

/** The closing line: how many tests ran and how they ended. */
export function countTests() {
  const unit = read(unitReport)
  const window = read(windowReport)?.stats
  const counts = [
    {
      name: 'unit and integration',
      passed: unit?.numPassedTests,
      failed: unit?.numFailedTests,
      skipped: unit?.numPendingTests,
    },
    {
      name: 'window',
      passed: window?.expected,
      failed: (window?.unexpected ?? 0) + (window?.flaky ?? 0),
      skipped: window?.skipped,
    },
  ]
  const total = (key) => counts.reduce((sum, count) => sum + (count[key] ?? 0), 0)
  const each = counts.map(({ name, passed }) => `${name} ${passed ?? 0}`).join(', ')
  return `Tests: ${total('passed')} passed (${each}), ${total('failed')} failed, ${total('skipped')} skipped`
}

function clear(report) {
  mkdirSync(reports, { recursive: true })
  rmSync(report, { force: true })
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
}
