// npm test: sets up, then every check there is, the windows in a real Electron included.
import { buildStale } from './build.mjs'
import { runQuickFaults } from './faults.mjs'
import { setUpWindow } from './setup.mjs'
import { runMain } from './setup/run.mjs'
import { runSteps, staticSteps } from './steps.mjs'
import { countTests, runUnitTests, runWindowTests } from './tests.mjs'

await runMain(async () => {
  const start = Date.now()
  const tools = await setUpWindow()
  console.log(`Set up in ${((Date.now() - start) / 1000).toFixed(1)} s; Electron: ${tools.electron.source}`)
  const status = await runSteps([
    ...staticSteps(tools),
    { name: 'build', run: () => (buildStale(tools, ['programs', 'renderer', 'returns']), 0) },
    { name: 'unit', run: () => runUnitTests(tools) },
    { name: 'window', run: () => runWindowTests(tools) },
    { name: 'faults', run: () => runQuickFaults(tools) },
  ])
  console.log(`\n${countTests()}`)
  return status
})
