// Arrows between folders, between streams, and to packages.
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { electronFiles, layers, streams } from '../layers.mjs'
import { walk } from './sources.mjs'

const NODE = 'node:'

/** What is wrong with the imports of a file, types included. */
export function checkImports(source) {
  return importsOf(source.tree).flatMap(({ specifier, start }) => {
    const message = specifier.startsWith('.') ? judgePath(source.file, specifier) : judgePackage(source.file, specifier)
    return message === undefined ? [] : [{ line: source.lineAt(start), message }]
  })
}

/** House rule: a name is imported from the file that has it. */
export function checkReExports(source) {
  const found = []
  walk(source.tree, (node) => {
    const passesOn = node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source)
    if (passesOn)
      found.push({ line: source.lineAt(node.start), message: 're-export: import from the file that has it' })
  })
  return found
}

/** What a file's syntax tree imports, types and `import()` included. */
export function importsOf(tree) {
  const found = []
  const add = (node, start) => {
    if (typeof node?.value === 'string') found.push({ specifier: node.value, start })
  }
  walk(tree, (node) => {
    if (['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration'].includes(node.type))
      add(node.source, node.start)
    if (node.type === 'ImportExpression' || node.type === 'TSImportType') add(node.source ?? node.argument, node.start)
    if (node.type === 'TSExternalModuleReference') add(node.expression, node.start)
    if (node.type === 'CallExpression' && node.callee.name === 'require') add(node.arguments[0], node.start)
  })
  return found
}

function judgePath(file, specifier) {
  const target = path.posix.join(path.posix.dirname(file), specifier)
  const [from, to] = [folderOf(file), folderOf(target)]
  if (target.startsWith('..')) return `'${specifier}' is outside the repository`
  if ((from === 'tests' || file === 'electron/cli.ts') && target === 'package.json') return undefined
  if (!layers[from].folders.includes(to)) return `${from} may not import from ${to}`
  const [own, other] = [streamOf(file), streamOf(target)]
  const crosses = own !== undefined && other !== undefined && own !== other
  return crosses && from !== 'tests' ? `stream ${own} may not import stream ${other}` : undefined
}

function judgePackage(file, specifier) {
  const name = packageOf(specifier)
  if (name === 'electron' && folderOf(file) === 'electron' && !electronFiles.includes(file)) {
    return `only ${electronFiles.join(', ')} may import electron`
  }
  const { only, not } = layers[folderOf(file)].packages
  const isAllowed = only === undefined ? !not.includes(name) : only.includes(name)
  return isAllowed ? undefined : `${folderOf(file)} may not import ${name === NODE ? specifier : name}`
}

function packageOf(specifier) {
  if (specifier.startsWith(NODE) || isBuiltin(specifier)) return NODE
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function folderOf(file) {
  return file.split('/')[0] ?? ''
}

function streamOf(file) {
  const words = file.split('/').map((word) => word.replace(/\..*$/, ''))
  return streams.find((stream) => words.includes(stream))
}
