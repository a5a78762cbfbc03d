// node build/lint.mjs [root]: the house rules that the linter has no rule for. Runs on Node 24.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { checkChinese } from './lint/chinese.mjs'
import { checkDangers } from './lint/dangers.mjs'
import { checkNames, checkSize } from './lint/files.mjs'
import { checkImports, checkReExports } from './lint/imports.mjs'
import { checkLockfile } from './lint/lockfile.mjs'
import { readSource, sourceFiles } from './lint/sources.mjs'

const checks = [checkImports, checkReExports, checkChinese, checkDangers, checkNames, checkSize]

function lint(root) {
  const ofFiles = sourceFiles(root).flatMap((file) => {
    const source = readSource(root, file)
    return checks.flatMap((check) => check(source)).map(({ line, message }) => `${file}:${line}: ${message}`)
  })
  const hasLockfile = existsSync(path.join(root, 'package-lock.json'))
  const ofLockfile = hasLockfile ? checkLockfile(root).map(({ message }) => `package-lock.json: ${message}`) : []
  return [...ofFiles, ...ofLockfile]
}

const found = lint(path.resolve(process.argv[2] ?? '.'))
for (const line of found) console.log(line)
if (found.length > 0) console.log(`${found.length} house rule violations`)
process.exitCode = found.length > 0 ? 1 : 0
