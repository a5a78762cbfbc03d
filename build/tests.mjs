// The two test runs, and the counts that both report.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startVirtualScreen } from './display.mjs'
import { asOrdinaryUser, isRootOnLinux, layOutFor, ordinaryUser } from './ordinary-user.mjs'
import { installTestPackages } from './setup/debian.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace } from './setup/run.mjs'
import { tool } from './steps.mjs'

const reports = path.join(root, 'out/reports')
const unitReport = path.join(reports, 'unit.json')
const windowReport = path.join(reports, 'window.json')
const sandboxedReport = path.join(reports, 'sandboxed.json')

/** Unit and integration tests. */
export function runUnitTests({ node, env }) {
  clear(unitReport)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const args = [tool('vitest'), 'run', '-c', 'build/vitest.config.ts', ...reporters]
  return runInPlace(node, args, { cwd: root, env })
}

/**
 * Tests of the real windows in a real Electron, on a screen of their own. Root on Linux runs those of the sandbox as an
 * ordinary user; everybody else runs all of them in one go.
 */
export async function runWindowTests(tools) {
  installTestPackages()
  for (const report of [windowReport, sandboxedReport]) clear(report)
  const screen = process.platform === 'linux' ? await startVirtualScreen() : undefined
  const env = { ...tools.env, ...(screen && { DISPLAY: screen.display }) }
  try {
    if (!isRootOnLinux) return await runPlaywright({ ...tools, env, project: root, report: windowReport }, [])
    const asRoot = { ...tools, env, project: root, report: windowReport }
    const status = await runPlaywright(asRoot, ['--project=window'])
    return (await runSandboxedTests({ ...tools, env })) || status
  } finally {
    screen?.stop()
  }
}

/** Only the tests of the sandbox, as a user who has one; `args` go to Playwright. */
export async function runSandboxedTests(tools, args = []) {
  const user = ordinaryUser()
  const place = layOutFor(user, tools)
  const report = path.join(place.env.TMPDIR, 'sandboxed.json')
  const env = { ...place.env, DISPLAY: tools.env.DISPLAY }
  try {
    return await runPlaywright({ ...place, env, report, user }, ['--project=sandboxed', ...args])
  } finally {
    clear(sandboxedReport)
    if (existsSync(report)) copyFileSync(report, sandboxedReport)
    place.remove()
  }
}

function runPlaywright({ node, env, project, report, user }, args) {
  const words = [path.relative(root, tool('playwright')), 'test', '-c', 'build/playwright.config.ts']
  const all = [...words, '--reporter=list,json', '--pass-with-no-tests', ...args]
  const options = { cwd: project, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } }
  return user ? runInPlace(...asOrdinaryUser(user, node, all), options) : runInPlace(node, all, options)
}

/** The closing line: how many tests ran and how they ended. */
export function countTests() {
  const unit = read(unitReport)
  const windows = [windowReport, sandboxedReport].map((report) => read(report)?.stats)
  const sum = (...keys) =>
    windows.reduce((total, stats) => total + keys.reduce((all, key) => all + (stats?.[key] ?? 0), 0), 0)
  const counts = [
    {
      name: 'unit and integration',
      passed: unit?.numPassedTests,
      failed: unit?.numFailedTests,
      skipped: unit?.numPendingTests,
    },
    {
      name: 'window',
      passed: sum('expected'),
      failed: sum('unexpected', 'flaky'),
      skipped: sum('skipped'),
    },
  ]
  const total = (key) => counts.reduce((sum, count) => sum + (count[key] ?? 0), 0)
  const each = counts.map(({ name, passed }) => `${name} ${passed ?? 0}`).join(', ')
  return `Tests: ${total('passed')} passed (${each}), ${total('failed')} failed, ${total('skipped')} skipped`
}

function clear(report) {
  mkdirSync(path.dirname(report), { recursive: true })
  rmSync(report, { force: true })
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
}
