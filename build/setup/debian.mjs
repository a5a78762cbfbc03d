// The system packages a window needs on Debian and its kin. Other systems have their own; nothing is touched there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { SetUpError, runLoudly, say } from './run.mjs'

// Newer releases renamed some libraries (64-bit time_t): any of the names will do.
const WINDOW = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['libxss1'],
  ['xvfb'],
  ['fonts-noto-cjk'],
]
const TESTS = [['strace'], ['gcc'], ['libc6-dev']]
const FAULTS = [['libfaketime'], ['e2fsprogs'], ['util-linux'], ['passwd']]
const COMPILER = [['g++'], ['make'], ['python3']]
const PACKING = [['7zip', 'p7zip-full']]
const TRIAL = [
  ['xdg-utils'],
  ['desktop-file-utils'],
  ['shared-mime-info'],
  ['libglib2.0-bin'],
  ['procps'],
  ['python3'],
  ['x11-apps'],
]

/** Makes sure that Electron's libraries, Xvfb and a Chinese font are there. */
export function installWindowPackages() {
  installMissing(WINDOW)
}

/** Makes sure that a program's calls can be watched, and made to fail. */
export function installTestPackages() {
  installMissing(TESTS)
}

/** Makes sure that a clock can be turned, a stick be made and another user be there. */
export function installFaultPackages() {
  installMissing(FAULTS)
}

/** Makes sure that a native module can be compiled. */
export function installCompiler() {
  installMissing(COMPILER)
}

/** Makes sure that a test build can be packed where electron-builder's own tools are out of reach. */
export function installPackingTools() {
  installMissing(PACKING)
}

/** Makes sure that a Windows installer can be made and tried. */
export function installWindowsTrialTools() {
  installMissing([['nsis'], ['wine64'], ['wine']])
}

/** Makes sure that what a desktop does with an installed program can be looked at. */
export function installTrialTools() {
  installMissing(TRIAL)
}

function installMissing(wanted) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const installed = installedAmong(wanted.flat())
  const missing = wanted.filter((names) => !names.some((name) => installed.has(name)))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    const names = missing.map((alternatives) => pickAvailable(alternatives)).join(' ')
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`
    throw new SetUpError(`System packages are missing and only root can install them. Please run:\n\n  ${command}\n`)
  }
  say('Fetching the list of Debian packages: apt-get update')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  runLoudly('apt-get', ['update', '-qq'], { env })
  const names = missing.map((alternatives) => pickAvailable(alternatives))
  say(`Installing Debian packages: ${names.join(' ')}`)
  runLoudly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env })
}

function installedAmong(names) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\\n', ...names], {
    encoding: 'utf8',
  })
  const lines = stdout.split('\n').map((line) => line.split(' '))
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name]) => name))
}

function pickAvailable(alternatives) {
  if (alternatives.length === 1) return alternatives[0]
  const isAvailable = (name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0
  return alternatives.find(isAvailable) ?? alternatives[0]
}
