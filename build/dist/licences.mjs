// What of other people is in the program: packages by the imports of the product and, below them, by the lockfile.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { productFolders } from '../layers.mjs'
import { importsOf } from '../lint/imports.mjs'
import { isBelow, readSource, sourceFiles } from '../lint/sources.mjs'
import { root } from '../setup/paths.mjs'

const licenceFile = /^(licen[cs]e|copying|notice)(\.|-|$)/i

function packageOf(specifier) {
  const [first, second] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

/** The packages that the product's sources name. Electron is there too: it is what the program runs in. */
export function importedPackages() {
  const files = sourceFiles(root).filter((file) => isBelow(file, productFolders))
  const specifiers = files.flatMap((file) => importsOf(readSource(root, file).tree)).map(({ specifier }) => specifier)
  const names = specifiers.filter((name) => !name.startsWith('.') && !isBuiltin(name)).map(packageOf)
  return [...new Set(names)].toSorted((left, right) => (left < right ? -1 : 1))
}

/** Where a package is found from another's folder, as Node looks for it. */
function resolve(locked, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (locked[candidate]) return candidate
    if (folder === '') return null
  }
}

/** Every package that may be in the bundles: those imported and all below them. */
export function bundledPackages() {
  const { packages: locked } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const found = new Map()
  const wanted = importedPackages().map((name) => ['', name])
  while (wanted.length > 0) {
    const [from, name] = wanted.pop()
    const place = resolve(locked, from, name)
    if (place === null || found.has(place)) continue
    const { version, license = '', integrity = '', dependencies = {} } = locked[place]
    found.set(place, { name, version, license, integrity, place })
    // What Electron's package needs to fetch its binary is not in the program.
    if (name !== 'electron') for (const below of Object.keys(dependencies)) wanted.push([place, below])
  }
  const order = (left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0)
  return [...found.values()].toSorted(order)
}

function licenceTextOf({ place }) {
  const folder = path.join(root, place)
  if (!existsSync(folder)) return ''
  const files = readdirSync(folder).filter((name) => licenceFile.test(name))
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n')
}

/** Names, versions, licences and their texts, for people. */
export function licencesText() {
  const packages = bundledPackages()
  const head = [
    '四抓台账使用的开源软件及其许可证',
    'Electron、Chromium 和 Node.js 的许可证见程序文件夹里的 LICENSE.electron.txt 和 LICENSES.chromium.html。',
    '',
    ...packages.map(({ name, version, license }) => `${name} ${version} (${license})`),
  ]
  const texts = packages.map((about) => {
    const text = licenceTextOf(about) || `(${about.license}; the package carries no text of its own)`
    return `\n${'='.repeat(80)}\n${about.name} ${about.version} (${about.license})\n\n${text}`
  })
  return `${head.join('\n')}\n${texts.join('\n')}\n`
}

/** The same for machines: a CycloneDX document, whose order and content depend on the lockfile alone. */
export function softwareBill({ version }) {
  const components = bundledPackages().map(({ name, version: its, license, integrity }) => ({
    type: 'library',
    name,
    version: its,
    purl: `pkg:npm/${name.replace('@', '%40')}@${its}`,
    licenses: [{ expression: license }],
    ...(integrity.startsWith('sha512-') && {
      hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }],
    }),
  }))
  const component = { type: 'application', name: 'sizhua', version }
  return { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component }, components }
}
