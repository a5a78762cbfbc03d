import { districtLines } from './district-lines'
import { exportLine } from './export-line'
import { importLine } from './import-line'
import { rectificationLines } from './rectification-lines'
import { pageLines, saveLine, scoreLine } from './store-lines'
import { searchLines, visitLines } from './search-lines'
import { runSaves, syncsPerSave } from './sync-count'
import { overCount, tableText, type Line } from './table'
import { windowLines } from './window-lines'
import { fillVisits, makeWorkspace, openWorkspace, removeFolder } from './workspace'

const isQuick = process.argv.includes('--quick')
const many = isQuick ? { warmUps: 3, rounds: 11 } : { warmUps: 10, rounds: 51 }
const few = isQuick ? { warmUps: 1, rounds: 3 } : { warmUps: 2, rounds: 9 }

/** Measures all parts, or the one that is named. */
async function measure(only: string | null): Promise<readonly Line[]> {
  const lines: Line[] = []
  const part = async (name: string, lineOf: () => Promise<Line | readonly Line[]>): Promise<void> => {
    if (only !== null && only !== name) return
    process.stderr.write(`${name}\n`)
    lines.push(...[await lineOf()].flat())
  }
  await part('import', () => importLine(few))
  await part('rectification', () => rectificationLines(few))
  await part('district', () => districtLines(few))
  if (['import', 'rectification', 'district'].some((name) => name === only)) return lines
  const filled = await makeWorkspace(100_000)
  // Closed and opened again, as a day's work begins: what was written no longer lies in the write-ahead log.
  filled.close()
  const workspace = await openWorkspace(filled.folder)
  await part('page', () => pageLines(workspace, many))
  await part('score', () => scoreLine(workspace, many))
  await part('save', () => saveLine(workspace, many, syncsPerSave()))
  await part('export', () => exportLine(workspace, few))
  fillVisits(workspace, 100_000)
  await part('visits', () => visitLines(workspace, few))
  await part('search', () => searchLines(workspace, few))
  workspace.close()
  await part('windows', () => windowLines(workspace.folder, isQuick ? 3 : 7))
  removeFolder(workspace.folder)
  return lines
}

function valueAfter(option: string): string | null {
  const at = process.argv.indexOf(option)
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}

async function main(): Promise<void> {
  const saves = valueAfter('--saves')
  if (saves !== null) return runSaves(Number(saves))
  const started = performance.now()
  const lines = await measure(valueAfter('--only'))
  console.log(tableText(lines))
  console.log(
    `\n${overCount(lines)} of ${lines.length} over budget; ${((performance.now() - started) / 1000).toFixed(0)} s`,
  )
}

void main()
