// The source files of a tree, and what a checker needs of each: its text, its syntax tree, the line of an offset.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { layers } from '../layers.mjs'

const languages = { '.ts': 'ts', '.tsx': 'tsx', '.mjs': 'js', '.cjs': 'js' }
const skipped = new Set(['node_modules', 'fixtures'])

/** Every source file below the folders of the table, as `folder/…/name.ext`. */
export function sourceFiles(root) {
  return Object.keys(layers)
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => languages[path.extname(file)] !== undefined)
}

/** Reads and parses one file. */
export function readSource(root, file) {
  const text = readFileSync(path.join(root, file), 'utf8')
  const isScript = file.endsWith('.cjs')
  const tree = parseAst(text, { lang: languages[path.extname(file)], sourceType: isScript ? 'commonjs' : 'module' })
  return { file, text, tree, lineAt: (offset) => text.slice(0, offset).split('\n').length }
}

/** Calls back for each node of a syntax tree, parents first. */
export function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit)
  } else if (typeof node?.type === 'string') {
    visit(node)
    for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit)
  }
}

/** Whether a file lies below one of the folders. */
export function isBelow(file, folders) {
  return folders.some((folder) => file.startsWith(`${folder}/`))
}

function filesBelow(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [file]
    return skipped.has(entry.name) ? [] : filesBelow(root, file)
  })
}
