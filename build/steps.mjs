// The steps of `npm test` and `npm run check`: each is one or more programs that must end with 0.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { modules, root } from './setup/paths.mjs'
import { SetUpError, runInPlace, say } from './setup/run.mjs'

/** The script file of an installed command, to be run by Node on every system alike. */
export function tool(name) {
  const owner = { tsc: 'typescript', playwright: '@playwright/test' }[name] ?? name
  const manifest = JSON.parse(readFileSync(path.join(modules, owner, 'package.json'), 'utf8'))
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name]
  return path.join(modules, owner, file)
}

/** Runs the steps in order, stops at the first that fails, and prints how long each took. */
export async function runSteps(steps) {
  const table = []
  let status = 0
  for (const { name, run } of steps) {
    console.log(`\n— ${name}`)
    const start = Date.now()
    status = await finish(run)
    table.push([name, status === 0 ? 'ok' : 'FAILED', `${((Date.now() - start) / 1000).toFixed(1)} s`])
    if (status !== 0) break
  }
  console.log('')
  for (const [name, verdict, time] of table) console.log(`${name.padEnd(10)} ${verdict.padEnd(8)} ${time.padStart(8)}`)
  return status
}

async function finish(run) {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    say(error.message)
    return 1
  }
}

/** Formatter, lint and types: what needs no build. */
export function staticSteps({ node, env }) {
  const run = (args) => runInPlace(node, args, { cwd: root, env })
  return [
    { name: 'format', run: () => run([tool('prettier'), '--check', '--log-level=warn', '.']) },
    { name: 'lint', run: () => inTurn([[tool('oxlint'), '--type-aware', '--deny-warnings'], ['build/lint.mjs']], run) },
    {
      name: 'types',
      run: () =>
        inTurn(
          projects().map((project) => [tool('tsc'), '-p', project]),
          run,
        ),
    },
  ]
}

async function inTurn(commands, run) {
  for (const command of commands) {
    const status = await run(command)
    if (status !== 0) return status
  }
  return 0
}

function projects() {
  const folders = ['shared', 'db', 'electron', 'renderer', 'tests', 'build']
  const inFolder = (folder) => readdirSync(path.join(root, folder)).filter((name) => /^tsconfig.*\.json$/.test(name))
  return folders.flatMap((folder) => inFolder(folder).map((name) => path.join(folder, name)))
}
