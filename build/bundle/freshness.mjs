// Whether a part was built from just these sources: a digest of them is kept beside its output.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../setup/paths.mjs'
import { outFolder, parts } from './parts.mjs'

/** A digest of all that goes into a part: its sources, the dependencies and the build itself. */
export function digestOf(part) {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'package-lock.json']) addFile(hash, name)
  for (const folder of ['build/bundle', ...parts[part].sources]) addFolder(hash, folder)
  return hash.digest('hex')
}

/** Whether the part's output is there and was built from sources with this digest. */
export function isFresh(part, digest) {
  const stamp = stampOf(part)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

/** Forgets the part's output: a build that is interrupted leaves it stale. */
export function markStale(part) {
  rmSync(stampOf(part), { force: true })
}

/** Records that the part's output is that of these sources. */
export function markFresh(part, digest) {
  writeFileSync(stampOf(part), digest)
}

function stampOf(part) {
  return path.join(root, outFolder, `${part}.stamp`)
}

function addFolder(hash, folder) {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) addFolder(hash, file)
    else addFile(hash, file)
  }
}

function addFile(hash, file) {
  const content = readFileSync(path.join(root, file))
  hash.update(`${file} ${content.length}\n`).update(content)
}
