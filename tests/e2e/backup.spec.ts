// Source: product O1 and O2; reliability §3 faults 11, 13, 15, 16, 19, 20.
import { expect as quickly, test, type Locator, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { drawer, goTo } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { screenProblems } from './screen-checks'

/** Whole ledgers are copied, checked and put back between the clicks. */
const expect = quickly.configure({ timeout: 30_000 })

const bureau = '东丽区审计局'

/** Backups carry the machine's own time, so this day has to be its own too. */
function localDay(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
const today = localDay()

let root: string
let data: string
let stick: string
let window: Launched

async function start(): Promise<Page> {
  window = await launch({ data, asOf: today })
  return window.page
}

/** Only the desktop's own dialog is answered for the person; the rest is the real program. */
async function choose(folder: string): Promise<void> {
  await window.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
}

async function openTab(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置 Alt+S' }).waitFor()
  await goTo(page, 'Alt+s', '备份与恢复')
}
const list = (page: Page): Locator => page.getByRole('table', { name: '备份', exact: true })
const ledger = (): string => path.join(data, 'ledger.db')

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Overwrites a part of a file, as a dying disk or a virus scanner does. */
function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

async function addLead(page: Page, investor: string): Promise<void> {
  await goTo(page, 'Alt+3', '线索与项目')
  await page.keyboard.press('Control+n')
  const entry = page.getByRole('dialog', { name: '新增线索' })
  await entry.getByLabel('企业（投资方）').fill(investor)
  await entry.getByLabel('一句话').fill('研发中心')
  await entry.getByLabel('提供人').fill('招商组组员')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('main tbody tr', { hasText: investor })).toBeVisible()
}

async function backUp(page: Page): Promise<void> {
  await openTab(page)
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText(/^已备份（今天 \d\d:\d\d），校验完好/)).toBeVisible()
}

/** Types the word into the drawer of a restore and waits until the window stands anew. */
async function confirmRestore(page: Page, run: string): Promise<void> {
  const button = drawer(page).getByRole('button', { name: run })
  await expect(button).toBeDisabled()
  await drawer(page).getByLabel('确认恢复，请输入“恢复”两个字').fill('恢复')
  await button.click()
}

async function expectSound(name: string): Promise<void> {
  expect(await screenProblems(window, name)).toEqual([])
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(() => {
  root = makeDataFolder()
  data = path.join(root, '本单位台账')
  stick = path.join(root, 'U盘')
  mkdirSync(stick)
  runCommand(data, today, 'init', '--bureau', bureau, '--category', '3', '--year', '2022')
  for (const name of ['leads', 'projects', 'visits'])
    runCommand(data, today, 'import', path.resolve(`tests/fixtures/ledgers/${name}-2022.xlsx`))
})

test.afterEach(async () => {
  await window.app.close().catch(() => undefined)
})

test.afterAll(() => removeDataFolder(root))

test('a backup, an edit, a restore with its preview, and back to before', async () => {
  test.setTimeout(240_000)
  const page = await start()
  // The first start of a day takes one by itself.
  await openTab(page)
  await expect(list(page).getByRole('row', { name: /每日首次/ })).toBeVisible()
  await backUp(page)
  await goTo(page, 'Alt+1')
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^备份 \d\d:\d\d ✓$/ })
    .click()
  await expect(page.getByText(/^最近一次备份：今天 \d\d:\d\d，校验完好。之后没有改动。$/)).toBeVisible()
  await expectSound('备份-刚备份')

  await addLead(page, '苏州视觉研发有限公司')
  await openTab(page)
  await expect(page.getByText(/之后又改了1处。$/)).toBeVisible()
  await list(page).getByRole('row', { name: /手工/ }).first().getByRole('button', { name: /^恢复/ }).click()
  await expect(drawer(page).getByText('备份之后的1处改动不在里面：')).toBeVisible()
  await expect(drawer(page).getByRole('listitem')).toContainText(['保存线索'])
  await expect(drawer(page).getByRole('row', { name: /招商线索/ })).toContainText('少1条')
  await expectSound('备份-恢复预览')
  await confirmRestore(page, '恢复这份')
  await expect(page.getByText(/^已恢复到今天 \d\d:\d\d的备份。恢复前的台账已另存为一份备份。/)).toBeVisible()
  // Its 撤销 would take back something of the restored ledger.
  await expect(page.getByText('已记下一条线索。')).toBeHidden({ timeout: 500 })
  await expectSound('备份-已恢复')
  await goTo(page, 'Alt+3', '线索与项目')
  await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible()
  await expect(page.locator('main tbody tr', { hasText: '苏州视觉研发' })).toHaveCount(0)

  await openTab(page)
  await page.getByRole('button', { name: '回到恢复前', exact: true }).click()
  await expect(drawer(page).getByRole('row', { name: /招商线索/ })).toContainText('多1条')
  await confirmRestore(page, '回到恢复前')
  await expect(page.getByText(/^已回到恢复前。/)).toBeVisible()
  await goTo(page, 'Alt+3', '线索与项目')
  await expect(page.locator('main tbody tr', { hasText: '苏州视觉研发' })).toBeVisible()
})

