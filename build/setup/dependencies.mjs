// node_modules as the lockfile says.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { modules, root } from './paths.mjs'
import { runNpm, say } from './run.mjs'

const stamp = path.join(modules, '.installed-from')

/** Installs the npm dependencies if they are missing or not those of the lockfile. */
export function installDependencies() {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say(`Installing the npm dependencies (${existsSync(modules) ? 'the lockfile has changed' : 'none here yet'})`)
  runNpm(['ci', '--no-progress', '--loglevel=error'], { cwd: root })
  writeFileSync(stamp, wanted)
}
