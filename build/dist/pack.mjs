// node build/dist/pack.mjs <plan as JSON>: packs what is in out/ by electron-builder. `build/dist.mjs` starts it on Node 24.
import { Arch, build, Platform } from 'electron-builder'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../setup/paths.mjs'
import { runMain } from '../setup/run.mjs'
import { configuration } from './electron-builder.mjs'
import { useToolsAtHand } from './offline-tools.mjs'
import { runtimeOf } from './runtime.mjs'
import { publisherKeys, writeWorkFiles } from './work-files.mjs'

const platforms = { linux: Platform.LINUX, win32: Platform.WINDOWS }
const archs = { x64: Arch.x64, arm64: Arch.arm64 }

/** Packs one platform; each call of electron-builder has one configuration. */
async function pack({ platform, targets, arch, version, output, isPortable = false, runtime }) {
  const config = configuration({ platform, version, isPortable, runtime, output })
  const chosen = platforms[platform].createTarget(targets, ...arch.map((name) => archs[name]))
  return build({ targets: chosen, config, projectDir: root, publish: 'never' })
}

await runMain(async () => {
  process.chdir(root)
  const plan = JSON.parse(process.argv[2] ?? '{}')
  const usual = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version
  const { version = usual, output = 'dist', isInspectable = false } = plan
  const runtime = await runtimeOf(process.execPath, { isInspectable })
  if (runtime) useToolsAtHand()
  writeWorkFiles({ version, output, runtime, keys: publisherKeys() })
  for (const step of plan.steps) {
    // A test build has one Electron: that of this machine.
    if (runtime && (step.platform !== 'linux' || process.platform !== 'linux')) continue
    const arch = runtime ? ['x64'] : step.arch
    for (const file of await pack({ ...step, arch, version, output, runtime })) console.log(file)
  }
  return 0
})