test('what was typed for a record that a restore takes away can be copied or thrown away', async () => {
  test.setTimeout(180_000)
  const page = await start()
  await backUp(page)
  await addLead(page, '滨海测试科技有限公司')
  await drawer(page).getByLabel('投资意向').fill('没有保存的投资意向')
  await openTab(page)
  await list(page).getByRole('row', { name: /手工/ }).first().getByRole('button', { name: /^恢复/ }).click()
  await confirmRestore(page, '恢复这份')
  const left = page.getByRole('region', { name: '没有保存的文字' })
  await expect(left).toContainText('没有保存的投资意向')
  await left.getByRole('button', { name: '复制文字' }).click()
  await expect(left.getByRole('status')).toHaveText('已复制。')
  await expectSound('备份-没有保存的文字')
  await left.getByRole('button', { name: '丢弃' }).click()
  await expect(left).toBeHidden()
})

test('a second folder gets a copy, and is reminded of after seven days', async () => {
  test.setTimeout(180_000)
  let page = await start()
  await openTab(page)
  await choose(stick)
  await page.getByRole('button', { name: '选择文件夹' }).click()
  const second = page.getByRole('region', { name: '第二处' })
  await expect(second).toContainText(stick)
  await expect(second).toContainText('和台账在同一块磁盘上')
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText('第二处也已存了一份。')).toBeVisible()
  await expect(second).toContainText(/最近一次 今天 \d\d:\d\d/)
  expect(readdirSync(stick, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.db'))).toBe(true)
  await second.getByRole('button', { name: '查看第二处的备份' }).click()
  await expect(page.getByRole('table', { name: stick }).getByRole('row')).not.toHaveCount(1)
  await expectSound('备份-第二处')
  await window.app.close()

  const stateFile = path.join(data, 'backups/state.json')
  const state = JSON.parse(readFileSync(stateFile, 'utf8')) as { second: { lastAt: string; lastHash: string } }
  const before = new Date(Date.now() - 8 * 86_400_000).toISOString()
  writeFileSync(stateFile, JSON.stringify({ ...state, second: { ...state.second, lastAt: before, lastHash: 'old' } }))
  renameSync(stick, `${stick}-拔出`)
  page = await start()
  await expect(page.getByText(/已8天没有备份。请插好U盘，再备份一次。/)).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('第二处已8天未备份')
  await page.getByRole('button', { name: '去备份' }).click()
  await expect(page.getByRole('region', { name: '第二处' })).toContainText('现在打不开，可能U盘没有插')
  await expectSound('备份-第二处到期')
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText(/第二处打不开/)).toBeVisible()
  renameSync(`${stick}-拔出`, stick)
  await page.getByRole('button', { name: '不再使用' }).click()
  await expect(page.getByText('还没有选第二处。')).toBeVisible()
  expect(readdirSync(stick, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.db'))).toBe(true)
})

test('a trial, a damaged backup, and the backup of another computer', async () => {
  test.setTimeout(180_000)
  const page = await start()
  await openTab(page)
  await page.getByRole('button', { name: '现在试一次' }).click()
  await expect(page.getByText(/^✓ 今天 \d\d:\d\d试过：备份可用/)).toBeVisible()

  const name = readdirSync(path.join(data, 'backups'))
    .filter((file) => file.endsWith('.db'))
    .toSorted()
    .at(-1)
  overwrite(path.join(data, 'backups', name ?? ''), 30_000, Buffer.from('damaged by a stick that was pulled out'))
  await list(page).getByRole('button', { name: /^校验/ }).first().click()
  await expect(page.getByText(/的备份已损坏，不能用来恢复。$/)).toBeVisible()
  await expect(list(page).getByRole('row').nth(1)).toContainText('已损坏')
  await expect(list(page).getByRole('row').nth(1).getByRole('button', { name: /^恢复/ })).toBeDisabled()
  await expect(page.getByRole('banner')).toContainText('最近的备份已损坏')
  await expectSound('备份-已损坏')

  const other = path.join(root, '另一台电脑')
  runCommand(other, today, 'init', '--bureau', '东丽区示例二局', '--category', '3', '--year', '2022')
  runCommand(other, today, 'backup', 'create')
  await choose(other)
  await page.getByRole('button', { name: '从文件夹里找备份…' }).click()
  const found = page.getByRole('table', { name: other })
  await found.getByRole('button', { name: /^恢复/ }).first().click()
  await expect(drawer(page).getByText(/可能来自另一台电脑或另一个单位/)).toBeVisible()
  await expect(drawer(page)).toContainText('东丽区示例二局')
  await expectSound('备份-另一台电脑的备份')
  await drawer(page).getByRole('button', { name: '取消' }).click()
  await choose(path.join(root, 'U盘'))
})

test('a destroyed header: the screen shows the backups, and one of them opens the ledger again', async () => {
  test.setTimeout(180_000)
  overwrite(ledger(), 0, Buffer.alloc(100))
  const page = await start()
  await expect(page.getByRole('heading', { name: '数据文件损坏了，台账没有打开' })).toBeVisible()
  await expect(page.getByRole('table', { name: '可以用来恢复的备份' }).getByRole('row')).not.toHaveCount(1)
  await expect(page.getByText('quarantine').first()).toBeVisible()
  await expectSound('打不开-已损坏')
  await page
    .getByRole('button', { name: /^恢复这份/ })
    .first()
    .click()
  await expect(drawer(page).getByText(/现在没有可读的台账/)).toBeVisible()
  await expectSound('打不开-恢复预览')
  await confirmRestore(page, '恢复这份')
  await expect(page.getByText(/^已恢复到.*的备份。/)).toBeVisible()
  await expect(page.getByRole('navigation')).toBeVisible()
})

test('damaged pages: what can be read is rescued into another folder', async () => {
  test.setTimeout(180_000)
  const connection = new Database(ledger(), { readonly: true })
  const leaf = connection
    .prepare<[], { readonly pgoffset: number; readonly pgsize: number }>(
      "SELECT pgoffset, pgsize FROM dbstat WHERE name = 'journal_change' AND pagetype = 'leaf' ORDER BY pageno",
    )
    .get()
  connection.close()
  if (!leaf) throw new Error('the journal has no page')
  overwrite(ledger(), leaf.pgoffset, Buffer.alloc(leaf.pgsize, 7))
  // As after a crash: an unclean end has every page checked.
  writeFileSync(path.join(data, 'lock'), JSON.stringify({ holder: '招商组组员', pid: 0, since: '' }))
  const page = await start()
  await expect(page.getByRole('heading', { name: '数据文件损坏了，台账没有打开' })).toBeVisible()
  const target = path.join(root, '抢救')
  mkdirSync(target)
  await choose(target)
  await page.getByRole('button', { name: '选择文件夹并开始' }).click()
  const result = page.getByRole('table', { name: '抢救能读的内容' })
  await expect(result.getByRole('row', { name: /招商线索/ })).toBeVisible()
  await result.scrollIntoViewIfNeeded()
  await expectSound('打不开-抢救结果')
  const before = digestOf(ledger())
  await page.getByRole('button', { name: '只读打开' }).click()
  await expect(page.getByText('台账是只读打开的，只能查看，不能保存。')).toBeVisible()
  await expectSound('只读-已损坏')
  await window.app.close()
  expect(digestOf(ledger())).toBe(before)
  // For the tests that follow.
  const again = await start()
  await again
    .getByRole('button', { name: /^恢复这份/ })
    .first()
    .click()
  await confirmRestore(again, '恢复这份')
  await expect(again.getByText(/^已恢复到.*的备份。/)).toBeVisible()
})

test('a missing ledger is asked about, never made anew by itself, and comes back from a backup', async () => {
  test.setTimeout(180_000)
  renameSync(ledger(), path.join(root, 'moved.db'))
  const page = await start()
  await expect(page.getByRole('heading', { name: '没有找到台账文件' })).toBeVisible()
  await expectSound('打不开-找不到')
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page.getByText('刚才又试了一次，还是没有打开。')).toBeVisible()
  await page.getByRole('button', { name: '确实没有数据，重新建立台账…' }).click()
  await expect(page.getByRole('button', { name: '填写单位信息' })).toBeDisabled()
  await expectSound('打不开-重新建立')
  expect(existsSync(ledger())).toBe(false)
  await page
    .getByRole('button', { name: /^恢复这份/ })
    .first()
    .click()
  await confirmRestore(page, '恢复这份')
  await expect(page.getByText(/^已恢复到.*的备份。/)).toBeVisible()
  await goTo(page, 'Alt+3', '线索与项目')
  await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible()
})

test('a newer ledger is only read, byte for byte', async () => {
  test.setTimeout(180_000)
  const connection = new Database(ledger())
  const version = Number(connection.pragma('user_version', { simple: true }))
  connection.pragma('user_version = 99')
  connection.close()
  const before = digestOf(ledger())
  const page = await start()
  await expect(page.getByRole('heading', { name: '这份数据由更新的版本建立' })).toBeVisible()
  await expectSound('打不开-更新的版本')
  await page.getByRole('button', { name: '只读打开' }).click()
  await expect(page.getByText('台账是只读打开的，只能查看，不能保存。')).toBeVisible()
  await goTo(page, 'Alt+3', '线索与项目')
  await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible()
  await expectSound('只读-更新的版本')
  await page.keyboard.press('Control+n')
  const entry = page.getByRole('dialog', { name: '新增线索' })
  await entry.getByLabel('企业（投资方）').fill('不能保存的企业')
  await entry.getByLabel('一句话').fill('研发中心')
  await entry.getByLabel('提供人').fill('招商组组员')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/台账现在是只读方式打开的，不能保存/).first()).toBeVisible()
  await window.app.close()
  expect(digestOf(ledger())).toBe(before)
  const back = new Database(ledger())
  back.pragma(`user_version = ${version}`)
  back.close()
})

