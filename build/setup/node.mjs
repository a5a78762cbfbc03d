// A Node that the tools and better-sqlite3 run on: the system's if it is young enough, else one from npm.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cache } from './paths.mjs'
import { SetUpError, runNpm, say } from './run.mjs'

const PINNED = '24.21.0'
const OLDEST = [22, 12]

const prefix = path.join(cache, `node-${PINNED}`)
const packageName = `node-linux-${process.arch}`
const packageDir = path.join(prefix, 'node_modules', packageName)

/** The folder of a usable `node` binary, installed if need be. */
export function nodeBin() {
  if (isYoungEnough(process.versions.node)) return path.dirname(process.execPath)
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new SetUpError(`Node ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}.`)
  }
  return path.join(pinnedNode(), 'bin')
}

/** The folder that has `include/node`, which compiling a native module needs. */
export function nodeHeaders() {
  const own = path.resolve(process.execPath, '../..')
  const isOwnUsable = isYoungEnough(process.versions.node) && existsSync(path.join(own, 'include/node/node_api.h'))
  return isOwnUsable ? own : pinnedNode()
}

function isYoungEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

function pinnedNode() {
  if (existsSync(packageDir)) return packageDir
  say(`Installing Node ${PINNED} from npm into ${prefix}`)
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(`${prefix}.partial-`)
  try {
    writeFileSync(path.join(work, 'package.json'), '{"private":true}')
    runNpm(['install', '--prefix', work, '--ignore-scripts', '--save-exact', `${packageName}@${PINNED}`], { cwd: work })
    if (!existsSync(packageDir)) renameSync(work, prefix)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return packageDir
}
