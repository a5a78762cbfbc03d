// The lockfile must install the same on every system and behind every mirror.
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Binaries of other platforms that the lockfile lost, entries without a checksum, and entries that name a host. */
export function checkLockfile(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const names = new Set(Object.keys(packages).map((key) => key.split('node_modules/').at(-1)))
  return Object.entries(packages).flatMap(([key, entry]) => {
    const optional = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !names.has(name))
    const lost = optional.map((name) => `${name}, optional in ${key || 'package.json'}, has no entry`)
    const unchecked = key === '' || entry.integrity ? [] : [`${key} has no integrity`]
    const hosted = entry.resolved ? [`${key} names the host it came from`] : []
    return [...lost, ...unchecked, ...hosted].map((message) => ({ line: 1, message }))
  })
}
