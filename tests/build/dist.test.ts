import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readUpdate } from '../../electron/updates/read-update'
import { aFolder, codeOf, root, valueOf } from '../builders'

// The packer is plain JavaScript: here it is run, or asked for values as JSON.

function evaluated(code: string): unknown {
  const args = ['--input-type=module', '-e', code]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }))
}

interface Configuration {
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly files: unknown
  readonly electronLanguages: readonly string[]
  readonly asar: boolean
  readonly linux: {
    readonly files: readonly unknown[]
    readonly mimeTypes: readonly string[]
    readonly synopsis: string
  }
  readonly deb: { readonly artifactName: string }
  readonly win: { readonly files: readonly unknown[]; readonly requestedExecutionLevel: string }
  readonly nsis: Readonly<Record<string, unknown>>
  readonly extraFiles: readonly { readonly to: string }[]
  readonly publish: null
}

const configured = (options: string): Configuration =>
  evaluated(
    `import { configuration } from './build/dist/electron-builder.mjs'; console.log(JSON.stringify(configuration(${options})))`,
  ) as Configuration

const product = configured(`{ platform: 'linux', version: '1.2.3' }`)
const testBuild = configured(
  `{ platform: 'linux', version: '1.2.3', runtime: { dist: '/x', version: '25.1.1', isInspectable: true, afterPack() {} } }`,
)
const portable = configured(`{ platform: 'win32', version: '1.2.3', isPortable: true }`)

describe('the configuration (reliability §2 row 19, +4, +5)', () => {
  test('every fuse of a product is set to the safe side', () => {
    expect(product.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(portable.electronFuses).toEqual(product.electronFuses)
  })

  test('only the inspector of a test build may be reached, and such a build says what it is', () => {
    const { enableNodeCliInspectArguments, ...others } = testBuild.electronFuses
    expect(enableNodeCliInspectArguments).toBe(true)
    expect(product.electronFuses).toMatchObject(others)
    expect(testBuild.deb.artifactName).toContain('-test_')
    expect(testBuild.linux.synopsis).toContain('测试构建，不得分发')
    expect(product.linux.synopsis).not.toContain('测试')
  })

  test.each([
    ['linux', product.linux.files],
    ['win32', portable.win.files],
  ])('%s gets its own binary of the store, no maps, no sources', (platform, files) => {
    expect(product.files).toBeUndefined()
    expect(files).toContain(`!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`)
    expect(files).toContain('!**/*.map')
    expect(files.filter((file) => typeof file === 'string' && !file.startsWith('!'))).toEqual([
      'out/{main,preload,service,jobs,cli}/*.cjs',
      'out/renderer/**',
      'package.json',
    ])
  })

  test('Windows: for one person, no administrator, a folder of choice, data kept', () => {
    expect(product.win.requestedExecutionLevel).toBe('asInvoker')
    expect(product.nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      installerLanguages: ['zh_CN'],
    })
  })

  test('the mark of a portable folder lies only there', () => {
    expect(portable.extraFiles.map(({ to }) => to)).toContain('portable.txt')
    expect(product.extraFiles.map(({ to }) => to)).toEqual(['licences.txt'])
  })

  test('two languages, one archive, nothing published, no update over the network', () => {
    expect(product).toMatchObject({ electronLanguages: ['zh-CN', 'en-US'], asar: true, publish: null })
  })
})

describe('publisher keys', () => {
  const keysWith = (env: NodeJS.ProcessEnv) =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { publisherKeys } from './build/dist/work-files.mjs'; console.log(JSON.stringify(publisherKeys()))`,
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } },
    )
  const key = Buffer.alloc(32, 3).toString('base64')

  test('the repository carries none', () => {
    expect(existsSync(path.join(root, 'build/dist/update-keys.json'))).toBe(false)
    const { SIZHUA_UPDATE_KEYS: _, ...env } = process.env
    expect(JSON.parse(keysWith({ ...env, SIZHUA_UPDATE_KEYS: undefined }).stdout)).toEqual([])
  })
  test('they come from the variable, as themselves or as a file', () => {
    expect(JSON.parse(keysWith({ SIZHUA_UPDATE_KEYS: `${key}, ${key}` }).stdout)).toEqual([key, key])
    const file = path.join(aFolder(), 'keys.json')
    writeFileSync(file, JSON.stringify({ keys: [key] }))
    expect(JSON.parse(keysWith({ SIZHUA_UPDATE_KEYS: file }).stdout)).toEqual([key])
  })
  test('what is none stops the build', () => {
    expect(keysWith({ SIZHUA_UPDATE_KEYS: 'short' }).status).not.toBe(0)
  })
})

describe('make-update', () => {
  const make = (...args: readonly string[]) =>
    spawnSync(process.execPath, [path.join(root, 'build/dist/make-update.mjs'), ...args], {
      cwd: root,
      encoding: 'utf8',
    })

  test('makes a key and a package that the program reads', async () => {
    const folder = aFolder()
    const [secret, notes, installer] = ['publisher.json', 'notes.txt', 'sizhua_0.2.0_amd64.deb'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string]
    const made = make('--new-key', secret)
    expect(made.status).toBe(0)
    const { keys } = JSON.parse(made.stdout) as { readonly keys: readonly string[] }
    expect(statSync(secret).mode & 0o777).toBe(0o600)
    writeFileSync(notes, '修正若干问题。\n')
    writeFileSync(installer, Buffer.alloc(5000, 9))
    const packed = make('--installer', installer, '--key', secret, '--notes', notes, '--out', folder)
    expect(packed.stderr).toBe('')
    const file = packed.stdout.trim()
    expect(path.basename(file)).toBe('四抓台账更新_0.2.0_linux-x64.szupdate')
    const read = valueOf(await readUpdate(file, keys))
    expect(read.manifest).toMatchObject({ program: '0.2.0', minimum: '0.1.0', notes: '修正若干问题。', arch: 'x64' })
    expect(Buffer.from(read.installer).equals(readFileSync(installer))).toBe(true)
    expect(codeOf(await readUpdate(file, [Buffer.alloc(32, 1).toString('base64')]))).toBe('updateSignatureWrong')
  })

  test('an existing key is never written over, and none is put into the repository', () => {
    const secret = path.join(aFolder(), 'publisher.json')
    expect(make('--new-key', secret).status).toBe(0)
    const before = readFileSync(secret, 'utf8')
    expect(make('--new-key', secret).status).toBe(1)
    expect(readFileSync(secret, 'utf8')).toBe(before)
    const inside = mkdtempSync(path.join(root, 'out/.key-'))
    try {
      expect(make('--new-key', path.join(inside, 'publisher.json')).status).toBe(1)
      expect(existsSync(path.join(inside, 'publisher.json'))).toBe(false)
    } finally {
      rmSync(inside, { recursive: true })
    }
  })
})

describe('what of other people is in the program', () => {
  const bundled = evaluated(
    `import { bundledPackages } from './build/dist/licences.mjs'; console.log(JSON.stringify(bundledPackages()))`,
  ) as readonly { readonly name: string; readonly license: string }[]

  test('names the packages that the sources import and those below them, no tools', () => {
    const names = bundled.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['antd', 'better-sqlite3', 'electron', 'react', 'scheduler', 'zod']))
    expect(names).not.toEqual(expect.arrayContaining(['vite']))
    for (const tool of ['vitest', 'electron-builder', 'typescript', 'drizzle-kit', '@electron/get'])
      expect(names).not.toContain(tool)
  })

  test('every licence is one that lets it be handed on', () => {
    const known = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC'])
    expect(bundled.filter(({ license }) => !known.has(license))).toEqual([])
  })
})
