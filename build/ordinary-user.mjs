// Chromium gives root on Linux no sandbox. What is asserted of the sandbox then runs as an ordinary user of the system,
// who reads the built program, the tests and the runtime in a folder of their own.
import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { modules, root } from './setup/paths.mjs'
import { SetUpError, runQuietly } from './setup/run.mjs'

const USER = 'sizhua-test'
/** Outside of every home, on a disk that survives a restart: /tmp may be small and held in memory. */
const PLACE = '/var/tmp'
/** What the tests import, with the two that `shared` may use; the program's own are bundled. */
const PACKAGES = [
  '@playwright/test',
  'playwright',
  'playwright-core',
  'better-sqlite3',
  'electron',
  'fraction.js',
  'zod',
]
const SOURCES = ['build', 'db', 'electron', 'shared', 'tests', 'out', 'package.json', 'tsconfig.json']

/** Whether this process is one that Chromium gives no sandbox. */
export const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0

/** The ids of an ordinary user for tests, made if need be. */
export function ordinaryUser() {
  const ids = () => ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, USER], { encoding: 'utf8' }).stdout))
  if (spawnSync('id', [USER]).status !== 0) {
    const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
    runQuietly('useradd', [...options, '--shell', '/usr/sbin/nologin', USER])
  }
  const [uid, gid] = ids()
  if (!uid || !gid) throw new SetUpError(`The user ${USER} could not be made`)
  return { uid, gid }
}

/** A command run as that user: its name and arguments in front of the wanted ones. */
export function asOrdinaryUser({ uid, gid }, command, args) {
  return ['setpriv', ['--reuid', String(uid), '--regid', String(gid), '--clear-groups', '--', command, ...args]]
}

/**
 * Lays the program, the tests and the runtime out for that user in a new folder; links where the disk allows it, so it
 * takes a second. Gives the folder of the project, the Node and the environment to use there; `remove` takes it all away.
 */
export function layOutFor({ uid, gid }, { node, env, electron }) {
  const folder = mkdtempSync(path.join(PLACE, 'sizhua-user-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  runQuietly('chmod', ['755', folder])
  const project = path.join(folder, 'project')
  mkdirSync(path.join(project, 'node_modules/@playwright'), { recursive: true })
  for (const name of SOURCES) link(path.join(root, name), path.join(project, name))
  for (const name of PACKAGES) link(path.join(modules, name), path.join(project, 'node_modules', name))
  const dist = path.join(folder, 'electron')
  link(path.dirname(electron.binary), dist)
  link(node, path.join(folder, 'node'))
  // Playwright empties and fills its folder of results, the programs their homes.
  for (const name of ['home', 'tmp', 'project', 'project/test-results']) {
    mkdirSync(path.join(folder, name), { recursive: true })
    chownSync(path.join(folder, name), uid, gid)
  }
  const { PATH, LANG, LC_ALL, TZ, CI } = env
  const given = Object.entries({ LANG, LC_ALL, TZ, CI }).filter(([, value]) => value !== undefined)
  return {
    project,
    node: path.join(folder, 'node'),
    env: {
      ...Object.fromEntries(given),
      PATH: `${folder}:${PATH}`,
      HOME: path.join(folder, 'home'),
      TMPDIR: path.join(folder, 'tmp'),
      ELECTRON_OVERRIDE_DIST_PATH: dist,
      SIZHUA_ELECTRON_SOURCE: electron.source,
    },
    remove,
  }
}

/** A tree that everybody can read, by links to the same files; copied where the disk takes no links, or some are private. */
function link(from, to) {
  const isPublic =
    spawnSync('find', [from, '!', '-perm', '-o+r', '-print', '-quit'], { encoding: 'utf8' }).stdout === ''
  if (isPublic && spawnSync('cp', ['-a', '--link', from, to]).status === 0) return
  if (existsSync(to)) rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  runQuietly('chmod', ['-R', 'o+rX', to])
}
