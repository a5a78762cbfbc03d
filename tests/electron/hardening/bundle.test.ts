import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { describe, expect, it } from 'vitest'
import { root } from '../../builders'

// Source: reliability 2: what is asserted of the built program, not of its sources. `npm test` and `npm run check` build first.

const out = path.join(root, 'out')
const parts = ['main', 'preload', 'service', 'jobs', 'cli', 'renderer'] as const

interface Bundle {
  readonly file: string
  readonly text: string
}

const bundles: readonly Bundle[] = parts.flatMap((part) => {
  const folder = path.join(out, part)
  if (!existsSync(folder)) throw new Error(`out/${part} is missing: node build/build.mjs makes it`)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:c?js|html|css)$/.test(name))
    .map((name) => ({ file: `${part}/${name}`, text: readFileSync(path.join(folder, name), 'utf8') }))
})
const scripts = bundles.filter(({ file }) => /\.c?js$/.test(file))

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** Calls back for every node of a script's syntax tree, parents first. */
function visit({ file, text }: Bundle, look: (node: Node) => void): void {
  const step = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) step(item)
    else if (isNode(value)) {
      look(value)
      for (const child of Object.values(value)) if (typeof child === 'object') step(child)
    }
  }
  step(parseAst(text, { lang: 'js', sourceType: file.endsWith('.cjs') ? 'commonjs' : 'module' }).body)
}

interface Contents {
  /** Literals and the fixed parts of templates; no comments and no patterns. */
  readonly texts: readonly string[]
  /** What is called by a name of its own: `eval("")`, `new Function("")`. */
  readonly evaluations: readonly string[]
}

