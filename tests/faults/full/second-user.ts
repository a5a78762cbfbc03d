import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { aFolder, type CommandResult } from '../../builders'

const USER = 'sizhua-test'

/** Another user of the same computer. */
export interface SecondUser {
  /** Runs the command line as that user, on the same data folder. */
  readonly cli: (args: readonly string[]) => CommandResult
}

function idOf(flag: string): string {
  return spawnSync('id', [flag, USER], { encoding: 'utf8' }).stdout.trim()
}

/** An ordinary user, made if need be, with a copy of the program that everybody may read. Root only. */
export function aSecondUser(): SecondUser {
  if (process.getuid?.() !== 0) throw new Error('only root can be another user')
  if (spawnSync('id', [USER]).status !== 0)
    spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER])
  const place = aFolder()
  const node = path.join(place, 'node')
  cpSync(process.execPath, node)
  for (const name of ['out/cli', 'out/jobs', 'node_modules/better-sqlite3']) {
    mkdirSync(path.join(place, path.dirname(name)), { recursive: true })
    cpSync(path.resolve(name), path.join(place, name), { recursive: true, dereference: true })
  }
  openToAll(place)
  const ids = ['--reuid', idOf('-u'), '--regid', idOf('-g'), '--clear-groups']
  return {
    cli: (args) => {
      const command = [...ids, '--', node, path.join(place, 'out/cli/index.cjs'), ...args]
      const { status, stdout, stderr } = spawnSync('setpriv', command, { encoding: 'utf8', env: { HOME: place } })
      return { status, stdout, stderr }
    },
  }
}

/** As a folder that an administrator has given to everybody. */
export function openToAll(folder: string): void {
  chmodSync(folder, 0o777)
  spawnSync('chmod', ['-R', 'a+rwX', folder])
}
