// npm run bench: the budgets, each measured against its baseline in the same run.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { buildStale } from './build.mjs'
import { parts } from './bundle/parts.mjs'
import { isScreenless, startVirtualScreen } from './display.mjs'
import { setUpWindow } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { SetUpError, runInPlace, runMain } from './setup/run.mjs'

await runMain(async () => {
  if (!existsSync(path.join(root, parts.bench.programs.bench))) throw new SetUpError('There is nothing to measure yet.')
  const tools = await setUpWindow()
  buildStale(tools, ['programs', 'renderer', 'bench'])
  const screen = isScreenless(tools.env) ? await startVirtualScreen() : undefined
  const env = { ...tools.env, ...(screen && { DISPLAY: screen.display }) }
  try {
    const args = ['--expose-gc', path.join(root, 'out/bench/index.cjs'), ...process.argv.slice(2)]
    return await runInPlace(tools.node, args, { env, cwd: root })
  } finally {
    screen?.stop()
  }
})