const mayMatter = /:\/\/|\beval\s*\(|\bFunction\s*\(/

/** What a script holds that the lines below ask for; most scripts hold nothing of it and are not read closely. */
function contentsOf(bundle: Bundle): Contents {
  const texts: string[] = []
  const evaluations: string[] = []
  if (!mayMatter.test(bundle.text)) return { texts, evaluations }
  visit(bundle, (node) => {
    const value = node['value']
    if (node.type === 'Literal' && typeof value === 'string') texts.push(value)
    if (node.type === 'TemplateElement' && typeof value === 'object' && value !== null && 'cooked' in value)
      texts.push(String(value.cooked))
    const callee = node['callee']
    const isCalled =
      isNode(callee) && callee.type === 'Identifier' && /^(?:eval|Function)$/.test(String(callee['name']))
    if (isCalled) evaluations.push(bundle.text.slice(Number(node['start']), Number(node['end'])))
  })
  return { texts, evaluations }
}

const contents = new Map(scripts.map((bundle) => [bundle.file, contentsOf(bundle)]))

/** The scripts of a part that hold something which is not allowed, with it. */
function offenders(part: string, pick: (contents: Contents) => readonly string[]): readonly string[] {
  return [...contents].flatMap(([file, held]) =>
    file.startsWith(`${part}/`) ? pick(held).map((found) => `${file}: ${found}`) : [],
  )
}

/** Names of vocabularies, which nothing ever fetches, and the three addresses that libraries print. */
const names = [
  'http://www.w3.org/',
  'http://schemas.openxmlformats.org/',
  'http://sheetjs.openxmlformats.org/',
  'http://schemas.microsoft.com/',
  'http://purl.oclc.org/ooxml/',
  'http://purl.org/dc/',
  'http://www.wps.cn/officeDocument/',
  'http://json-schema.org/draft-',
  'https://json-schema.org/draft/',
  // zod builds one to see whether a text is a host's name.
  'http://[',
  // Where React and docx explain an error or a limit; printed, never fetched, and the page could not.
  'https://react.dev/errors/',
  'https://answers.microsoft.com/en-us/msoffice/forum/all/does-word-support-more-than-9-list-levels/',
]

describe('line 1: nothing but the program itself', () => {
  it.each(parts)('%s names no address to fetch', (part) => {
    const isName = (address: string): boolean => names.some((name) => address.startsWith(name))
    const addressesOf = ({ texts }: Contents): readonly string[] =>
      texts.flatMap((text) => text.match(/\b(?:https?|wss?|ftp):\/\/[^\s"'<>)]*/g) ?? [])
    expect(offenders(part, (held) => addressesOf(held).filter((address) => !isName(address)))).toEqual([])
  })

  it('page and styles load what lies beside them', () => {
    for (const { file, text } of bundles.filter((bundle) => /\.(?:html|css)$/.test(bundle.file))) {
      const outside = text.match(/(?:src|href)="(?!\.\/)[^"]*"|url\((?!["']?(?:data:|\.\/))[^)]*\)|@import[^;]*/g) ?? []
      expect(`${file} ${outside.join(' ')}`).toBe(`${file} `)
    }
  })
})

it('line 6: nothing switches the rules of the web off', () => {
  const off =
    /\bwebSecurity\b|\ballowRunningInsecureContent\b|\bexperimentalFeatures\b|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|ignore-certificate-errors/
  for (const { file, text } of scripts.filter((bundle) => !bundle.file.startsWith('renderer/')))
    expect(`${file} ${off.exec(text)?.[0] ?? ''}`).toBe(`${file} `)
})

it('line 15: nothing is opened outside of the program', () => {
  // What is written is shown in its folder; there is no call that opens a file or an address.
  const main = scripts.find(({ file }) => file === 'main/index.cjs')
  expect(main?.text).toMatch(/\.showItemInFolder\(/)
  for (const { text } of scripts.filter(({ file }) => !file.startsWith('renderer/'))) {
    expect(text).not.toMatch(/\bopenExternal\b|\bopenPath\b/)
  }
})

it('line 16: Electron is at most one major behind the newest that was noted, and pinned', () => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const noted: unknown = JSON.parse(readFileSync(path.join(root, 'build/electron-support.json'), 'utf8'))
  const { electron } = (manifest as { readonly devDependencies: { readonly electron: string } }).devDependencies
  const { newestMajor } = noted as { readonly newestMajor: number }
  expect(electron).toMatch(/^\d+\.\d+\.\d+$/)
  expect(newestMajor - Number(electron.split('.')[0])).toBeLessThanOrEqual(1)
})

describe('line 20: the preload gives nothing away', () => {
  const preload = scripts.filter(({ file }) => file.startsWith('preload/'))
  const nodes: Node[] = []
  for (const bundle of preload) visit(bundle, (node) => nodes.push(node))
  const sourceOf = (node: unknown): string =>
    isNode(node) ? (preload[0]?.text.slice(Number(node['start']), Number(node['end'])) ?? '') : ''

  it('is one file that asks for nothing but Electron', () => {
    expect(preload.map(({ file }) => file)).toEqual(['preload/index.cjs'])
    const required = nodes.filter((node) => node.type === 'CallExpression' && sourceOf(node['callee']) === 'require')
    expect(required.map(sourceOf)).toEqual([`require("electron")`])
  })

  it('uses Electron once: to hand a port on, under one name', () => {
    const calls = nodes.filter((node) => node.type === 'CallExpression').map((node) => sourceOf(node))
    expect(calls.filter((call) => /^\w*electron\w*\./.test(call))).toEqual([
      expect.stringMatching(/\.ipcRenderer\.postMessage\("sizhua:port", null, \[\.\.\.event\.ports\]\)$/),
    ])
    expect(preload[0]?.text).not.toMatch(/contextBridge|exposeInMainWorld|ipcRenderer\.(?:on|send|invoke)\b/)
  })
})

it('line +1: no updater, no reports of crashes, no spelling dictionary', () => {
  for (const { file, text } of scripts.filter((bundle) => /^(?:main|preload)\//.test(bundle.file))) {
    expect(`${file} ${/\bautoUpdater\b|\bcrashReporter\b/.exec(text)?.[0] ?? ''}`).toBe(`${file} `)
  }
})

describe('line +3: no text becomes code', () => {
  // zod asks once whether it may; the page tells it not to ask.
  const question = /^(?:new )?Function\((?:""|``)\)$/
  it.each(parts)('%s', (part) => {
    expect(offenders(part, ({ evaluations }) => evaluations.filter((text) => !question.test(text)))).toEqual([])
  })
})

describe('line +5: the bundle tells nothing of the machine that built it', () => {
  it.each(parts)('%s', (part) => {
    for (const { file, text } of bundles.filter((bundle) => bundle.file.startsWith(`${part}/`))) {
      const home = /\/(?:root|home|Users)\/[\w.-]+\/|[A-Z]:\\\\Users\\\\/.exec(text)?.[0] ?? ''
      expect(`${file} ${text.includes(root) ? root : home}`).toBe(`${file} `)
      const maps = text.match(/sourceMappingURL=\S+/g) ?? []
      expect(maps.filter((map) => !/^sourceMappingURL=[\w.-]+\.map$/.test(map))).toEqual([])
    }
  })

  it('maps name their sources by ways within the project, and the page has none', () => {
    for (const part of parts) {
      const files = readdirSync(path.join(out, part), { recursive: true, encoding: 'utf8' })
      const maps = files.filter((name) => name.endsWith('.map'))
      expect([part, part === 'renderer' ? maps : []]).toEqual([part, []])
      for (const map of maps) {
        const { sources } = JSON.parse(readFileSync(path.join(out, part, map), 'utf8')) as { sources: string[] }
        expect(sources.filter((source) => path.isAbsolute(source) || /^[a-z]+:/i.test(source))).toEqual([])
      }
    }
  })

  it('and installing runs no script of a package', () => {
    expect(readFileSync(path.join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  })
})
