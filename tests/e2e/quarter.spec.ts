import { expect, test, type Locator, type Page } from '@playwright/test'
import * as XLSX from '@e965/xlsx'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const assigned = path.resolve('tests/fixtures/assignments/dongli-2022-audit-bureau.xlsx')
const ledgers = ['leads', 'briefs-and-trainings', 'projects', 'visits', 'revenue'].map((name) =>
  path.resolve(`tests/fixtures/ledgers/${name}-2022.xlsx`),
)
const asOf = '2022-12-31'

let data: string
let folder: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  folder = path.join(data, '报送')
  mkdirSync(folder)
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  for (const file of [assigned, ...ledgers]) runCommand(data, asOf, 'import', file)
  runCommand(data, asOf, 'score', '--year', '2022', '--set', 'cooperate=18')
  window = await launch({ data, asOf })
  // Only the desktop's own dialog is answered for the person; the rest is the real program.
  await window.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

function cellsOf(file: string): readonly string[] {
  const book = XLSX.read(readFileSync(file))
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    if (!sheet) return []
    // A number's format keeps it clear of the border by a blank.
    const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false })
    return rows.flat().map((cell) => String(cell).trim())
  })
}

async function openScore(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: '招商' }).click()
  await page.getByRole('tab', { name: '得分说明' }).click()
  await expect(page.getByTestId('score-total')).toHaveText('89.42分')
}

async function openQuarter(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: '报表与上报' }).click()
  await page.getByRole('tab', { name: '季度小结' }).click()
}

test('得分说明 opens from the total down to the records', async () => {
  const { page } = window
  await openScore(page)
  await page.getByRole('button', { name: '展开指标考核的条款、算式和记录' }).click()
  await expect(page.getByText('指标考核分占30分，全年完成4个指标')).toBeVisible()
  await expect(page.locator('.score-arithmetic').first()).toContainText('30')
  const records = page.locator('.score-records').first().getByRole('button')
  await expect(records).toHaveCount(6)
  await records.first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the chart is copied as a picture', async () => {
  const { app, page } = window
  await openScore(page)
  await page.getByRole('button', { name: '复制图片' }).click()
  await expect(page.getByText('图片已复制')).toBeVisible()
  const hasPicture = await app.evaluate(async ({ clipboard }) => {
    // The older Electron of the test runtime has the older clipboard.
    const older = clipboard as unknown as { readImage?: () => { getSize: () => { width: number } } }
    if (older.readImage) return older.readImage().getSize().width > 600
    const items = await clipboard.read()
    return items.some((item) => item.types.includes('image/png'))
  })
  expect(hasPicture).toBe(true)
})

