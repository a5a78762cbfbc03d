// Where the clone and the cached tools are.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
export const modules = path.join(root, 'node_modules')
export const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'sizhua')

/** The registry runtime's folder: its name changes with the recipe and with better-sqlite3. */
export function registryRuntimePath() {
  const recipe = path.join(root, 'build/test-runtime')
  const hash = createHash('sha256')
  for (const name of readdirSync(recipe).sort()) hash.update(name).update(readFileSync(path.join(recipe, name)))
  hash.update(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies['better-sqlite3'])
  return path.join(cache, `electron25-${hash.digest('hex').slice(0, 10)}`)
}
