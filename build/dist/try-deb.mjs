// npm run test:dist: the Linux packages as people meet them. Packs test builds, installs the .deb, uses it as an ordinary
// user with the sandbox on, upgrades it by an update package, removes it, tries the .tar.gz, and removes every trace.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startVirtualScreen } from '../display.mjs'
import { root } from '../setup/paths.mjs'
import { runInPlace, runMain, runQuietly } from '../setup/run.mjs'
import { packageType } from './electron-builder.mjs'
import { wire } from './fuses.mjs'
import { checkArchive, checkFuses, checkSandbox, isListening, processesOfProgram, until } from './trial/checks.mjs'
import { makePerson, removePerson } from './trial/person.mjs'
import { drawnShare, pictureOf, pngOf } from './trial/picture.mjs'
import { aboutText, openInstalled, prepareUpdate, useWindow } from './trial/window.mjs'

const PROGRAM = '/opt/sizhua/sizhua'
const [OLD, NEW] = ['0.1.0', '0.2.0']
const asOf = ['--as-of', '2022-06-22']
const fixtures = path.join(root, 'tests/fixtures')
/** A page with its frame covers more than this share of the screen, the words before it less. */
const PAGE_SHARE = 0.08
/** Where the pictures go that people look at. */
const pictures = path.join(root, 'test-results/dist')

let steps = 0
async function step(name, run) {
  const start = Date.now()
  const said = await run()
  steps += 1
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  console.log(`ok ${String(steps).padStart(2)}  ${name}${said === undefined ? '' : ` — ${said}`} (${seconds} s)`)
}

const apt = (...args) =>
  runQuietly('apt-get', ['-y', '-q', '--no-install-recommends', '--allow-downgrades', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  })
const isInstalled = () => existsSync(PROGRAM)

async function pack(output, version, { targets, isInspectable }, env) {
  const plan = { output, version, isInspectable, steps: [{ platform: 'linux', targets, arch: ['x64'] }] }
  const packer = [path.join(root, 'build/dist/pack.mjs'), JSON.stringify(plan)]
  assert.equal(await runInPlace(process.execPath, packer, { cwd: root, env, stdio: ['ignore', 2, 2] }), 0, 'packing')
  const [deb] = readdirSync(path.join(root, output)).filter((name) => name.endsWith('.deb'))
  return path.join(root, output, deb)
}

function command(person, ...words) {
  const { status, stdout, stderr } = person.run(PROGRAM, ['--cli', ...words, ...asOf, '--json'])
  assert.equal(status, 0, `--cli ${words.join(' ')}: ${stdout}${stderr}`)
  return JSON.parse(stdout)
}

/** Starts without a tool looking in, waits until the ledger is on the screen, and ends it as the desktop does at log-off. */
async function smoke(person, program, name) {
  const start = Date.now()
  const child = person.start(program, [...asOf])
  // While the ledger is being opened there are two words on the screen.
  await until('the ledger on the screen', () => {
    return drawnShare(pictureOf(person.display)) > PAGE_SHARE
  })
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  // For people: with the records in it.
  await wait(3000)
  mkdirSync(pictures, { recursive: true })
  writeFileSync(path.join(pictures, `${name}.png`), pngOf(pictureOf(person.display)))
  const renderers = await checkSandbox(program, person.uid)
  child.kill('SIGTERM')
  await until('the end', () => processesOfProgram(program).length === 0, 15_000)
  return `on the screen after ${seconds} s, ${renderers} sandboxed renderer`
}

