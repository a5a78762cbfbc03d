// npm run dist [-- options]: the installers, in dist/.
//   --platform linux|win32   whose installers (this machine's own)       --arch x64,arm64   for which processors (both)
//   --version 1.2.3          instead of package.json's                   --output FOLDER    instead of dist
//   --targets dir,deb        instead of all of the platform              --inspectable      a test build that tools may look into
// Needs Node and npm. Where Electron's download is out of reach the same command packs a test build for Linux.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildStale } from './build.mjs'
import { setUpTools } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace, runMain } from './setup/run.mjs'

const targetsOf = { linux: ['deb', 'tar.gz'], win32: ['nsis'] }

const options = {
  platform: { type: 'string', default: process.platform === 'win32' ? 'win32' : 'linux' },
  arch: { type: 'string', default: 'x64,arm64' },
  version: { type: 'string' },
  output: { type: 'string', default: 'dist' },
  targets: { type: 'string' },
  inspectable: { type: 'boolean', default: false },
}

/** What is packed, one call of electron-builder a step. */
export function planOf(args) {
  const { values } = parseArgs({ args, options })
  const { platform, output, version, inspectable: isInspectable } = values
  const common = { platform, arch: values.arch.split(',') }
  const steps = [{ ...common, targets: values.targets?.split(',') ?? targetsOf[platform] }]
  // The portable folder differs by a file, so it is packed apart.
  if (platform === 'win32' && !values.targets) steps.push({ ...common, targets: ['zip'], isPortable: true })
  return { output, isInspectable, ...(version && { version }), steps }
}

/** Builds, packs and says where it is. */
export async function dist(args) {
  const plan = planOf(args)
  const tools = setUpTools()
  buildStale(tools, ['programs', 'renderer'])
  const packer = [path.join(root, 'build/dist/pack.mjs'), JSON.stringify(plan)]
  return runInPlace(tools.node, packer, { cwd: root, env: tools.env })
}

if (process.argv[1] === import.meta.filename) await runMain(() => dist(process.argv.slice(2)))
