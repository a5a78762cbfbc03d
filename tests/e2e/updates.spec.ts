import { expect as quickly, test, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { anUpdateFile, installerBytes, publisher, stranger, usualManifest } from '../electron/updates/update-files'
import { drawer, goTo } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { screenProblems } from './screen-checks'

/** Backups are opened and checked between the clicks. */
const expect = quickly.configure({ timeout: 30_000 })
const asOf = '2022-06-22'
const bureau = '东丽区审计局'

let root: string
let data: string
let window: Launched

async function open(folder = data, args: readonly string[] = []): Promise<Launched> {
  const launched = await launch({ data: folder, asOf, args })
  await launched.page.getByRole('navigation').waitFor()
  return launched
}

/** The desktop's own dialog is answered for the person; what it would have shown is kept. */
async function choose(file: string): Promise<void> {
  await window.app.evaluate(({ dialog, shell }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    shell.showItemInFolder = (shown) => void Object.assign(globalThis, { shown })
  }, file)
  await window.page.getByRole('button', { name: '选择更新包…' }).click()
}

/** Asks as the page does, over a port of its own. */
function ask(name: string, input: unknown): Promise<unknown> {
  return window.page.evaluate(
    (request) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        globalThis.postMessage('sizhua:port', location.origin, [port2])
        port1.addEventListener('message', ({ data: reply }: MessageEvent<{ id?: number }>) => {
          if (reply.id === 1) resolve(reply)
        })
        port1.start()
        port1.postMessage({ id: 1, ...request })
      }),
    { name, input },
  )
}

const shownInFolder = (): Promise<unknown> =>
  window.app.evaluate(() => (globalThis as { shown?: unknown }).shown ?? null)
const toUpdates = (page: Page): Promise<void> => goTo(page, 'Alt+s', '更新')

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(240_000)
  root = makeDataFolder()
  data = path.join(root, '本单位台账')
  runCommand(data, asOf, 'init', '--bureau', bureau, '--category', '3', '--year', '2022')
  const keys = path.join(root, 'update-keys.json')
  writeFileSync(keys, JSON.stringify({ keys: [publisher.publicKey] }))
  process.env['SIZHUA_UPDATE_KEYS'] = keys
  window = await open()
})

test.afterAll(async () => {
  await window.app.close()
  delete process.env['SIZHUA_UPDATE_KEYS']
  removeDataFolder(root)
})

test('the page says what runs here, whose packages are taken, and how to go back', async () => {
  const { page } = window
  await toUpdates(page)
  const about = page.getByRole('region', { name: '现在的程序' })
  await expect(about).toContainText(/\d+\.\d+\.\d+/)
  await expect(about).toContainText('Linux 64位（x64）')
  await expect(about).toContainText(/\d{4}(-\d{4}){7}/)
  await expect(page.getByRole('region', { name: '怎样退回旧版本' })).toContainText('恢复更新前的那份备份')
  expect(await screenProblems(window, 'updates')).toEqual([])
})

test('a package of somebody else, one that was cut short and one for Windows are refused in words', async () => {
  const { page } = window
  const alert = page.getByRole('alert')
  await choose(await anUpdateFile(path.join(root, 'U盘'), { signer: stranger }, '别人的.szupdate'))
  await expect(alert).toContainText('没有发布者的有效签名')
  const cut = path.join(root, 'U盘', '不全.szupdate')
  const whole = readFileSync(await anUpdateFile(path.join(root, 'U盘')))
  writeFileSync(cut, whole.subarray(0, whole.length - 500))
  await choose(cut)
  await expect(alert).toContainText('可能拷贝中断')
  const installer = 'x_0.2.0_x64.exe'
  const manifest = { platform: 'win32', installer, files: [{ ...usualManifest.files[0], path: installer }] }
  const files = [{ path: installer, bytes: installerBytes, isPacked: false }]
  await choose(await anUpdateFile(path.join(root, 'U盘'), { manifest, files }, 'win.szupdate'))
  await expect(alert).toContainText('是给Windows')
  await expect(page.getByRole('region', { name: '更新包' })).toBeHidden()
  expect(readdirSync(path.join(data, 'updates'))).toEqual(['program.json'])
})

test('a right package is shown, backed up before, prepared, and shown in its folder', async () => {
  const { page } = window
  // The backup of the day is there already; this is what it does not have.
  expect(await ask('settings.saveClock', { key: 'nearWorkdays', workdays: 4 })).toHaveProperty('value')
  await choose(await anUpdateFile(path.join(root, 'U盘')))
  const preview = page.getByRole('region', { name: '更新包' })
  await expect(preview).toContainText('→ 0.2.0')
  await expect(preview.getByRole('note', { name: '更新内容' })).toContainText('整改台账可以按科室筛选')
  expect(await screenProblems(window, 'updates-preview')).toEqual([])
  expect(existsSync(path.join(data, 'updates/0.2.0'))).toBe(false)
  await preview.getByRole('button', { name: '备份并准备更新' }).click()
  const ready = page.getByRole('region', { name: '0.2.0版已准备好' })
  await expect(ready).toContainText('已备份（')
  await expect(ready).toContainText('sudo apt install')
  const file = path.join(data, 'updates/0.2.0', usualManifest.installer)
  expect(readFileSync(file).equals(installerBytes)).toBe(true)
  expect(readdirSync(path.join(data, 'backups')).filter((name) => name.endsWith('-update.db'))).toHaveLength(1)
  expect(await screenProblems(window, 'updates-ready')).toEqual([])
  await ready.getByRole('button', { name: '打开所在文件夹' }).click()
  await expect.poll(shownInFolder).toBe(file)
})

