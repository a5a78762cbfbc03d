// npm run check: the gate for every change; all but the windows.
import { buildStale } from './build.mjs'
import { setUpTools } from './setup.mjs'
import { runMain } from './setup/run.mjs'
import { runSteps, staticSteps } from './steps.mjs'
import { runUnitTests } from './tests.mjs'

await runMain(() => {
  const tools = setUpTools()
  return runSteps([
    ...staticSteps(tools),
    { name: 'build', run: () => (buildStale(tools, ['programs', 'renderer']), 0) },
    { name: 'unit', run: () => runUnitTests(tools) },
  ])
})
