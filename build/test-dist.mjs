// npm run test:dist: the Linux packages that `npm run dist` makes, installed, used, upgraded and removed.
// npm run test:dist -- --windows: what can be tried of the Windows ones under Wine. Both need root on Debian.
import path from 'node:path'
import { buildStale } from './build.mjs'
import { demandRoot } from './dist/trial/person.mjs'
import { installTrialTools, installWindowsTrialTools } from './setup/debian.mjs'
import { setUpWindow } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace, runMain } from './setup/run.mjs'

await runMain(async () => {
  demandRoot()
  const tools = await setUpWindow()
  const isWindows = process.argv.includes('--windows')
  if (isWindows) installWindowsTrialTools()
  else installTrialTools()
  buildStale(tools, ['programs', 'renderer'])
  const trial = path.join(root, 'build/dist', isWindows ? 'try-windows.mjs' : 'try-deb.mjs')
  return runInPlace(tools.node, [trial], { cwd: root, env: tools.env })
})