test('得分说明 fits on one page of A4', async () => {
  const { app, page } = window
  await openScore(page)
  const printed = await app.evaluate(async ({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows()
    const bytes = await shown?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
    return bytes?.toString('latin1') ?? ''
  })
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

/** Mouse clicks of a journey, counted. Source: product J9. */
function clicker(): { readonly click: (target: Locator) => Promise<void>; readonly count: () => number } {
  let clicks = 0
  return {
    click: async (target) => {
      clicks += 1
      await target.click()
    },
    count: () => clicks,
  }
}

test('J9: draft, checks, a figure by hand, export and the OA text, in the stated clicks', async () => {
  const { app, page } = window
  await page.getByRole('navigation').getByRole('button', { name: '今天' }).click()
  const draft = page.getByRole('article', { name: '小结草稿' })

  const open = clicker()
  await open.click(page.getByRole('navigation').getByRole('button', { name: '报表与上报' }))
  if (!(await draft.isVisible())) await open.click(page.getByRole('tab', { name: '季度小结' }))
  await expect(draft).toContainText('2022年四季度“四个全员抓”工作小结')
  expect(open.count()).toBeLessThanOrEqual(2)
  for (const title of ['一、抓招商', '二、抓项目', '三、抓营商环境', '四、抓收入'])
    await expect(draft).toContainText(title)

  // The gaps stand first, and each opens what it is about.
  const checks = page.getByRole('region', { name: '先看这些' })
  await expect(checks.getByRole('heading').nth(1)).toContainText('缺口')
  await checks.getByRole('button', { name: '打开“社区食堂”' }).click()
  await expect(page.getByRole('dialog')).toContainText('社区食堂')
  await page.keyboard.press('Escape')
  await openQuarter(page)

  // A figure opens its clause and its records, and may be written by hand with a reason.
  await draft.locator('[data-place="revenue.booked.retainedInYear"]').click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('没有冲回的区留成相加')
  await expect(drawer.getByRole('button', { name: '结余资金上缴' })).toBeVisible()
  await drawer.getByLabel('改为').fill('4.6')
  await expect(drawer.getByRole('button', { name: '保存修改' })).toBeEnabled()
  await drawer.getByRole('button', { name: '保存修改' }).click()
  await expect(drawer.getByText('请写明原因。')).toBeVisible()
  await drawer.getByRole('textbox', { name: '原因' }).fill('含区级调增')
  await drawer.getByRole('button', { name: '保存修改' }).click()
  await expect(draft).toContainText('4.6手工修改')
  await expect(draft).toContainText('注1：“4.1”手工改为“4.6”，原因：含区级调增')
  await page.keyboard.press('Escape')
  const checkCode = (await page.getByTestId('check-code').textContent()) ?? ''
  expect(checkCode).toMatch(/^\d{4}-\d{4}$/)

  const write = clicker()
  await write.click(page.getByRole('button', { name: '更换文件夹' }))
  await expect(page.getByText(folder)).toBeVisible()
  await write.click(page.getByRole('button', { name: '导出', exact: true }))
  await expect(page.getByText('已导出', { exact: true })).toBeVisible({ timeout: 60_000 })
  expect(write.count()).toBeLessThanOrEqual(3)

  const files = readdirSync(folder).toSorted()
  expect(files.map((file) => path.extname(file))).toEqual(['.docx', '.xlsx'])
  for (const file of files) await expect(page.getByText(file)).toBeVisible()
  const workbook = files.find((file) => file.endsWith('.xlsx')) ?? ''
  const cells = cellsOf(path.join(folder, workbook))
  expect(cells.some((cell) => cell.includes(checkCode))).toBe(true)
  // The score on the screen and in the file is one figure; so is the reason of the hand edit.
  expect(cells).toContain('89.42')
  expect(cells.some((cell) => cell.includes('“4.1”手工改为“4.6”，原因：含区级调增'))).toBe(true)

  await page.getByRole('button', { name: '复制到OA' }).click()
  await expect(page.getByText('已复制纯文本').first()).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('89.42')
  expect(copied).toContain(checkCode)
  expect(copied).not.toMatch(/[<>\t]/)
})

test('复制本节 gives one chapter; dropping the hand edit brings the ledger back', async () => {
  const { app, page } = window
  await openQuarter(page)
  await page.getByRole('button', { name: /^复制本节.*抓收入/u }).click()
  await expect(page.getByText('已复制纯文本').first()).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^　　四、抓收入\n/)
  expect(copied).toContain('4.6（注1）')
  await page.locator('[data-place="revenue.booked.retainedInYear"]').click()
  await page.getByRole('button', { name: '撤销修改' }).click()
  const draft = page.getByRole('article', { name: '小结草稿' })
  await expect(draft).not.toContainText('手工修改')
  await page.keyboard.press('Escape')
})

test('本期无新增: one tick where nothing happened, refused in words where something did', async () => {
  const { page } = window
  await openQuarter(page)
  const chapter = page.getByRole('region', { name: '抓项目' })
  await page.getByRole('checkbox', { name: '抓项目 本期无新增' }).click()
  await expect(chapter).toContainText('本期无新增。')
  await page.getByRole('checkbox', { name: '抓招商 本期无新增' }).click()
  await expect(page.getByText('不能报“本期无新增”。没有勾选')).toBeVisible()
})

test('台账导出 lists every ledger with its count', async () => {
  const { page } = window
  await page.getByRole('navigation').getByRole('button', { name: '报表与上报' }).click()
  await page.getByRole('tab', { name: '台账导出' }).click()
  for (const [name, count] of [
    ['招商线索台账', '6'],
    ['项目台账', '5'],
    ['走访台账', '51'],
    ['收入台账', '5'],
  ] as const) {
    await expect(page.getByRole('row', { name }).getByRole('cell').nth(2)).toHaveText(count)
    await page.getByRole('button', { name: `导出${name}` }).click()
    await expect(page.getByText(`${name}已导出${count}条。`)).toBeVisible({ timeout: 60_000 })
  }
})
