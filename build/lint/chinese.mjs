// Chinese text in the product's code belongs to the terms and to the window's texts; comments and data are free.
import { productFolders, textFolders } from '../layers.mjs'
import { isBelow, walk } from './sources.mjs'

// In a text: ideographs however they are written, and their punctuation and full-width forms as themselves.
// In a pattern or a name only ideographs: patterns that normalise punctuation are logic, not text.
const ideograph = /\p{Script=Han}/u
const written = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Chinese in literals, templates, JSX text and names outside its places. */
export function checkChinese(source) {
  if (!isBelow(source.file, productFolders) || isBelow(source.file, textFolders)) return []
  const found = []
  walk(source.tree, (node) => {
    const text = textOf(node)
    if (text === undefined || !(ideograph.test(text.meant) || text.pattern.test(text.raw))) return
    const message = `Chinese text ${text.raw.trim().slice(0, 30)}: it belongs to ${textFolders.join(' or ')}`
    found.push({ line: source.lineAt(node.start), message })
  })
  return found
}

function textOf(node) {
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string') return { meant: node.value, raw: node.raw, pattern: written }
      return { meant: '', raw: node.raw ?? '', pattern: ideograph }
    case 'TemplateElement':
      return { meant: node.value.cooked ?? '', raw: node.value.raw, pattern: written }
    case 'JSXText':
      return { meant: node.value, raw: node.raw ?? node.value, pattern: written }
    case 'Identifier':
    case 'JSXIdentifier':
      return { meant: node.name, raw: node.name, pattern: ideograph }
    default:
      return undefined
  }
}
