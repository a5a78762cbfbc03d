// npm run format: rewrites every file as the formatter wants it.
import { setUpTools } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace, runMain } from './setup/run.mjs'
import { tool } from './steps.mjs'

await runMain(() => {
  const { node, env } = setUpTools()
  return runInPlace(node, [tool('prettier'), '--write', '--log-level=warn', '.'], { cwd: root, env })
})
