// node build/build.mjs: bundles what is stale of the program into out/.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { digestOf, isFresh, markFresh, markStale } from './bundle/freshness.mjs'
import { setUpTools } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runLoudly, runMain, say } from './setup/run.mjs'

/** Builds the named parts if their sources have changed since they were last built. */
export function buildStale(tools, parts) {
  for (const part of parts) {
    const digest = digestOf(part)
    if (isFresh(part, digest)) continue
    const start = Date.now()
    markStale(part)
    runLoudly(tools.node, [path.join(root, 'build/bundle/vite.mjs'), part], { cwd: root, env: tools.env })
    markFresh(part, digest)
    say(`Built ${part} in ${((Date.now() - start) / 1000).toFixed(1)} s`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(() => {
    buildStale(setUpTools(), ['programs', 'renderer'])
    return 0
  })
}
