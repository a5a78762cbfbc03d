// Rebuilds better-sqlite3 for Node-API 8, the newest that Electron 25 has.
import { cpSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../setup/paths.mjs'
import { runQuietly } from '../setup/run.mjs'

/** Compiles better-sqlite3 in `work` against the headers below `nodeDir` and copies the result to `target`. */
export function rebuildSqlite(work, nodeDir, target) {
  const source = path.join(work, 'better-sqlite3')
  const modules = path.join(root, 'node_modules')
  cpSync(path.join(modules, 'better-sqlite3'), source, { recursive: true })
  cpSync(path.join(modules, 'node-addon-api'), path.join(source, 'node_modules/node-addon-api'), { recursive: true })
  lowerNodeApi(path.join(source, 'binding.gyp'))
  const nodeGyp = path.join(modules, 'node-gyp/bin/node-gyp.js')
  const options = ['rebuild', '--release', '--force_build=1', `--nodedir=${nodeDir}`, '-j', '2']
  const env = { ...withoutNpmConfig(process.env), CXXFLAGS: '-include boxed-refs.h' }
  runQuietly(process.execPath, [nodeGyp, ...options], { cwd: source, env })
  copyFileSync(path.join(source, 'build/Release/better_sqlite3.node'), target)
}

function lowerNodeApi(file) {
  const text = readFileSync(file, 'utf8')
  const lowered = text
    .replace("'NAPI_VERSION=10'", "'NAPI_VERSION=8'")
    .replace("'include_dirs': [\"", `'include_dirs': [ "${import.meta.dirname}", "`)
  if (lowered.split(import.meta.dirname).length !== 2 || !lowered.includes("'NAPI_VERSION=8'")) {
    throw new Error('binding.gyp of better-sqlite3 is not the one this recipe knows')
  }
  writeFileSync(file, lowered)
}

// node-gyp lets npm_config_* win over its own command line; a user's `nodedir` setting would point it at other headers.
function withoutNpmConfig(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_config_/i.test(name)))
}
