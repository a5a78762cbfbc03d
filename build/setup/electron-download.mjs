// Electron's own download, tried only where its host answers, and not again for a day after it failed.
import { lookup } from 'node:dns/promises'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { cache } from './paths.mjs'
import { runLoudly, say } from './run.mjs'

const DAY = 24 * 60 * 60 * 1000
const ANSWER_WITHIN = 4_000
const DOWNLOAD_WITHIN = 15 * 60 * 1000

const failureMark = path.join(cache, 'electron-download-failed')

/** Downloads Electron into its npm package; false if that cannot be done now. */
export async function downloadElectron(node, electronPackage) {
  if (failedLately()) return false
  const host = new URL(process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/')
  try {
    if (!isBehindProxy()) await reach(host)
    say(`Downloading Electron from ${host.host}`)
    runLoudly(node, [path.join(electronPackage, 'install.js')], { timeout: DOWNLOAD_WITHIN })
    rmSync(failureMark, { force: true })
    return true
  } catch (error) {
    say(`Electron cannot be downloaded from ${host.host} (${error.code ?? error.message}); not tried again for a day`)
    mkdirSync(cache, { recursive: true })
    writeFileSync(failureMark, '')
    return false
  }
}

function failedLately() {
  const mark = statSync(failureMark, { throwIfNoEntry: false })
  return mark !== undefined && Date.now() - mark.mtimeMs < DAY
}

function isBehindProxy() {
  return ['https_proxy', 'HTTPS_PROXY', 'GLOBAL_AGENT_HTTPS_PROXY'].some((name) => process.env[name])
}

async function reach(host) {
  const late = AbortSignal.timeout(ANSWER_WITHIN)
  const port = Number(host.port || (host.protocol === 'http:' ? 80 : 443))
  const expired = new Promise((_, reject) => late.addEventListener('abort', () => reject(late.reason), { once: true }))
  const { address } = await Promise.race([lookup(host.hostname), expired])
  await new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, signal: late }, () => socket.end(resolve))
    socket.once('error', reject)
  })
}
