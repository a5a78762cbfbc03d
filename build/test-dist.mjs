// npm run test:dist: the packages that `npm run dist` makes, installed, used, upgraded and removed. Needs root on Debian.
import path from 'node:path'
import { buildStale } from './build.mjs'
import { demandRoot } from './dist/trial/person.mjs'
import { installTrialTools } from './setup/debian.mjs'
import { setUpWindow } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace, runMain } from './setup/run.mjs'

await runMain(async () => {
  demandRoot()
  const tools = await setUpWindow()
  installTrialTools()
  buildStale(tools, ['programs', 'renderer'])
  const trial = [path.join(root, 'build/dist/try-deb.mjs')]
  return runInPlace(tools.node, trial, { cwd: root, env: tools.env })
})
