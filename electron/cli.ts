import path from 'node:path'
import { createInterface } from 'node:readline'
import { version } from '../package.json'
import { runCommandLine } from './cli/run'

// In the packaged program the words come after `--cli`, on plain Node after the script.
const marker = process.argv.indexOf('--cli')

let hasListened = false

/** From the environment, or one line of what is piped in; nobody is asked at a terminal. */
async function readPin(): Promise<string | null> {
  const given = process.env['SIZHUA_PIN']
  if (given !== undefined || process.stdin.isTTY) return given ?? null
  hasListened = true
  for await (const line of createInterface({ input: process.stdin })) return line.trim()
  return null
}

// The same handlers as the window's, without one.
void runCommandLine({
  argv: process.argv.slice(marker < 0 ? 2 : marker + 1),
  versions: { app: version, electron: '-', electronSource: '-', chromium: '-', node: process.versions.node },
  jobsFile: path.join(__dirname, '../jobs/index.cjs'),
  print: (text) => process.stdout.write(`${text}\n`),
  remark: (text) => process.stderr.write(`${text}\n`),
  pin: readPin,
}).then((status) => {
  process.exitCode = status
  // Never touched without need: a program of Windows without a console has none, and asking for it throws.
  if (hasListened) process.stdin.destroy()
  // Electron would go on waiting for a window.
  if (process.versions.electron) process.exit(status)
})