async function shippedBuild(person, shipped, work) {
  await step('installed by apt, with what it depends on', () => {
    apt('install', shipped)
    assert(isInstalled())
  })
  await step('fuses as read back from the installed binary', async () => (await checkFuses(PROGRAM, wire)).join(', '))
  await step('the archive holds the program and nothing else', () => `${checkArchive('/opt/sizhua/resources')} entries`)
  await step('menu entry, icon and file type', () => {
    runQuietly('desktop-file-validate', ['/usr/share/applications/sizhua.desktop'])
    assert(existsSync('/usr/share/icons/hicolor/512x512/apps/sizhua.png'))
    const handler = person.run('xdg-mime', ['query', 'default', packageType]).stdout.trim()
    assert.equal(handler, 'sizhua.desktop')
  })
  await step('the command line of the installed program', () => {
    command(person, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
    const table = person.give(path.join(fixtures, 'assignments/dongli-2022-audit-bureau.xlsx'))
    assert.equal(command(person, 'import', table).applied, true)
    const count = command(person, 'assignments').length
    assert(count > 0)
    assert.equal(command(person, 'check').ok, true)
    const out = path.join(person.home, '小结')
    const { files } = command(person, 'summary', '--period', '2022Q2', '--out', out, '--formats', 'xlsx,docx,package')
    assert.equal(files.length, 3)
    for (const file of files) assert(existsSync(file.path))
    return `${count} assignments, ${files.length} files`
  })
  await step('a package is told from other archives, whatever it is called', () => {
    const [name] = readdirSync(path.join(person.home, '小结')).filter((file) => file.endsWith('.zip'))
    const ours = path.join(person.home, '小结', name)
    const desktop = { env: { XDG_CURRENT_DESKTOP: 'GNOME' } }
    const typeOf = (file) => person.run('xdg-mime', ['query', 'filetype', file], desktop).stdout.trim()
    const copy = person.give(ours, '区里的回执.szpkg')
    const other = path.join(person.home, 'other.zip')
    execFileSync('python3', [
      '-c',
      `import zipfile; zipfile.ZipFile(${JSON.stringify(other)}, 'w').writestr('a.txt', 'a')`,
    ])
    assert.deepEqual([copy, ours, other].map(typeOf), [packageType, packageType, 'application/zip'])
    return 'xdg-mime query filetype'
  })
  await step('starts, shows its window with the sandbox on', () => smoke(person, PROGRAM, 'deb'))
  await step('refuses debuggers, Node and foreign code', () => refusals(person, work))
}

/** Each way to reach into the shipped program; none may work. */
async function refusals(person, work) {
  for (const [argument, port] of [
    ['--remote-debugging-port=9555', 9555],
    ['--inspect=9556', 9556],
    ['--inspect-brk=9557', 9557],
  ]) {
    const { status, error } = person.run(PROGRAM, [argument], { timeout: 20_000 })
    assert(error === undefined && status !== 0, `${argument} was not refused`)
    assert(!(await isListening(port)), `${argument}: somebody listens`)
  }
  const asNode = person.run(PROGRAM, ['-e', 'console.log("RAN")'], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
    timeout: 20_000,
  })
  assert(!asNode.stdout.includes('RAN'), 'ELECTRON_RUN_AS_NODE runs scripts')
  const [trap, mark] = [path.join(work, 'trap.cjs'), path.join(person.home, 'trapped')]
  writeFileSync(trap, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`)
  const env = { NODE_OPTIONS: `--require ${trap}` }
  assert.equal(person.run(PROGRAM, ['--cli', 'check', ...asOf], { env }).status, 0)
  assert(!existsSync(mark), 'NODE_OPTIONS loads scripts')
  const planted = '/opt/sizhua/resources/app'
  mkdirSync(planted)
  writeFileSync(path.join(planted, 'package.json'), '{"main":"main.cjs"}')
  writeFileSync(path.join(planted, 'main.cjs'), `require(${JSON.stringify(trap)}); process.exit(0)`)
  try {
    assert.equal(person.run(PROGRAM, ['--cli', 'check', ...asOf]).status, 0)
    assert(!existsSync(mark), 'a planted folder is loaded in place of the archive')
  } finally {
    rmSync(planted, { recursive: true })
  }
}

async function usedAndUpgraded(person, inspectable, update) {
  const data = path.join(person.home, '.local/share/sizhua')
  const folder = path.join(person.home, '导出')
  let window
  await step('another build of the same version over it; the data stay', () => {
    apt('install', '--reinstall', inspectable)
    return `${command(person, 'assignments').length} assignments`
  })
  await step('used through its window: import, edit, export', async () => {
    person.run('mkdir', ['-p', folder])
    window = await openInstalled(person, PROGRAM, asOf)
    await checkSandbox(PROGRAM, person.uid)
    const workbook = person.give(path.join(fixtures, 'ledgers/leads-2022.xlsx'))
    return useWindow(window, { workbook, folder })
  })
  await step('关于 says that this is a test build', async () => {
    const about = await aboutText(window)
    assert.match(about, /测试构建/)
    assert.match(about, new RegExp(OLD.replaceAll('.', '\\.')))
  })
  let installer
  await step('an update package is proved, backed up before, and its installer shown', async () => {
    installer = await prepareUpdate(window, person.give(update))
    await window.app.close()
    return path.relative(data, installer)
  })
  const before = command(person, 'check').counts
  await step(`upgraded ${OLD} → ${NEW} by that installer; data kept`, () => {
    const ledger = readFileSync(path.join(data, 'ledger.db'))
    apt('install', installer)
    assert.equal(runQuietly('dpkg-query', ['-W', '-f=${Version}', 'sizhua']), NEW)
    assert(readFileSync(path.join(data, 'ledger.db')).equals(ledger), 'installing touched the ledger')
    assert.deepEqual(command(person, 'check').counts, before)
  })
  await step('the new version says once what is new, and has what was recorded', async () => {
    window = await openInstalled(person, PROGRAM, asOf)
    await window.page.getByText(`程序已从${OLD}版更新到${NEW}版。`).waitFor()
    assert(!existsSync(path.dirname(installer)), 'the installer is swept')
    await window.page.keyboard.press('Alt+3')
    await window.page.getByText('安装试用有限公司').first().waitFor()
    await window.page.getByRole('button', { name: '知道了' }).click()
    await window.app.close()
  })
  await step('a double-clicked package opens in the window', async () => {
    window = await openInstalled(person, PROGRAM, [...asOf, path.join(person.home, '区里的回执.szpkg')])
    await window.page.locator('.ant-drawer-open').getByText('接收文件').first().waitFor()
    await window.app.close()
  })
  await step('removed and purged; the data stay, and it says where', () => {
    const said = apt('purge', 'sizhua')
    assert.match(said, /台账数据没有删除，仍在各用户的 ~\/\.local\/share\/sizhua/)
    for (const gone of [
      '/opt/sizhua',
      '/usr/bin/sizhua',
      '/usr/share/applications/sizhua.desktop',
      '/usr/share/mime/packages/sizhua.xml',
    ])
      assert(!existsSync(gone), `${gone} is still there`)
    assert(existsSync(path.join(data, 'ledger.db')))
  })
}

async function unpacked(person, archive) {
  await step('the .tar.gz, unpacked by the person: starts, goes on with the data', async () => {
    const copy = person.give(archive)
    assert.equal(person.run('tar', ['-xzf', copy]).status, 0)
    const [folder] = readdirSync(person.home).filter((name) => /^sizhua.*x64$/.test(name))
    const program = path.join(person.home, folder, 'sizhua')
    const { stdout, status } = person.run(program, ['--cli', 'assignments', ...asOf, '--json'])
    assert.equal(status, 0)
    assert(JSON.parse(stdout).length > 0)
    return smoke(person, program, 'tar-gz')
  })
  await step('made portable by a file beside it, the data lie in its folder', async () => {
    const [folder] = readdirSync(person.home).filter((name) => /^sizhua.*x64$/.test(name))
    const program = path.join(person.home, folder, 'sizhua')
    person.run('touch', [path.join(person.home, folder, 'portable.txt')])
    const made = person.run(program, [
      '--cli',
      'init',
      '--bureau',
      '甲单位',
      '--category',
      '3',
      '--year',
      '2022',
      ...asOf,
    ])
    assert.equal(made.status, 0, made.stderr)
    assert(existsSync(path.join(person.home, folder, 'sizhua-data/ledger.db')))
    return smoke(person, program, 'portable')
  })
}

/** Packs the three builds: as shipped; reachable for Playwright; the same of a higher version inside an update package. */
async function packAll(work) {
  const secret = path.join(work, 'publisher.json')
  const make = (...args) => runQuietly(process.execPath, [path.join(import.meta.dirname, 'make-update.mjs'), ...args])
  const { keys } = JSON.parse(make('--new-key', secret))
  const env = { ...process.env, SIZHUA_UPDATE_KEYS: keys.join(',') }
  const all = { targets: ['deb', 'tar.gz'], isInspectable: false }
  const open = { targets: ['deb'], isInspectable: true }
  const shipped = await pack('dist/trial/shipped', OLD, all, env)
  const inspectable = await pack('dist/trial/inspectable', OLD, open, env)
  const newer = await pack('dist/trial/newer', NEW, open, env)
  const notes = path.join(work, 'notes.txt')
  writeFileSync(notes, '试装用的更新。')
  const named = path.join(work, `sizhua_${NEW}_amd64.deb`)
  execFileSync('cp', [newer, named])
  const update = make('--installer', named, '--key', secret, '--notes', notes, '--out', work).trim()
  const [archive] = readdirSync(path.dirname(shipped)).filter((name) => name.endsWith('.tar.gz'))
  return { shipped, inspectable, update, archive: path.join(path.dirname(shipped), archive) }
}

/** Runs the whole trial; leaves neither the package nor the user nor the builds behind. */
async function tryDeb() {
  const work = mkdtempSync(path.join(tmpdir(), 'sizhua-trial-'))
  execFileSync('chmod', ['755', work])
  const screen = await startVirtualScreen()
  try {
    if (isInstalled()) apt('purge', 'sizhua')
    let made
    await step('packed: as shipped, for Playwright, of a higher version', async () => void (made = await packAll(work)))
    const person = makePerson(screen.display)
    await shippedBuild(person, made.shipped, work)
    await usedAndUpgraded(person, made.inspectable, made.update)
    await unpacked(person, made.archive)
    console.log(`\nTests: ${steps} passed, 0 failed`)
  } finally {
    if (isInstalled()) apt('purge', 'sizhua')
    removePerson()
    screen.stop()
    rmSync(work, { recursive: true, force: true })
    rmSync(path.join(root, 'dist/trial'), { recursive: true, force: true })
  }
}

await runMain(async () => {
  await tryDeb()
  return 0
})
