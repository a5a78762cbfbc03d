import { cpSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { errands, type Errand, type Place } from './errands'
import type { Act, Fault } from './fault-control'
import { changesRows, judge, judgeAgain, whichState, type Reference } from './judge'
import type { Outcome } from './suite'
import type { Templates } from './templates'
import { asExamined, asRan, startWorker, type WorkerProcess } from './worker-process'

interface Mode {
  readonly act: Act
  readonly isSticky: boolean
}

const errorActs = ['ENOSPC', 'EIO', 'EACCES', 'EBUSY'] as const
const modes: readonly Mode[] = [
  { act: 'KILL', isSticky: false },
  ...errorActs.flatMap((act) => [
    { act, isSticky: false },
    { act, isSticky: true },
  ]),
]
const unstruck: Fault = { target: 0, act: 'EIO', isSticky: false }

/** A folder that errands are run in, its struck worker and its clean one. Several lanes run beside each other. */
interface Lane {
  readonly place: Place
  readonly live: string
  readonly shot: string
  readonly struck: () => WorkerProcess
  /** After a kill: the next one, which was started ahead. */
  readonly renew: () => void
  readonly clean: WorkerProcess
  readonly end: () => Promise<void>
}

function makeLane(work: string, templates: Templates): Lane {
  const live = path.join(work, 'live')
  mkdirSync(live, { recursive: true })
  let number = 0
  const start = (): WorkerProcess => startWorker({ folder: live, control: path.join(work, `control-${number++}`) })
  let [current, next] = [start(), start()]
  const clean = startWorker(null)
  return {
    place: { data: path.join(live, 'data'), out: path.join(live, 'out'), assets: templates.assets },
    live,
    shot: path.join(work, 'shot'),
    struck: () => current,
    renew: () => {
      current = next
      next = start()
    },
    clean,
    end: async () => {
      await Promise.all([current, next, clean].map((worker) => worker.end()))
    },
  }
}

function copyInto(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
}

function placeIn(folder: string, { assets }: Place): Place {
  return { data: path.join(folder, 'data'), out: path.join(folder, 'out'), assets }
}

/** What an errand does when nothing is struck, and the template with an older file under each name that it writes. */
async function referenceOf(lane: Lane, errand: Errand, templates: Templates, own: string): Promise<Reference> {
  const from = templates.of(errand.from)
  copyInto(from, own)
  const runOnce = async (): Promise<readonly string[]> => {
    copyInto(own, lane.live)
    const ran = asRan(await lane.struck().ask({ do: 'run', errand: errand.name, place: lane.place, fault: unstruck }))
    if (!ran.ok) throw new Error(`${errand.name} fails by itself: ${ran.failure?.code} ${ran.incidents.join(' ')}`)
    await lane.struck().ask({ do: 'close' })
    return ran.files
  }
  const files = await runOnce()
  cpSync(path.join(lane.live, 'out'), path.join(own, 'out'), { recursive: true })
  copyInto(own, lane.shot)
  const examined = asExamined(await lane.clean.ask({ do: 'examine', place: placeIn(lane.shot, lane.place) }))
  // Files are compared with those of the template, before a start has added its own.
  const before = { ...examined, files: examined.found }
  copyInto(own, lane.live)
  const order = { do: 'run', errand: errand.name, place: lane.place, fault: unstruck } as const
  const { hits, files: written } = asRan(await lane.struck().ask(order))
  await lane.struck().ask({ do: 'close' })
  const after = asExamined(await lane.clean.ask({ do: 'examine', place: lane.place }))
  return { before, after, written: [...new Set([...files, ...written])], hits }
}

/** One fault in one errand; everything that is wrong afterwards. */
async function strike(lane: Lane, errand: Errand, own: string, reference: Reference, fault: Fault): Promise<string[]> {
  const { place, live, shot, clean } = lane
  copyInto(own, live)
  const answer = await lane.struck().ask({ do: 'run', errand: errand.name, place, fault })
  if (answer === null) {
    lane.renew()
    const found = asExamined(await clean.ask({ do: 'examine', place }))
    const wrong = judge(null, found, reference, fault)
    const repeats = errand.isIdempotent || whichState(found.state, reference) === 'before'
    return wrong.length > 0 || !repeats ? wrong : againIn(clean, errand, place, reference)
  }
  const said = asRan(answer)
  copyInto(live, shot)
  const found = asExamined(await clean.ask({ do: 'examine', place: placeIn(shot, place) }))
  const wrong = judge(said, found, reference, fault)
  const isDone = said.ok || (whichState(found.state, reference) === 'after' && changesRows(reference))
  const again = isDone || wrong.length > 0 ? null : asRan(await lane.struck().ask({ do: 'again' }))
  await lane.struck().ask({ do: 'close' })
  if (again === null) return wrong
  return judgeAgain(again, asExamined(await clean.ask({ do: 'examine', place })), reference)
}

async function againIn(clean: WorkerProcess, errand: Errand, place: Place, reference: Reference): Promise<string[]> {
  const ran = asRan(await clean.ask({ do: 'run', errand: errand.name, place, fault: unstruck }))
  await clean.ask({ do: 'close' })
  return judgeAgain(ran, asExamined(await clean.ask({ do: 'examine', place })), reference)
}

export interface NthFaultOptions {
  /** At most so many targets of an errand and a mode; with fewer calls than that, every one is struck. */
  readonly perMode: number
  readonly errands: readonly string[] | null
  readonly modes: readonly string[] | null
  readonly lanes: number
}

/** The targets of a mode: every step-th, each mode beginning at another, so that together they strike more. */
export function targetsOf(hits: number, perMode: number, turn: number): readonly number[] {
  const step = Math.max(1, Math.ceil(hits / perMode))
  const first = Math.floor((step * turn) / modes.length) + 1
  return Array.from({ length: Math.max(0, Math.ceil((hits - first + 1) / step)) }, (_, index) => first + index * step)
}

const nameOf = ({ act, isSticky }: Mode): string => (isSticky ? `${act}*` : act)

/** Strikes one errand through all modes. A naive one must be found out. */
async function strikeErrand(lane: Lane, errand: Errand, work: string, templates: Templates, options: NthFaultOptions) {
  const own = path.join(work, 'own')
  const reference = await referenceOf(lane, errand, templates, own)
  const wrong: string[] = []
  let runs = 0
  for (const [turn, mode] of modes.entries()) {
    if (options.modes !== null && !options.modes.includes(nameOf(mode))) continue
    for (const target of targetsOf(reference.hits, options.perMode, turn)) {
      const problems = await strike(lane, errand, own, reference, { target, ...mode })
      runs += 1
      if (problems.length > 0) wrong.push(`${errand.name}, ${nameOf(mode)} at ${target}: ${problems.join('; ')}`)
    }
  }
  const step = Math.max(1, Math.ceil(reference.hits / options.perMode))
  return { name: `${errand.name} (${reference.hits} calls, every ${step}.)`, runs, wrong }
}

/** Every errand, struck at every step-th call in every mode, judged by a clean start of the program. */
export async function runNthFaults(work: string, templates: Templates, options: NthFaultOptions): Promise<Outcome> {
  const { errands: only } = options
  const waiting = errands.filter(({ name, isNaive }) => isNaive || only === null || only.includes(name))
  const lines: { name: string; runs: number; wrong: string[]; isNaive: boolean }[] = []
  await Promise.all(
    Array.from({ length: options.lanes }, async (_, index) => {
      const folder = path.join(work, `lane-${index}`)
      const lane = makeLane(folder, templates)
      for (let errand = waiting.shift(); errand; errand = waiting.shift()) {
        const struck = await strikeErrand(lane, errand, folder, templates, options)
        lines.push({ ...struck, isNaive: errand.isNaive ?? false })
        console.log(`  ${struck.name}: ${struck.runs} runs, ${struck.wrong.length} bad`)
      }
      await lane.end()
    }),
  )
  const honest = lines.filter(({ isNaive }) => !isNaive)
  const toothless = lines
    .filter(({ isNaive, wrong }) => isNaive && wrong.length === 0)
    .map(({ name }) => `${name} is wrong on purpose and was not found out`)
  return {
    runs: lines.reduce((sum, { runs }) => sum + runs, 0),
    wrong: [...honest.flatMap(({ wrong }) => wrong), ...toothless],
  }
}
