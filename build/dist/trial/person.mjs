// An ordinary person of this machine, made for a trial and removed after it.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SetUpError, runQuietly } from '../../setup/run.mjs'

const NAME = 'sizhua-trial'
const HOME = `/home/${NAME}`

function idOf(flag) {
  return Number(spawnSync('id', [flag, NAME], { encoding: 'utf8' }).stdout)
}

/** Makes the person anew; whatever a trial that was broken off left is removed first. */
export function makePerson(display) {
  removePerson()
  runQuietly('useradd', ['--create-home', '--shell', '/bin/sh', NAME])
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  const runtime = path.join(HOME, '.runtime')
  mkdirSync(runtime, { mode: 0o700 })
  chownSync(runtime, uid, gid)
  const env = {
    HOME,
    USER: NAME,
    LOGNAME: NAME,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    XDG_RUNTIME_DIR: runtime,
    DISPLAY: display,
  }
  const options = (more = {}) => ({ uid, gid, cwd: HOME, ...more, env: { ...env, ...more.env } })
  return {
    uid,
    home: HOME,
    display,
    /** Runs to the end; what was printed and the exit status. */
    run: (command, args, more) => spawnSync(command, args, { encoding: 'utf8', timeout: 120_000, ...options(more) }),
    start: (command, args, more) => spawn(command, args, { stdio: 'ignore', ...options(more) }),
    /** Gives them a copy of a file or folder. */
    give(source, name = path.basename(source)) {
      const target = path.join(HOME, name)
      cpSync(source, target, { recursive: true })
      runQuietly('chown', ['-R', `${uid}:${gid}`, target])
      return target
    },
    /** A program that starts another as this person: Playwright, run by root, takes it for the browser itself. */
    starter(program) {
      const file = path.join(HOME, '.start')
      const given = Object.entries(env).map(([name, value]) => `${name}='${value}'`)
      // Playwright adds the flag for root; the person is none, and the sandbox stays on.
      const lines = [
        '#!/bin/bash',
        'args=()',
        'for a in "$@"; do [ "$a" = --no-sandbox ] || args+=("$a"); done',
        `cd ${HOME}`,
        `exec setpriv --reuid=${uid} --regid=${gid} --clear-groups env -i ${given.join(' ')} ${program} "\${args[@]}"`,
      ]
      writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o755 })
      return file
    },
  }
}

/** Removes the person and everything of theirs. */
export function removePerson() {
  if (spawnSync('id', [NAME], { stdio: 'ignore' }).status !== 0) return
  for (const pid of processesOf(idOf('-u'))) process.kill(pid, 'SIGKILL')
  runQuietly('userdel', ['--force', NAME])
  rmSync(HOME, { recursive: true, force: true })
}

/** Their running programs. */
export function processesOf(uid) {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '-u', String(uid)], { encoding: 'utf8' })
  return stdout.split('\n').map(Number).filter(Boolean)
}

/** Only root can install packages and make people. */
export function demandRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !readdirSync('/usr/bin').includes('dpkg'))
    throw new SetUpError(
      'The trial of the package needs root on Debian or its kin: it installs, makes a user and removes both.',
    )
}
