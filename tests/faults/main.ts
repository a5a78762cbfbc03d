import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runNthFaults } from './nth-fault'
import { runPowerCuts } from './power'
import type { Outcome } from './suite'
import { makeTemplates } from './templates'
import { runWindowKills } from './window-kills'

function valuesAfter(name: string): readonly string[] | null {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? '').split(',')
}

const isQuick = process.argv.includes('--quick')
/** Errands of the quick part, each struck once in every mode. */
const quickErrands = ['import', 'edit', 'ledger', 'send']

const suites: Readonly<Record<string, (work: string) => Promise<Outcome>>> = {
  'nth-fault': async (work) =>
    runNthFaults(work, await makeTemplates(work), {
      perMode: isQuick ? 1 : Number(valuesAfter('--per-mode')?.[0] ?? 40),
      errands: valuesAfter('--errands') ?? (isQuick ? quickErrands : null),
      modes: valuesAfter('--modes'),
      lanes: 2,
    }),
  power: async (work) => {
    const options = isQuick ? { cuts: 60, saves: 60 } : { cuts: 1200, saves: 200 }
    return runPowerCuts(work, (await makeTemplates(work)).of('ledger'), options)
  },
  'window-kills': async (work) => runWindowKills(work, (await makeTemplates(work)).of('ledger'), isQuick ? 3 : 50),
}

/** `node out/faults/index.cjs SUITE [--quick] [--report FILE]`: runs one suite and tells how it went. */
async function main(): Promise<void> {
  const run = suites[process.argv[2] ?? '']
  if (!run) throw new Error(`name a suite: ${Object.keys(suites).join(', ')}`)
  const work = mkdtempSync(path.join(tmpdir(), 'sizhua-faults-'))
  try {
    const outcome = await run(work)
    for (const wrong of outcome.wrong) console.log(`  BAD ${wrong}`)
    const [report] = valuesAfter('--report') ?? []
    if (report !== undefined) writeFileSync(report, JSON.stringify({ runs: outcome.runs, bad: outcome.wrong.length }))
    if (outcome.wrong.length > 0) process.exitCode = 1
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

void main().catch((cause: unknown) => {
  console.error(cause)
  process.exitCode = 1
})
