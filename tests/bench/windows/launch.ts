import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { memoryOf } from './processes'
import { orderVariable, reportMark, type ProbeJobs, type ProbeOrder, type ProbeReport } from './probe-order'

/** Unit: milliseconds that a window is left alone before its memory is read. */
const IDLE = 2_000
const LIMIT = 120_000

export interface Launch {
  readonly electron: string
  /** Folder or file of the program, and its arguments. */
  readonly program: readonly string[]
  readonly order: ProbeOrder
}

/** Unit: milliseconds from the start of the process; MiB. */
export interface Launched {
  readonly painted: number
  readonly shown: number
  readonly memory: number
  readonly jobs: ProbeJobs | null
}

function reportOf(child: ChildProcess): Promise<ProbeReport> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error('the window did not show in time')), LIMIT)
    let text = ''
    let complaints = ''
    child.stderr?.on('data', (data: Buffer) => (complaints += String(data)))
    child.stdout?.on('data', (data: Buffer) => {
      text += String(data)
      const line = text.split('\n').find((each) => each.startsWith(reportMark) && text.includes(`${each}\n`))
      if (line === undefined) return
      clearTimeout(tooLong)
      resolve(JSON.parse(line.slice(reportMark.length)) as ProbeReport)
    })
    child.once('exit', (code) => {
      clearTimeout(tooLong)
      reject(new Error(`the window ended with ${code}\n${complaints.slice(-2000)}`))
    })
  })
}

/** Starts a program with the probe, waits for its report, reads its memory and ends it. */
export async function launch({ electron, program, order }: Launch): Promise<Launched> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  // Chromium refuses its sandbox to root on Linux; everywhere else it stays on.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const probe = path.resolve('out/bench-probe/index.cjs')
  const startedAt = Date.now()
  const child = spawn(electron, [...flags, '-r', probe, ...program], {
    env: { ...env, [orderVariable]: JSON.stringify(order) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const { paintedAt, shownAt, jobs } = await reportOf(child)
    await wait(jobs ? 0 : IDLE)
    return { painted: paintedAt - startedAt, shown: shownAt - startedAt, memory: memoryOf(child.pid ?? 0), jobs }
  } finally {
    child.stdin?.end('quit')
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(force)
  }
}
