import path from 'node:path'
import { version } from '../package.json'
import { runCommandLine } from './cli/run'

// In the packaged program the words come after `--cli`, on plain Node after the script.
const marker = process.argv.indexOf('--cli')

// The same handlers as the window's, without one.
void runCommandLine({
  argv: process.argv.slice(marker < 0 ? 2 : marker + 1),
  versions: { app: version, electron: '-', electronSource: '-', chromium: '-', node: process.versions.node },
  jobsFile: path.join(__dirname, '../jobs/index.cjs'),
  print: (text) => process.stdout.write(`${text}\n`),
  remark: (text) => process.stderr.write(`${text}\n`),
}).then((status) => {
  process.exitCode = status
  // Electron would go on waiting for a window.
  if (process.versions.electron) process.exit(status)
})
