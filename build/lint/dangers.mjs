// What makes code of text, puts text into a page as markup, or leads out of the program.
import { productFolders } from '../layers.mjs'
import { isBelow, walk } from './sources.mjs'

/** Source: the checklist of reliability 2, lines 15 and +3. */
const properties = new Map([
  ['insertAdjacentHTML', 'text becomes markup'],
  ['createContextualFragment', 'text becomes markup'],
  ['dangerouslySetInnerHTML', 'text becomes markup'],
  ['srcdoc', 'text becomes markup'],
  ['srcDoc', 'text becomes markup'],
  ['executeJavaScript', 'text becomes code in a page'],
  ['runInThisContext', 'text becomes code'],
  ['runInNewContext', 'text becomes code'],
  ['openExternal', 'nothing is opened outside of the program'],
  ['openPath', 'nothing is opened outside of the program'],
  ['autoUpdater', 'updates come as files'],
  ['crashReporter', 'nothing is sent anywhere'],
  ['webSecurity', 'the page keeps the rules of the web'],
  ['allowRunningInsecureContent', 'the page keeps the rules of the web'],
  ['experimentalFeatures', 'the page keeps the rules of the web'],
  ['enableBlinkFeatures', 'the page keeps the rules of the web'],
])
const assigned = new Set(['innerHTML', 'outerHTML'])
const calls = new Set(['eval', 'Function'])
const timers = new Set(['setTimeout', 'setInterval', 'setImmediate'])

/** Dangerous calls and properties in the product's code. */
export function checkDangers(source) {
  if (!isBelow(source.file, productFolders)) return []
  const found = []
  walk(source.tree, (node) => {
    const message = dangerOf(node)
    if (message !== undefined) found.push({ line: source.lineAt(node.start), message })
  })
  return found
}

function dangerOf(node) {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const name = node.callee.type === 'MemberExpression' ? node.callee.property.name : node.callee.name
    const isText = ['Literal', 'TemplateLiteral'].includes(node.arguments[0]?.type)
    if (calls.has(name)) return `${name}: text becomes code`
    if (timers.has(name) && isText) return `${name} of a text: text becomes code`
    const isDocument = node.callee.object?.name === 'document'
    if (isDocument && ['write', 'writeln'].includes(name)) return `document.${name}: text becomes markup`
    return undefined
  }
  if (node.type === 'AssignmentExpression') {
    const target = nameOf(node.left)
    return assigned.has(target) ? `${target}: text becomes markup` : undefined
  }
  const name = nameOf(node)
  return properties.has(name) ? `${name}: ${properties.get(name)}` : undefined
}

function nameOf(node) {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed ? node.property.value : node.property.name
    case 'Property':
    case 'ImportSpecifier':
      return (node.key ?? node.imported)?.name ?? (node.key ?? node.imported)?.value
    case 'JSXAttribute':
      return node.name.name
    default:
      return undefined
  }
}
