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
const longReport = path.join(reports, 'long.json')

/** Unit and integration tests. */
export function runUnitTests({ node, env }) {
  clear(unitReport)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const args = [tool('vitest'), 'run', '-c', 'build/vitest.config.ts', ...reporters]
  return runInPlace(node, args, { cwd: root, env })
}

/**
 * Tests of the real windows in a real Electron, on a screen of their own. Root on Linux runs those of the sandbox as an
 * ordinary user.
 */
export async function runWindowTests(tools) {
  for (const report of [windowReport, sandboxedReport]) clear(report)
  return onScreen(tools, async (own) => {
    const status = await runPlaywright({ ...own, project: root, report: windowReport }, ['--project=window'])
    return (await runSandboxed(own, 'sandboxed', sandboxedReport)) || status
  })
}

/** The tests of the windows that take minutes; part of the fault suite. `args` go to Playwright. */
export async function runLongWindowTests(tools, args = []) {
  clear(longReport)
  return onScreen(tools, (own) => runSandboxed(own, 'long', longReport, args))
}

/** A project of tests as a user whom Chromium gives a sandbox. */
export async function runSandboxed(tools, name, report, args = []) {
  const words = [`--project=${name}`, ...args]
  if (!isRootOnLinux) return runPlaywright({ ...tools, project: root, report }, words)
  const user = ordinaryUser()
  const place = layOutFor(user, tools)
  const ownReport = path.join(place.env.TMPDIR, 'report.json')
  const env = { ...place.env, DISPLAY: tools.env.DISPLAY }
  try {
    return await runPlaywright({ ...place, env, report: ownReport, user }, words)
  } finally {
    mkdirSync(reports, { recursive: true })
    if (existsSync(ownReport)) copyFileSync(ownReport, report)
    place.remove()
  }
}

async function onScreen(tools, run) {
  installTestPackages()
  const screen = process.platform === 'linux' ? await startVirtualScreen() : undefined
  try {
    return await run({ ...tools, env: { ...tools.env, ...(screen && { DISPLAY: screen.display }) } })
  } finally {
    screen?.stop()
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
  const ended = (...keys) =>
    windows.flatMap((stats) => keys.map((key) => stats?.[key] ?? 0)).reduce((all, one) => all + one, 0)
  const counts = [
    {
      name: 'unit and integration',
      passed: unit?.numPassedTests,
      failed: unit?.numFailedTests,
      skipped: unit?.numPendingTests,
    },
    {
      name: 'window',
      passed: ended('expected'),
      failed: ended('unexpected', 'flaky'),
      skipped: ended('skipped'),
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
