import { expect, test, type Locator, type Page } from '@playwright/test'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { drawer, goTo } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { countedClicks, picture, writeWorkbook } from './rectification'

const asOf = '2022-06-28'
const enterprise = (number: number): string => `包联企业${String(number).padStart(2, '0')}有限公司`
const official = (number: number): string => `包联干部${String(number).padStart(2, '0')}`
/** The visit that both PCs date otherwise. */
const disputed = enterprise(7)

let root: string
let window: Launched
let first: string
let second: string

/** Two PCs of one bureau: the second knows what the first has, and has recorded visits of its own since. */
function prepare(): void {
  const head = ['序号', '包联干部', '职务级别', '企业名称', '所属街道', '走访日期', '走访方式', '企业诉求']
  const visit = (number: number, day: string, mode: string) =>
    [number, official(((number - 1) % 14) + 1), '处级', enterprise(number), '华新街', day, mode, null] as const
  const early = path.join(root, '走访一.xlsx')
  const late = path.join(root, '走访二.xlsx')
  const days = Array.from({ length: 6 }, (_, index) => `2022-06-${String(index + 1).padStart(2, '0')}`)
  writeWorkbook(early, [head, ...days.map((day, index) => visit(index + 7, day, '实地'))])
  // 21 new ones of May, and two of June that were made by phone.
  writeWorkbook(late, [
    head,
    ...Array.from({ length: 18 }, (_, index) => visit(index + 1, '2022-05-10', '实地')),
    ...[1, 2, 3].map((number) => visit(number, '2022-05-20', '线上')),
    visit(8, '2022-06-02', '电话'),
    visit(9, '2022-06-03', '电话'),
  ])
  for (const data of [first, second])
    runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  runCommand(first, asOf, 'import', path.resolve('tests/fixtures/ledgers/visits-2022.xlsx'), '--sheet', '包联企业')
  runCommand(first, asOf, 'import', early)
  hand(first, second, '甲到乙')
  runCommand(second, asOf, 'import', late)
  // The fingerprint of the second PC was compared when it was set up.
  const keys = path.join(root, '密钥')
  runCommand(second, asOf, 'package', 'identity', '--out', keys)
  for (const file of readdirSync(keys))
    runCommand(first, asOf, 'package', 'accept', path.join(keys, file), '--trust-new')
}

/** A colleague package over the command line. */
function hand(from: string, to: string, name: string): void {
  const out = path.join(root, name)
  runCommand(from, asOf, 'colleague', 'send', '--out', out)
  for (const file of readdirSync(out)) runCommand(to, asOf, 'package', 'accept', path.join(out, file), '--trust-new')
}

/** The window of one PC; the desktop's dialog is answered with the stick. */
async function open(data: string): Promise<Page> {
  window = await launch({ data, asOf })
  await window.app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    },
    path.join(root, 'U盘'),
  )
  await window.page.getByRole('button', { name: '营商环境 Alt+5' }).waitFor()
  return window.page
}

/** Dates the visit of the disputed enterprise anew. */
async function redate(page: Page, day: string): Promise<void> {
  await goTo(page, 'Alt+5', '双万双服')
  await page.locator('.ant-segmented-item').filter({ hasText: '走访记录' }).click()
  await page.locator('main tbody tr[data-row-key]').filter({ hasText: disputed }).filter({ hasText: '2022-06' }).click()
  const field = drawer(page).getByLabel('走访日期')
  await field.fill(day)
  await field.press('Tab')
  await drawer(page)
    .getByRole('button', { name: /^保\s?存$/u })
    .click()
  await expect(page.locator('.ant-drawer-open')).toHaveCount(0)
}

async function setZoom(factor: number): Promise<void> {
  await window.app.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  )
}

const sidesOf = (page: Page): Locator => page.locator('.exchange-side')

test.describe.configure({ mode: 'serial' })

test.beforeAll(() => {
  test.setTimeout(180_000)
  root = makeDataFolder()
  first = path.join(root, '甲')
  second = path.join(root, '乙')
  mkdirSync(path.join(root, 'U盘'))
  prepare()
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(root)
})

