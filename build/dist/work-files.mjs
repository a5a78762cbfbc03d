// The files that a build gets beside the bundles.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../setup/paths.mjs'
import { SetUpError, say } from '../setup/run.mjs'
import { workFolder } from './electron-builder.mjs'
import { licencesText, softwareBill } from './licences.mjs'

const publicKey = /^[A-Za-z0-9+/]{43}=$/

/**
 * The publisher's public keys: of `SIZHUA_UPDATE_KEYS` (a file, or the keys themselves with commas between), else of
 * `build/dist/update-keys.json`, else none. The repository has none: whoever hands the program out brings their own.
 */
export function publisherKeys(env = process.env) {
  const named = env.SIZHUA_UPDATE_KEYS
  const usual = path.join(import.meta.dirname, 'update-keys.json')
  const file = named === undefined ? usual : path.resolve(named)
  const isFile = existsSync(file)
  if (!isFile && named === undefined) return []
  const keys = isFile ? JSON.parse(readFileSync(file, 'utf8')).keys : named.split(',').map((key) => key.trim())
  const wrong = Array.isArray(keys) ? keys.find((key) => !publicKey.test(key)) : ''
  if (wrong !== undefined) throw new SetUpError(`Not a publisher's public key (base64 of 32 bytes): ${wrong}`)
  return keys
}

/** Writes them for one build; a product gets no mark of tests. */
export function writeWorkFiles({ version, output, runtime, keys }) {
  const folder = path.join(root, workFolder)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  mkdirSync(path.join(root, output), { recursive: true })
  if (keys.length === 0) say('No publisher key: this build will take no updates by file.')
  writeFileSync(path.join(folder, 'update-keys.json'), `${JSON.stringify({ keys }, null, 2)}\n`)
  writeFileSync(path.join(folder, 'licences.txt'), licencesText())
  writeFileSync(path.join(root, output, 'sbom.json'), `${JSON.stringify(softwareBill({ version }), null, 2)}\n`)
  if (!runtime) return
  const mark = { isTestBuild: true, isInspectable: runtime.isInspectable }
  writeFileSync(path.join(folder, 'test-build.json'), `${JSON.stringify(mark)}\n`)
}
