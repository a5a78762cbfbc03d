// Names and sizes of files.
import path from 'node:path'
import { emptyNames, lineLimits } from '../layers.mjs'
import { isBelow } from './sources.mjs'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Kebab-case in every part of the path, and no name that says nothing. */
export function checkNames(source) {
  const parts = source.file.split('/')
  const name = path.basename(source.file).split('.')[0] ?? ''
  const words = [...parts.slice(0, -1), name]
  const odd = words.filter((word) => !kebab.test(word)).map((word) => `'${word}' is not kebab-case`)
  const empty = words.filter((word) => emptyNames.includes(word)).map((word) => `'${word}' names no subject`)
  return [...odd, ...empty].map((message) => ({ line: 1, message }))
}

/** Files that have grown too long to be read in one go. */
export function checkSize(source) {
  if (isBelow(source.file, lineLimits.exempt)) return []
  const limit = source.file.startsWith('tests/') ? lineLimits.tests : lineLimits.code
  const lines = source.text.replace(/\n$/, '').split('\n').length
  return lines > limit ? [{ line: limit + 1, message: `${lines} lines, the limit is ${limit}` }] : []
}