/** Another program that has the ledger open, as a second user on the same computer would. */
async function hold(): Promise<ChildProcess> {
  const script = `
    const Database = require('better-sqlite3')
    const db = new Database(process.argv[1])
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
    console.log('held')
    setInterval(() => db.inTransaction, 1000)`
  const holder = spawn(process.execPath, ['-e', script, ledger()], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => holder.stdout?.once('data', resolve))
  const note = { holder: '招商组组员', pid: holder.pid, since: `${today}T08:30:00+08:00` }
  writeFileSync(path.join(data, 'lock'), JSON.stringify(note))
  return holder
}

test('a ledger that somebody else has open: who, since when, a copy to read, and open again', async () => {
  test.setTimeout(180_000)
  const holder = await hold()
  try {
    const page = await start()
    await expect(page.getByRole('heading', { name: '台账正被别人打开' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('招商组组员')
    await expect(page.getByRole('main')).toContainText('08:30')
    await expectSound('打不开-被占用')
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect(page.getByText('刚才又试了一次，还是没有打开。')).toBeVisible()
    await page.getByRole('button', { name: '只读查看一份副本' }).click()
    await expect(page.getByText(/这里看到的是一份副本/)).toBeVisible()
    await goTo(page, 'Alt+3', '线索与项目')
    await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible()
    await expectSound('只读-副本')
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await ended
    await page.getByRole('button', { name: '重新打开' }).click()
    await expect(page.getByText(/这里看到的是一份副本/)).toBeHidden()
    await addLead(page, '又能保存的企业')
  } finally {
    holder.kill('SIGKILL')
  }
})
