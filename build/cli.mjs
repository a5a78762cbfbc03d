// npm run -s cli -- COMMAND …: the command line on the pinned Node. Prints nothing of its own on stdout.
import path from 'node:path'
import { buildStale } from './build.mjs'
import { setUpTools } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runInPlace, runMain } from './setup/run.mjs'

await runMain(() => {
  const tools = setUpTools()
  buildStale(tools, ['programs'])
  return runInPlace(tools.node, [path.join(root, 'out/cli/index.cjs'), ...process.argv.slice(2)], { env: tools.env })
})
