// npm run test:faults [-- --only NAME]: the faults of a disk, a clock, a stick, a colleague and a stranger, on the real program.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStale } from './build.mjs'
import { isScreenless, startVirtualScreen } from './display.mjs'
import { setUpWindow } from './setup.mjs'
import { installFaultPackages, installTestPackages } from './setup/debian.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace, runMain, runQuietly, say, SetUpError } from './setup/run.mjs'
import { tool } from './steps.mjs'
import { runLongWindowTests } from './tests.mjs'

const reports = path.join(root, 'out/reports')
const isRoot = process.getuid?.() === 0

/** Struck, cut and killed by a program of its own (`tests/faults/main.ts`). */
const programs = ['nth-fault', 'power', 'window-kills']
/** Tests that need another user, disks of their own or a turned clock: root on Debian. */
const rootTests = ['two-users', 'held-store', 'full-disk', 'pulled-stick', 'clock', 'hostile-numbers']
/** Tests that run in `npm test` too, there with fewer trials. */
const scaledTests = ['odd-texts', 'call-fuzz', 'flipped-bits', 'odd-places']

/** The library that makes system calls fail; built anew when its source is younger. */
function compileFaults() {
  const target = path.join(root, 'out/faults/faultfs.so')
  mkdirSync(path.dirname(target), { recursive: true })
  const source = path.join(root, 'tests/faults/faultfs.c')
  runQuietly('gcc', [
    '-std=gnu11',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-O2',
    '-shared',
    '-fPIC',
    '-o',
    target,
    source,
    '-ldl',
  ])
}

/** Makes sure that the suites can run; the quick ones need only a compiler and strace. */
function prepare(tools) {
  if (process.platform !== 'linux') throw new SetUpError('The fault suite runs on Linux.')
  installTestPackages()
  mkdirSync(reports, { recursive: true })
  buildStale(tools, ['programs', 'renderer', 'faults'])
  compileFaults()
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

async function runProgram(tools, name, extra = []) {
  const report = path.join(reports, `${name}.json`)
  rmSync(report, { force: true })
  const args = [path.join(root, 'out/faults/index.cjs'), name, '--report', report, ...extra]
  const status = await runInPlace(tools.node, args, { cwd: root, env: tools.env })
  return readReport(report) ?? { runs: 0, bad: status === 0 ? 0 : 1 }
}

async function runTests(tools, name, folder) {
  const report = path.join(reports, `faults-${name}.json`)
  const tried = path.join(reports, `faults-${name}.tried`)
  for (const file of [report, tried]) rmSync(file, { force: true })
  const file = `tests/faults/${folder}${name}.test.ts`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [tool('vitest'), 'run', '-c', 'build/vitest.faults.config.ts', ...reporters, file]
  const env = { ...tools.env, FAULTS: 'full', FAULTS_TRIED: tried }
  const status = await runInPlace(tools.node, args, { cwd: root, env })
  const lines = existsSync(tried) ? readFileSync(tried, 'utf8').trim().split('\n') : []
  const failed = readReport(report)?.numFailedTests ?? 0
  return { runs: lines.reduce((sum, line) => sum + Number(line), 0), bad: status === 0 ? 0 : Math.max(1, failed) }
}

async function runLong(tools) {
  const status = await runLongWindowTests(tools)
  const stats = readReport(path.join(reports, 'long.json'))?.stats
  return { runs: stats?.expected ?? 0, bad: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) || status }
}

async function runChecker(tools) {
  const status = await runInPlace(tools.node, ['build/electronegativity.mjs'], { cwd: root, env: tools.env })
  return { runs: 1, bad: status === 0 ? 0 : 1 }
}

function suitesOf(tools) {
  return [
    ...programs.map((name) => ({ name, run: () => runProgram(tools, name) })),
    ...rootTests.map((name) => ({ name, needsRoot: true, run: () => runTests(tools, name, 'full/') })),
    ...scaledTests.map((name) => ({ name, run: () => runTests(tools, name, '') })),
    { name: 'long-windows', run: () => runLong(tools) },
    { name: 'electronegativity', run: () => runChecker(tools) },
  ]
}

async function runSuites(suites) {
  const lines = []
  for (const { name, needsRoot, run } of suites) {
    console.log(`\n— ${name}`)
    if (needsRoot && !isRoot) {
      lines.push({ name, runs: 'needs root', bad: 0, seconds: 0 })
      continue
    }
    const start = Date.now()
    lines.push({ name, ...(await run()), seconds: (Date.now() - start) / 1000 })
  }
  return lines
}

function printTable(lines) {
  const text = ({ name, runs, bad, seconds }) =>
    `${name.padEnd(18)} ${String(runs).padStart(10)} ${String(bad).padStart(6)} ${Number(seconds).toFixed(1).padStart(9)}`
  console.log(`\n${'suite'.padEnd(18)} ${'runs'.padStart(10)} ${'bad'.padStart(6)} ${'seconds'.padStart(9)}`)
  for (const line of lines) console.log(text(line))
}

async function onScreen(tools, run) {
  const screen = isScreenless(tools.env) ? await startVirtualScreen() : undefined
  try {
    return await run({ ...tools, env: { ...tools.env, ...(screen && { DISPLAY: screen.display }) } })
  } finally {
    screen?.stop()
  }
}

/** The part that `npm test` runs: a few dozen faults and cuts, three kills. */
export async function runQuickFaults(tools) {
  if (process.platform !== 'linux') return 0
  prepare(tools)
  const suites = (own) => programs.map((name) => ({ name, run: () => runProgram(own, name, ['--quick']) }))
  const lines = await onScreen(tools, (own) => runSuites(suites(own)))
  printTable(lines)
  return lines.some(({ bad }) => bad > 0) ? 1 : 0
}

async function main() {
  const start = Date.now()
  const tools = await setUpWindow()
  prepare(tools)
  installFaultPackages()
  const at = process.argv.indexOf('--only')
  const only = at < 0 ? null : (process.argv[at + 1] ?? '').split(',')
  const lines = await onScreen(tools, (own) =>
    runSuites(suitesOf(own).filter(({ name }) => only === null || only.includes(name))),
  )
  if (lines.length === 0)
    throw new SetUpError(
      `No such suite. There are: ${suitesOf(tools)
        .map(({ name }) => name)
        .join(', ')}`,
    )
  printTable(lines)
  say(`\n${((Date.now() - start) / 60_000).toFixed(1)} minutes`)
  return lines.some(({ bad }) => bad > 0) ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runMain(main)