test('an installer that was changed after it was prepared is neither shown nor run', async () => {
  const { page } = window
  const file = path.join(data, 'updates/0.2.0', usualManifest.installer)
  await window.app.evaluate(() => void Object.assign(globalThis, { shown: null }))
  writeFileSync(file, Buffer.alloc(installerBytes.length))
  await page.getByRole('button', { name: '打开所在文件夹' }).click()
  await expect(page.getByText('没有找到准备好的更新')).toBeVisible()
  expect(await shownInFolder()).toBeNull()
  await page.getByRole('button', { name: '不更新了' }).click()
  await expect(page.getByRole('region', { name: '0.2.0版已准备好' })).toBeHidden()
  expect(existsSync(file)).toBe(false)
})

test('the window can name no path and no folder of its own choice', async () => {
  const refused = [
    await ask('shell.startUpdate', { folder: '/usr/bin' }),
    await ask('updates.open', { file: '/etc/passwd' }),
    await ask('shell.takeOpenedFile', { id: 1 }),
  ]
  expect(refused).toMatchObject([{ error: { code: 'updateGone' } }, { error: { code: 'notFound' } }, { value: null }])
})

test('after an update the line above the pages says so once, with what is new', async () => {
  await window.app.close()
  const note = { version: '0.0.1', before: null, notes: '' }
  writeFileSync(path.join(data, 'updates/program.json'), JSON.stringify(note))
  window = await open()
  const { page } = window
  const news = page.getByText(/^程序已从0\.0\.1版更新到/)
  await expect(news).toBeVisible()
  expect(await screenProblems(window, 'updates-news')).toEqual([])
  await page.getByRole('button', { name: '知道了' }).click()
  await expect(news).toBeHidden()
})

test('a program without a publisher’s key says that it takes none', async () => {
  await window.app.close()
  const keys = process.env['SIZHUA_UPDATE_KEYS'] ?? ''
  writeFileSync(keys, '{"keys":[]}')
  window = await open()
  await toUpdates(window.page)
  await expect(window.page.getByText('这个程序里没有发布者的公钥')).toBeVisible()
  await expect(window.page.getByRole('button', { name: '选择更新包…' })).toBeHidden()
  expect(await screenProblems(window, 'updates-no-key')).toEqual([])
})

/** A package as the file manager finds it: the key of another unit, made by the same build. */
function anIncomingPackage(): string {
  const district = path.join(root, '区级台账')
  runCommand(
    district,
    asOf,
    'init',
    '--bureau',
    '东丽区合作交流办',
    '--category',
    '1',
    '--year',
    '2022',
    '--mode',
    'district',
  )
  runCommand(district, asOf, 'package', 'identity', '--out', path.join(root, '密钥'))
  const [name = ''] = readdirSync(path.join(root, '密钥'))
  return path.join(root, '密钥', name)
}

test('a double-clicked package opens in 接收 at the start, and in the running window', async () => {
  test.setTimeout(120_000)
  const file = anIncomingPackage()
  await window.app.close()
  window = await open(data, [file])
  await expect(drawer(window.page)).toContainText('东丽区合作交流办')
  await closeDrawer()

  // A second start hands its file to the first and ends; a name with our own ending works the same.
  const renamed = path.join(root, '收到的 密钥.szpkg')
  copyFileSync(file, renamed)
  await startAgain(renamed)
  await expect(drawer(window.page)).toContainText('东丽区合作交流办')
  await closeDrawer()
})

test('what is double-clicked by mistake is refused in words, and nothing happens for other kinds', async () => {
  const foreign = path.join(root, '照片.zip')
  writeFileSync(foreign, 'no zip at all')
  await startAgain(foreign)
  await expect(drawer(window.page)).toContainText('不是四抓台账的上报包')
  await closeDrawer()
  mkdirSync(path.join(root, '文件夹.zip'))
  await startAgain(path.join(root, '文件夹.zip'))
  await expect(drawer(window.page)).toContainText('无法打开文件')
  await closeDrawer()
  await startAgain('/etc/passwd')
  await window.page.waitForTimeout(500)
  await expect(window.page.locator('.ant-drawer-open')).toHaveCount(0)
})

async function closeDrawer(): Promise<void> {
  await window.page.keyboard.press('Escape')
  await expect(window.page.locator('.ant-drawer-open')).toHaveCount(0)
}

/** The program once more on the same data, as the file manager starts it; it must end by itself. */
function startAgain(file: string): Promise<void> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electron, [...flags, process.cwd(), '--data', data, '--as-of', asOf, file], { stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}
