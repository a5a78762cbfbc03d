import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runNthFaults } from './nth-fault'
import { runPowerCuts } from './power'
import { runSuite, suiteTable, type Suite, type SuiteLine } from './suite'
import { makeTemplates } from './templates'
import { runWindowKills } from './window-kills'

function valuesAfter(name: string): readonly string[] | null {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? '').split(',')
}

const isQuick = process.argv.includes('--quick')
const quickErrands = ['import', 'edit', 'ledger', 'send']

const suites: readonly Suite[] = [
  {
    name: 'nth-fault',
    run: async (work) =>
      runNthFaults(work, await makeTemplates(work), {
        perMode: isQuick ? 1 : Number(valuesAfter('--per-mode')?.[0] ?? 40),
        errands: valuesAfter('--errands') ?? (isQuick ? quickErrands : null),
        modes: valuesAfter('--modes'),
        lanes: 2,
      }),
  },
  {
    name: 'power',
    run: async (work) =>
      runPowerCuts(
        work,
        (await makeTemplates(work)).of('ledger'),
        isQuick ? { cuts: 60, saves: 60 } : { cuts: 1200, saves: 400 },
      ),
  },
  {
    name: 'window-kills',
    run: async (work) => runWindowKills(work, (await makeTemplates(work)).of('ledger'), isQuick ? 3 : 50),
  },
]

async function main(): Promise<void> {
  const only = valuesAfter('--only')
  const lines: SuiteLine[] = []
  for (const suite of suites) {
    if (only && !only.includes(suite.name)) continue
    console.log(`\n— ${suite.name}`)
    const work = mkdtempSync(path.join(tmpdir(), 'sizhua-faults-'))
    mkdirSync(work, { recursive: true })
    const line = await runSuite(suite, work)
    for (const wrong of line.wrong.slice(0, 60)) console.log(`  BAD ${wrong}`)
    rmSync(work, { recursive: true, force: true })
    lines.push(line)
  }
  console.log(`\n${suiteTable(lines)}`)
  if (lines.length === 0 || lines.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1
}

void main()
