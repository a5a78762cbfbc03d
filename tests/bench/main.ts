import { exportLine } from './export-line'
import { importLine } from './import-line'
import { pageLines, saveLine, scoreLine } from './store-lines'
import { runSaves, syncsPerSave } from './sync-count'
import { overCount, tableText, type Line } from './table'
import { makeWorkspace, removeFolder } from './workspace'

const isQuick = process.argv.includes('--quick')
const many = isQuick ? { warmUps: 3, rounds: 11 } : { warmUps: 10, rounds: 51 }
const few = isQuick ? { warmUps: 1, rounds: 3 } : { warmUps: 2, rounds: 9 }

function say(step: string): void {
  process.stderr.write(`${step}\n`)
}

async function measure(): Promise<readonly Line[]> {
  say('import')
  const imported = await importLine(few)
  say('a store of 100,000 leads')
  const workspace = await makeWorkspace(100_000)
  say('page, score, save, export')
  const pages = await pageLines(workspace, many)
  const score = await scoreLine(workspace, many)
  const saved = await saveLine(workspace, many, syncsPerSave())
  const exported = await exportLine(workspace, few)
  workspace.close()
  removeFolder(workspace.folder)
  return [imported, ...pages, score, exported, saved]
}

async function main(): Promise<void> {
  const saves = process.argv.indexOf('--saves')
  if (saves > 0) return runSaves(Number(process.argv[saves + 1]))
  const started = performance.now()
  const lines = await measure()
  console.log(tableText(lines))
  console.log(
    `\n${overCount(lines)} of ${lines.length} over budget; ${((performance.now() - started) / 1000).toFixed(0)} s`,
  )
}

void main()
