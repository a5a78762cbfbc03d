import { expect, test, type Page } from '@playwright/test'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const table = path.resolve('tests/fixtures/assignments/dongli-2022-audit-bureau.xlsx')
const asOf = '2022-06-22'
const summary = '报送季度工作总结（二季度）'
const moved = '6月24日（原6月25日，周六）'

let data: string
let folder: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  folder = path.join(data, '导出')
  mkdirSync(folder)
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--alias', '审计局', '--category', '3', '--year', '2022')
  runCommand(data, asOf, 'import', table)
  window = await launch({ data, asOf, seesDigest: true })
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

async function openList(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: '任务', exact: false }).first().click()
  await page.getByRole('tab', { name: '时限与报送' }).click()
}

async function openCalendar(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: '日历' }).click()
  await expect(page.getByRole('grid', { name: '2022年6月时限' })).toBeVisible()
}

test('the digest comes once at start, with the action in one click, and Esc closes it', async () => {
  const { page } = window
  const digest = page.getByRole('dialog', { name: '今日提醒' })
  const row = digest.getByRole('row').filter({ hasText: summary })
  await expect(row).toContainText(moved)
  await expect(row).toContainText('▲ 临近')
  await expect(row).toContainText('剩2个工作日')
  const other = digest.getByRole('row').filter({ hasText: '报送分管领导和牵头人员名单' })
  await other.getByRole('button', { name: /^报送：/ }).click()
  await expect(other).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(digest).toBeHidden()
  await page.reload()
  await expect(page.getByRole('navigation')).toBeVisible()
  await openList(page)
  await expect(digest).toBeHidden()
})

test('H1: on 22 June the summary is due 6月24日（原6月25日，周六）; submitted in the drawer and taken back', async () => {
  const { page } = window
  await openList(page)
  const row = page.getByRole('row').filter({ hasText: summary })
  await expect(row).toContainText(moved)
  await row.click()
  const drawer = page.getByRole('dialog').filter({ hasText: summary })
  await expect(drawer).toContainText('2022年6月25日（周六）')
  await expect(drawer).toContainText('2022年6月24日（周五）')
  await expect(drawer).toContainText('2022年4月1日—2022年6月30日')
  await drawer.getByRole('button', { name: '登记报送' }).click()
  await expect(drawer.locator('.task-title')).toContainText('已报送')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(drawer.locator('.task-title')).toContainText('未开始')
  await page.keyboard.press('Escape')
})

test('送审 and 审核 by two people; what is refused says why and keeps what was typed', async () => {
  const { page } = window
  await openList(page)
  await page.getByRole('row').filter({ hasText: summary }).click()
  const drawer = page.getByRole('dialog').filter({ hasText: summary })
  await drawer.getByRole('button', { name: '送审' }).click()
  await drawer.getByLabel('填报人').fill('营商组组员')
  await drawer.getByRole('button', { name: '送审' }).click()
  await expect(drawer.locator('.task-title')).toContainText('待审核')
  await drawer.getByLabel('审核人').fill('营商组组员')
  await drawer.getByRole('button', { name: '审核通过' }).click()
  await expect(drawer.getByRole('alert')).toContainText('不能审核自己的材料')
  await expect(drawer.getByLabel('审核人')).toHaveValue('营商组组员')
  await drawer.getByLabel('审核人').fill('营商组组长')
  await drawer.getByRole('button', { name: '审核通过' }).click()
  await expect(drawer.getByLabel('办理环节')).toContainText('营商组组长')
  await drawer.getByRole('button', { name: '退回' }).click()
  await drawer.getByRole('button', { name: '退回' }).click()
  await expect(drawer).toContainText('请写明原因或依据')
  await drawer.getByLabel('退回原因').fill('缺数据')
  await drawer.getByRole('button', { name: '退回' }).click()
  await expect(drawer).toContainText('退回：缺数据')
  await page.keyboard.press('Escape')
})

test('the month: 休 and 班, the moved day, by keyboard from day to day and month to month', async () => {
  const { page } = window
  await openCalendar(page)
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('gridcell')).toHaveCount(42)
  await expect(grid.getByRole('columnheader').first()).toHaveText('周一')
  const friday = grid.getByRole('gridcell', { name: /^6月24日周五/ })
  await expect(friday).toContainText(`${summary}（原6月25日，周六）`)
  await expect(grid.getByRole('gridcell', { name: '6月3日周五，放假，没有时限' })).toContainText('休')
  await grid.getByRole('gridcell', { name: /^6月22日周三/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(friday).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog').filter({ hasText: '二季度' })
  await expect(drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await friday.focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('grid', { name: '2022年4月时限' })).toBeVisible()
  const makeUp = page.getByRole('gridcell', { name: /^4月24日周日，调休上班/ })
  await expect(makeUp).toBeFocused()
  await expect(makeUp).toContainText('班')
  await page.getByRole('button', { name: '今天', exact: true }).last().click()
  await expect(page.getByRole('grid', { name: '2022年6月时限' })).toBeVisible()
})

test('H1: June fits on one sheet of A4', async () => {
  const { app, page } = window
  await openCalendar(page)
  // The printer's own dialog is left out; the sheet is the one it would get.
  await page.evaluate(() => {
    globalThis.print = () => {}
  })
  await page.getByRole('button', { name: '打印A4' }).click()
  await expect(page.locator('.cal-sheet')).toHaveCount(1)
  const printed = await app.evaluate(async ({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows()
    const bytes = await shown?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
    return bytes?.toString('latin1') ?? ''
  })
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.cal-sheet')).toHaveCount(0)
})

test('the month as .ics into a chosen folder', async () => {
  const { app, page } = window
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
  await openCalendar(page)
  await page.getByRole('button', { name: '导出.ics' }).click()
  await page.getByRole('menuitem', { name: '导出本月' }).click()
  await expect(page.getByText('已导出8项时限')).toBeVisible()
  const [file = ''] = readdirSync(folder)
  expect(file).toBe('东丽区审计局_时限日历_2022-06-01至2022-06-30.ics')
  expect(readFileSync(path.join(folder, file), 'utf8')).toContain('DTSTART;VALUE=DATE:20220624')
})
