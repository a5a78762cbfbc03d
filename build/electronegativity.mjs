// node build/electronegativity.mjs: looks through the built program for misconfigurations of Electron with electronegativity,
// the static checker of that trade. Part of `npm run test:faults`. Runs on Node 24, after the build.
// No devDependency: it brings some 400 packages of its own, so it lies in the cache, without scripts and without a network.
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { transformWithOxc } from 'vite'
import { isRootOnLinux } from './ordinary-user.mjs'
import { cache, root } from './setup/paths.mjs'
import { runMain, runNpm, say, SetUpError } from './setup/run.mjs'

const PACKAGE = '@doyensec/electronegativity'
const VERSION = '1.10.3'
/** The version that the product ships with, whatever runs the tests. */
const ELECTRON = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron
/** Those of its checks that cannot run here. */
const NOT_RUN = {
  availablesecurityfixesglobalcheck: 'asks a website for the newest version; reliability 2 line 16 does it',
}
/** Findings below HIGH that were looked at, with what speaks for the code as it is. */
const LOOKED_AT = {
  CSP_GLOBAL_CHECK: "style-src-attr 'unsafe-inline': style attributes load nothing, and antd sets some",
  ELECTRON_VERSION_JSON_CHECK: 'a remark that the version was told by us',
  CUSTOM_ARGUMENTS_JS_CHECK: 'host-resolver-rules maps every name to nothing; that is what keeps the program offline',
}
const PARTS = ['main', 'preload', 'renderer']

function installed() {
  const folder = path.join(cache, `electronegativity-${VERSION}`)
  if (existsSync(folder)) return folder
  say(`Installing ${PACKAGE} ${VERSION} from npm into ${folder}`)
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(`${folder}.partial-`)
  try {
    writeFileSync(path.join(work, 'package.json'), '{"private":true}')
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact']
    runNpm(['install', '--prefix', work, ...options, `${PACKAGE}@${VERSION}`], { cwd: work })
    if (!existsSync(folder)) renameSync(work, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}

/** The built program as the checker reads it: it knows no `.cjs` and no private fields. */
async function layOut(target) {
  for (const part of PARTS) {
    const from = path.join(root, 'out', part)
    for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      const to = path.join(target, 'out', part, name.replace(/\.cjs$/, '.js'))
      if (!/\.(?:c?js|html)$/.test(name)) continue
      mkdirSync(path.dirname(to), { recursive: true })
      if (name.endsWith('.html')) copyFileSync(path.join(from, name), to)
      else {
        const text = readFileSync(path.join(from, name), 'utf8')
        writeFileSync(to, (await transformWithOxc(text, 'bundle.js', { target: 'es2020', sourcemap: false })).code)
      }
    }
  }
  copyFileSync(path.join(root, 'package.json'), path.join(target, 'package.json'))
}

/** What the checker says of a folder, in a process of its own that has no network where we may take it away. */
function scan(tool, input, answer) {
  const settings = { input, electronVersionOverride: ELECTRON, excludeFromScan: Object.keys(NOT_RUN), isRelative: true }
  const program = `
    process.on('uncaughtException', () => {})
    require('${PACKAGE}/dist/runner.js')(${JSON.stringify(settings)}).then(({ issues, errors, atomicChecks }) => {
      const found = issues.map(({ id, file, location, severity, sample }) =>
        ({ id, file, line: location?.line, severity: severity?.name, sample: String(sample ?? '').slice(0, 120) }))
      require('node:fs').writeFileSync(${JSON.stringify(answer)}, JSON.stringify({ found, errors, checks: atomicChecks }))
      process.exit(0)
    })`
  const words = [process.execPath, '-e', program]
  const [command, ...args] = isRootOnLinux ? ['unshare', '--net', '--', ...words] : words
  const run = spawnSync(command, args, { cwd: tool, encoding: 'utf8', env: { ...process.env, LANG: 'en-US' } })
  if (!existsSync(answer)) throw new SetUpError(`electronegativity did not answer\n${run.stdout}${run.stderr}`)
  return JSON.parse(readFileSync(answer, 'utf8'))
}

/** A program that does everything wrong: a checker that finds nothing in it has not looked. */
const BAD = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ webPreferences: { nodeIntegration: true, contextIsolation: false } }))
`

async function check(work) {
  const tool = installed()
  const [good, bad] = ['good', 'bad'].map((name) => path.join(work, name))
  await layOut(good)
  mkdirSync(bad)
  writeFileSync(path.join(bad, 'main.js'), BAD)
  const isBlind = !scan(tool, bad, path.join(work, 'bad.json')).found.some(({ severity }) => severity === 'HIGH')
  const { found, errors, checks } = scan(tool, good, path.join(work, 'good.json'))
  const wrong = found.filter(({ id, severity }) => severity === 'HIGH' || !Object.hasOwn(LOOKED_AT, id))
  for (const { id, severity, file, line, sample } of found) {
    console.log(`${severity} ${id} ${file}:${line} ${sample}\n  ${LOOKED_AT[id] ?? 'NOT LOOKED AT'}`)
  }
  for (const { file, message } of errors) console.log(`NOT READ ${file}: ${message}`)
  if (isBlind) console.log('The deliberately bad program was not found to be bad.')
  const high = found.filter(({ severity }) => severity === 'HIGH').length
  console.log(
    `electronegativity ${VERSION}: ${checks} checks, ${found.length} findings, ${high} HIGH, ${wrong.length} not explained`,
  )
  return wrong.length > 0 || errors.length > 0 || isBlind ? 1 : 0
}

await runMain(async () => {
  const work = mkdtempSync(path.join(tmpdir(), 'electronegativity-'))
  try {
    return await check(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
})
