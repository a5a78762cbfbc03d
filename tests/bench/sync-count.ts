import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { makeFolder, makeWorkspace, removeFolder } from './workspace'
import { saveOnce } from './store-lines'

const saves = 20

/** The child's part: a small ledger and so many saves. */
export async function runSaves(count: number): Promise<void> {
  const workspace = await makeWorkspace(100)
  const id = workspace.store.connection.prepare<[], string>('SELECT id FROM lead LIMIT 1').pluck().get() ?? ''
  for (let index = 0; index < count; index += 1) await saveOnce(workspace, id, `第${index}次`)
  workspace.close()
  removeFolder(workspace.folder)
}

function countSyncs(count: number, folder: string): number | null {
  const trace = path.join(folder, 'trace')
  const options = ['-f', '-e', 'trace=fsync,fdatasync', '-o', trace]
  const program = [process.execPath, process.argv[1] ?? '', '--saves', String(count)]
  const run = spawnSync('strace', [...options, ...program], { stdio: 'ignore' })
  if (run.error || run.status !== 0) return null
  const lines = readFileSync(trace, 'utf8').split('\n')
  rmSync(trace)
  return lines.filter((line) => /\b(?:fsync|fdatasync)\(/.test(line)).length
}

/** How often the disk is told to keep what it has, per save; null where system calls cannot be traced. */
export function syncsPerSave(): number | null {
  const folder = makeFolder()
  const [without, withSaves] = [countSyncs(0, folder), countSyncs(saves, folder)]
  removeFolder(folder)
  return without === null || withSaves === null ? null : (withSaves - without) / saves
}
