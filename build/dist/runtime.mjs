// Which Electron a build is packed with: the product's own, or for tests the one that runs here.
import { chmodSync, copyFileSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findElectron } from '../setup/electron.mjs'
import { modules } from '../setup/paths.mjs'
import { SetUpError, say } from '../setup/run.mjs'

function versionOfFolder(dist) {
  return readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
}

/** Takes what only the registry's runtime has out of the packed folder, and puts in what only it needs. */
async function afterPack({ appOutDir, electronPlatformName }, dist) {
  const resources = path.join(appOutDir, 'resources')
  for (const own of ['native', 'default_app.asar']) rmSync(path.join(resources, own), { recursive: true, force: true })
  if (electronPlatformName !== 'linux') return
  const prebuild = path.join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node')
  copyFileSync(path.join(dist, 'resources/native/better-sqlite3.napi8.node'), prebuild)
  chmodSync(prebuild, 0o644)
}

/**
 * Null: the product's Electron can be had, and electron-builder fetches it for each target. Else the older Electron that
 * runs here: what is packed with it is a test build.
 */
export async function runtimeOf(node, { isInspectable }) {
  const wanted = JSON.parse(readFileSync(path.join(modules, 'electron/package.json'), 'utf8')).version
  const { binary, source } = await findElectron(node)
  const dist = path.dirname(binary)
  const version = versionOfFolder(dist)
  if (version === wanted) {
    if (isInspectable) throw new SetUpError('Only a test build may leave its inspector reachable.')
    return null
  }
  say(
    `Electron ${wanted} is out of reach; packing a TEST BUILD with Electron ${version} (${source}). Never hand it out.`,
  )
  return { dist, version, isInspectable, afterPack: (context) => afterPack(context, dist) }
}