test('J5 step 2: the second PC names itself and writes its package to the stick', async () => {
  const page = await open(second)
  await redate(page, '2022-06-09')
  await goTo(page, 'Alt+0', '同事合并')
  await page.getByRole('textbox', { name: '本机名称' }).fill('项目营商组电脑')
  await page.getByRole('button', { name: '保存名称' }).click()
  await expect(page.getByRole('table', { name: '电脑' })).toContainText('项目营商组电脑')
  await picture(window, 'exchange-colleagues')
  await page.getByRole('button', { name: '导出同事包' }).click()
  await drawer(page).getByRole('button', { name: '更换文件夹' }).click()
  await expect(drawer(page)).toContainText('U盘')
  await drawer(page)
    .getByRole('button', { name: /^导\s?出$/u })
    .click()
  await expect(drawer(page)).toContainText(/已导出\d+条修改/u)
  await expect(drawer(page).getByRole('button', { name: '打开所在文件夹' })).toBeVisible()
  await window.app.close()
})

test('J5 steps 3 and 4: the preview counts, both dates are visible, one click settles', async () => {
  test.setTimeout(120_000)
  const page = await open(first)
  await redate(page, '2022-06-08')
  await goTo(page, 'Alt+0', '同事合并')
  const { click, within } = countedClicks()
  const [file] = readdirSync(path.join(root, 'U盘')).filter((name) => name.includes('同事包'))
  await within(2, async () => {
    const chooser = page.waitForEvent('filechooser')
    await click(page.getByRole('button', { name: '导入同事包' }))
    await (await chooser).setFiles(path.join(root, 'U盘', file ?? ''))
    await expect(page.getByTestId('signer-state')).toHaveText('✓ 已信任')
    await picture(window, 'exchange-merge-preview')
    // 21 visits with the batch and the file that they came from; two by phone, and the disputed day.
    for (const count of ['新增23', '更新3', '冲突1']) await expect(drawer(page)).toContainText(count)
    await click(drawer(page).getByRole('button', { name: '接收同事包' }))
    await expect(page.getByRole('tab', { name: '冲突箱 1' })).toHaveAttribute('aria-selected', 'true')
  })
  await expect(sidesOf(page)).toHaveCount(2)
  await expect(sidesOf(page).filter({ hasText: '2022年6月8日' })).toHaveCount(1)
  await expect(sidesOf(page).filter({ hasText: '2022年6月9日' })).toContainText('项目营商组电脑')
  await picture(window, 'exchange-conflict')
  await setZoom(1.5)
  await picture(window, 'exchange-conflict-150')
  await setZoom(1)

  await page.getByRole('navigation').getByRole('button', { name: '今天' }).click()
  await expect(page.getByText('与同事的修改有1处冲突')).toBeVisible()
  await goTo(page, 'Alt+0', '冲突箱 1')
  await within(1, () =>
    click(sidesOf(page).filter({ hasText: '2022年6月9日' }).getByRole('button', { name: /^采用/u })),
  )
  await expect(page.getByText('没有冲突。')).toBeVisible()
  await expect(page.getByRole('tab', { name: '冲突箱', exact: true })).toBeVisible()

  // The choice stands in the record, and its history keeps both days.
  await goTo(page, 'Alt+5', '双万双服')
  await page.locator('.ant-segmented-item').filter({ hasText: '走访记录' }).click()
  await expect(
    page.locator('main tbody tr[data-row-key]').filter({ hasText: disputed }).filter({ hasText: '2022-06-09' }),
  ).toHaveCount(1)
})

test('a shared folder is set up once; one button exchanges and says what it did', async () => {
  const { page } = window
  await goTo(page, 'Alt+0', '同事合并')
  await page.getByRole('button', { name: '设置共享文件夹' }).click()
  const shared = page.getByRole('region', { name: '共享文件夹' })
  await shared.getByRole('button', { name: '立即交换' }).click()
  await expect(shared.getByRole('status')).toContainText(/写出\d+条，并入0条，没有冲突。/u)
  await expect(shared).toContainText('上次交换')
  await shared.getByRole('button', { name: '立即交换' }).click()
  await expect(shared.getByRole('status')).toContainText('没有新的修改。')
  await picture(window, 'exchange-shared')
})
