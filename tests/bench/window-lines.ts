import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { benchDay } from './data'
import { importFile, ledgerFile } from './import-line'
import { median } from './measure'
import type { Line } from './table'
import { launch, type Launched } from './windows/launch'
import { makeFolder, openWorkspace, removeFolder } from './workspace'

const hello = 'hello-world window on the same Electron'

/** The program's binary, or null where no window can be opened. */
function electronBinary(): string | null {
  const isScreenless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  if (isScreenless) return null
  try {
    // On plain Node the package is the path of its binary; it throws where there is none.
    return createRequire(path.resolve('package.json'))('electron') as string
  } catch {
    return null
  }
}

function helloProgram(folder: string): readonly string[] {
  const program = path.join(folder, 'hello')
  mkdirSync(program)
  writeFileSync(path.join(program, 'package.json'), JSON.stringify({ name: 'hello', main: 'index.cjs' }))
  writeFileSync(path.join(program, 'index.cjs'), readFileSync('out/bench-hello/index.cjs'))
  writeFileSync(path.join(program, 'index.html'), '<!doctype html><title>Hello</title><p>Hello</p>')
  return [program, `--user-data-dir=${path.join(folder, 'hello-profile')}`]
}

/** Files that the window's jobs need: assignments on the home page, a folder to export to, a workbook to import. */
async function prepare(ledger: string, folder: string): Promise<string> {
  const workspace = await openWorkspace(ledger)
  await importFile(workspace, path.resolve('tests/fixtures/assignments/dongli-2022-audit-bureau.xlsx'))
  workspace.close()
  mkdirSync(path.join(ledger, 'window'), { recursive: true })
  writeFileSync(path.join(ledger, 'window', 'last-folder'), folder)
  return ledgerFile(folder, 5_000)
}

interface Windows {
  readonly ours: readonly Launched[]
  readonly hello: readonly Launched[]
  readonly withJobs: Launched
}

async function openWindows(electron: string, ledger: string, folder: string, rounds: number): Promise<Windows> {
  const workbook = await prepare(ledger, folder)
  const program = [path.resolve('.'), '--data', ledger, '--as-of', benchDay]
  const bare = helloProgram(folder)
  const launched = { ours: [] as Launched[], hello: [] as Launched[] }
  for (let round = -1; round < rounds; round += 1) {
    const plain = await launch({ electron, program: bare, order: { shown: null, jobs: null } })
    const own = await launch({ electron, program, order: { shown: '.ledger-stream', jobs: null } })
    if (round < 0) continue
    launched.hello.push(plain)
    launched.ours.push(own)
  }
  const order = { shown: '.ledger-stream', jobs: { workbook, calls: 15 } }
  return { ...launched, withJobs: await launch({ electron, program, order }) }
}

function startLines(windows: Windows | null): readonly Line[] {
  const compare = (ours: 'painted' | 'shown' | 'memory', floor: 'painted' | 'memory') =>
    windows && {
      ours: median(windows.ours.map((each) => each[ours])),
      baseline: median(windows.hello.map((each) => each[floor])),
    }
  const painted = compare('painted', 'painted')
  const shown = compare('shown', 'painted')
  const memory = compare('memory', 'memory')
  return [
    { what: 'start to first paint (static shell)', baseline: hello, figures: painted, ratioBudget: 1.2 },
    {
      what: 'start to the home page with data, 100,000 leads and visits',
      baseline: 'the same',
      figures: shown,
      ratioBudget: 1.8,
    },
    {
      what: 'memory of all processes (PSS), idle, 100,000 leads and visits',
      baseline: hello,
      figures: memory,
      ratioBudget: 1.4,
      unit: 'MB',
    },
  ]
}

function jobLines(windows: Windows | null): readonly Line[] {
  const jobs = windows?.withJobs.jobs ?? null
  const plainLine = (what: string, name: string, budget: number, value: number | undefined): Line => ({
    what,
    baseline: '-',
    figures: null,
    ratioBudget: null,
    ...(value === undefined ? {} : { plain: { name, value, budget, unit: 'ms' } }),
  })
  return [
    plainLine('page of 50 leads asked for by the window, 100,000 rows', 'answer', 50, jobs?.answer),
    plainLine('the next page in the window, click to pixels', 'median', 50, jobs?.pixels),
    plainLine('main process blocked while 5,000 rows are imported', 'longest', 100, jobs?.blocked.importing),
    plainLine('main process blocked while a ledger is exported', 'longest', 100, jobs?.blocked.exporting),
  ]
}

/** Everything that needs a window: starts, memory, answers in the window, the main process during jobs. */
export async function windowLines(ledger: string, rounds: number): Promise<readonly Line[]> {
  const electron = electronBinary()
  if (electron === null) return [...startLines(null), ...jobLines(null)]
  const folder = makeFolder()
  const windows = await openWindows(electron, ledger, folder, rounds)
  removeFolder(folder)
  return [...startLines(windows), ...jobLines(windows)]
}
