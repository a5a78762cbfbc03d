import { expect, test, type Page } from '@playwright/test'
import * as XLSX from '@e965/xlsx'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const leads = path.resolve('tests/fixtures/ledgers/leads-2022.xlsx')
const routine = path.resolve('tests/fixtures/ledgers/briefs-and-trainings-2022.xlsx')
const asOf = '2022-12-31'

let data: string
let folder: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  folder = path.join(data, '报送')
  mkdirSync(folder)
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  runCommand(data, asOf, 'import', leads)
  runCommand(data, asOf, 'import', routine)
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

test('the quarter is exported into a chosen folder and opens again', async () => {
  const { page } = window
  await openQuarter(page)
  const draft = page.getByRole('article', { name: '小结草稿' })
  await expect(draft).toContainText('2022年四季度')
  const checkCode = (await page.getByTestId('check-code').textContent()) ?? ''
  expect(checkCode).toMatch(/^\d{4}-\d{4}$/)

  await page.getByRole('button', { name: '更换文件夹' }).click()
  await expect(page.getByText(folder)).toBeVisible()
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await expect(page.getByText('已导出')).toBeVisible({ timeout: 60_000 })

  const files = readdirSync(folder).toSorted()
  expect(files.map((file) => path.extname(file))).toEqual(['.docx', '.xlsx'])
  for (const file of files) await expect(page.getByText(file)).toBeVisible()
  const workbook = files.find((file) => file.endsWith('.xlsx')) ?? ''
  const cells = cellsOf(path.join(folder, workbook))
  expect(cells.some((cell) => cell.includes(checkCode))).toBe(true)
  // The score on the screen and in the file is one figure.
  expect(cells).toContain('89.42')
})

test('复制到OA gives the plain text of the draft', async () => {
  const { app, page } = window
  await openQuarter(page)
  await page.getByRole('button', { name: '复制到OA' }).click()
  await expect(page.getByText('已复制纯文本')).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('抓招商')
  expect(copied).toContain('89.42')
  expect(copied).not.toMatch(/[<>\t]/)
})
