import path from 'node:path'
import { version } from '../package.json'
import { runCommandLine } from './cli/run'

// The same handlers as the window's, on plain Node and without a display.
void runCommandLine({
  argv: process.argv.slice(2),
  versions: { app: version, electron: '-', electronSource: '-', chromium: '-', node: process.versions.node },
  jobsFile: path.join(__dirname, '../jobs/index.cjs'),
  print: (text) => process.stdout.write(`${text}\n`),
  remark: (text) => process.stderr.write(`${text}\n`),
}).then((status) => {
  process.exitCode = status
})
