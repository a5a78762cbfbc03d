import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Store } from '../../db/access'
import { verifyChain } from '../../db/journal'
import { openStore } from '../../db/open'
import { advance, imageOf, restoreImage } from './disk-image'
import { randomFrom } from './random'
import type { Outcome } from './suite'
import { readTrace, straceOptions, type Step } from './traced-writes'

const writerFile = path.resolve('out/faults-power-writer/index.cjs')

/** Memory when there is some: a thousand ledgers are written. */
function quickFolder(): string {
  const memory = '/dev/shm'
  return mkdtempSync(path.join(existsSync(memory) ? memory : tmpdir(), 'sizhua-power-'))
}

/** Has the writer save under strace; what it did to the files, and the folder as it was before. */
async function traced(work: string, ledger: string, saves: number, sync: string) {
  const folder = path.join(work, `data-${sync}`)
  const trace = path.join(work, `${sync}.strace`)
  cpSync(path.join(ledger, 'data'), folder, { recursive: true })
  const before = imageOf(folder)
  const program = [process.execPath, writerFile, folder, String(saves), sync]
  const run = spawnSync('strace', [...straceOptions, '-o', trace, ...program], { stdio: ['ignore', 'ignore', 'pipe'] })
  if (run.error) throw run.error
  const steps = await readTrace(trace, folder)
  rmSync(trace)
  const acknowledged = steps.filter(({ op }) => op === 'ack').length
  if (acknowledged !== saves) throw new Error(`${acknowledged} of ${saves} saves: ${String(run.stderr).slice(0, 500)}`)
  return { before, steps }
}

interface Found {
  /** Saves that are there; null when the ledger does not open or is not whole. */
  readonly saves: number | null
  readonly problem: string
}

function savesIn(store: Store, entriesBefore: number): Found {
  const { connection } = store
  const integrity = String(connection.pragma('integrity_check(1)', { simple: true }))
  const chain = verifyChain(connection)
  if (integrity !== 'ok' || !chain.isWhole) return { saves: null, problem: `${integrity}, ${chain.brokenAt}` }
  const saves = chain.entries - entriesBefore
  const remark = connection.prepare<[string]>('SELECT 1 FROM lead WHERE remark = ?').get(`第${saves}次保存`)
  if (saves > 0 && !remark) return { saves: null, problem: `entry ${chain.entries} without its row` }
  return { saves, problem: '' }
}

/** Starts on the folder as the program does, and counts what is there. */
async function look(folder: string, seen: (store: Store) => Found): Promise<Found> {
  const opened = await openStore({ folder, create: false, holder: '-', now: '2022-06-30T09:00:00+08:00' })
  if (!opened.ok) return { saves: null, problem: opened.error.code }
  try {
    return seen(opened.value)
  } finally {
    opened.value.close()
  }
}

interface Tally {
  trials: number
  corrupt: number
  lost: number
  readonly wrong: string[]
}

/** Cuts the power at so many random moments: unsynced writes all dropped, or torn at sectors, in turn. */
async function cut(
  { before, steps }: { readonly before: ReturnType<typeof imageOf>; readonly steps: readonly Step[] },
  entriesBefore: number,
  cuts: number,
): Promise<Tally> {
  const random = randomFrom(20_220_630)
  const moments = Array.from({ length: cuts }, () => Math.floor(random() * steps.length)).toSorted((a, b) => a - b)
  const folder = quickFolder()
  const tally: Tally = { trials: 0, corrupt: 0, lost: 0, wrong: [] }
  let [next, acknowledged] = [0, 0]
  try {
    for (const [turn, moment] of moments.entries()) {
      for (; next < moment; next += 1) {
        const step = steps[next]
        if (!step) break
        advance(before, step)
        if (step.op === 'ack') acknowledged = step.number
      }
      restoreImage(before, folder, turn % 2 === 0 ? null : random)
      const { saves, problem } = await look(folder, (store) => savesIn(store, entriesBefore))
      tally.trials += 1
      if (saves === null) {
        tally.corrupt += 1
        tally.wrong.push(`cut ${moment}: ${problem}`)
      } else if (saves < acknowledged) {
        tally.lost += acknowledged - saves
        tally.wrong.push(`cut ${moment}: ${acknowledged - saves} acknowledged saves are lost`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return tally
}

async function entriesOf(ledger: string, work: string): Promise<number> {
  const folder = path.join(work, 'counted')
  cpSync(path.join(ledger, 'data'), folder, { recursive: true })
  const { saves } = await look(folder, ({ connection }) => ({ saves: verifyChain(connection).entries, problem: '' }))
  if (saves === null) throw new Error('the ledger to begin with is not whole')
  return saves
}

export interface PowerOptions {
  readonly cuts: number
  readonly saves: number
}

/**
 * Faults 2 and 18: nothing acknowledged is lost at any cut, and with `synchronous = NORMAL` something is, so that the
 * replay is known to tell the difference.
 */
export async function runPowerCuts(work: string, ledger: string, { cuts, saves }: PowerOptions): Promise<Outcome> {
  mkdirSync(work, { recursive: true })
  const entries = await entriesOf(ledger, work)
  const full = await cut(await traced(work, ledger, saves, 'FULL'), entries, cuts)
  const normal = await cut(await traced(work, ledger, saves, 'NORMAL'), entries, Math.ceil(cuts / 4))
  console.log(`  FULL: ${full.trials} cuts, ${full.lost} lost, ${full.corrupt} corrupt`)
  console.log(`  NORMAL: ${normal.trials} cuts, ${normal.lost} lost, ${normal.corrupt} corrupt (must lose)`)
  const toothless = normal.lost > 0 ? [] : ['with synchronous = NORMAL nothing was lost: the replay has no teeth']
  return { runs: full.trials + normal.trials, wrong: [...full.wrong, ...toothless] }
}
