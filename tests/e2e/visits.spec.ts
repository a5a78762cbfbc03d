import { expect, test, type Locator, type Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const officials = Array.from({ length: 18 }, (_, index) => (index % 14) + 1)
/** 18 enterprises and their officials as they are copied out of a table. */
const copied = [
  ['企业名称', '所属街道', '包联干部', '职务级别'],
  ...officials.map((official, index) => [
    `包联企业${String(index + 1).padStart(2, '0')}有限公司`,
    '华新街',
    `包联干部${String(official).padStart(2, '0')}`,
    official <= 6 ? '处级' : '实职科级',
  ]),
]
  .map((cells) => cells.join('\t'))
  .join('\n')
const asOf = '2022-06-28'
/** Where the pictures go that people look at; not asserted on. */
const pictures = path.resolve('test-results/visits')

// One ledger, told from the import to the sentence of the quarter: journey J5, steps 1, 5 and 6.
test.describe.configure({ mode: 'serial' })

let data: string
let window: Launched
let clicks = 0

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

async function click(control: Locator): Promise<void> {
  clicks += 1
  await control.click()
}

/** The page as the screen shows it; Playwright's own pictures go wrong under a zoom. */
async function picture(name: string): Promise<void> {
  const png = await window.app.evaluate(async ({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    return first ? (await first.webContents.capturePage()).toPNG().toString('base64') : ''
  })
  writeFileSync(path.join(pictures, `${name}.png`), Buffer.from(png, 'base64'))
}

async function setZoom(factor: number): Promise<void> {
  await window.app.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  )
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

async function clipboard(): Promise<string> {
  return window.app.evaluate(({ clipboard: board }) => board.readText())
}

const sentence = (page: Page) => page.locator('.page-header-sentence')

test('18 enterprises and 14 officials are pasted in 2 clicks and stand in the matrix, none without an official', async () => {
  const { page } = window
  await page.getByRole('button', { name: '营商环境 Alt+5' }).waitFor()
  await page.keyboard.press('Alt+5')
  await page.getByRole('tab', { name: '双万双服' }).click()
  clicks = 0
  await click(page.getByRole('button', { name: '粘贴到表格' }))
  await window.app.evaluate(({ clipboard: board }, text) => board.writeText(text), copied)
  await expect(page.getByRole('status', { name: '改动' })).toBeVisible()
  await page.keyboard.press('Control+V')
  await expect(page.getByRole('status', { name: '改动' })).toHaveText(/新增 18.*有误 0/u)
  await click(page.getByRole('button', { name: /^保\s?存/u }))
  expect(clicks).toBe(2)
  await expect(page.getByRole('status', { name: '改动' })).toHaveText('没有改动')
  await page.keyboard.press('Escape')
  const grid = page.getByRole('grid', { name: '2022年6月走访矩阵' })
  await expect(grid.locator('thead th')).toHaveCount(20)
  await expect(grid.locator('tbody tr')).toHaveCount(14)
  await expect(grid.locator('.matrix-missing')).toHaveCount(18)
  await expect(page.getByText('还没有包联干部')).toHaveCount(0)
  expect(await sidewaysScroll(page)).toBe(0)
  // All of it on one screen, without scrolling inside either.
  const inside = await page
    .locator('.matrix-scroll')
    .evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight])
  expect(inside).toEqual([0, 0])
})

test('a visit is registered from its cell by keyboard, and the one that is missing is named', async () => {
  const { page } = window
  await expect(page.locator('.matrix-cell')).toHaveCount(14 * 18)
  const cell = page.getByRole('gridcell', { name: '包联干部02，包联企业02有限公司：本期还没有人走访' })
  await page.getByRole('gridcell', { name: /^包联干部01，包联企业01有限公司/u }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(cell).toBeFocused()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '登记走访' })
  await expect(drawer.getByText('包联企业02有限公司')).toBeVisible()
  await page.waitForTimeout(400)
  await picture('form')
  clicks = 0
  await click(drawer.getByRole('button', { name: /^保\s?存$/u }))
  await expect(page.getByRole('gridcell', { name: '包联干部02，包联企业02有限公司：已走访1次' })).toBeVisible()
  expect(clicks).toBeLessThanOrEqual(2)
  await expect(sentence(page)).toContainText('1/18家已走访，还差：')
})

test('the month with 17 of 18 names the missing one with its official, and 催一下 copies it', async () => {
  const { page } = window
  for (let number = 1; number <= 18; number += 1) {
    if (number === 2 || number === 7) continue
    const enterprise = `包联企业${String(number).padStart(2, '0')}有限公司`
    await page.locator('.matrix-missing').filter({ hasText: enterprise }).click()
    const drawer = page.getByRole('dialog', { name: '登记走访' })
    await drawer.getByRole('button', { name: /^保\s?存$/u }).click()
    await expect(drawer).toBeHidden()
  }
  await expect(sentence(page)).toHaveText('17/18家已走访，还差：包联企业07有限公司（包联干部07）')
  await expect(page.locator('.matrix-missing')).toHaveCount(1)
  clicks = 0
  await click(page.getByRole('button', { name: '催一下' }))
  expect(clicks).toBe(1)
  expect(await clipboard()).toBe(
    '【双万双服走访提醒】2022年6月，截至2022年6月28日，18家包联企业已走访17家，还差1家。\n包联干部07：包联企业07有限公司\n请于2022年6月30日前完成走访，并报走访日期、走访方式和企业诉求。',
  )
})

test('the sentence of the quarter has 14, 18 and the counts', async () => {
  const { page } = window
  clicks = 0
  await click(page.locator('.visits-period label').filter({ hasText: '二季度' }))
  await expect(page.getByRole('grid', { name: '2022年二季度走访矩阵' })).toBeVisible()
  await click(page.getByRole('button', { name: '生成走访情况' }))
  expect(clicks).toBe(2)
  await expect
    .poll(clipboard)
    .toBe(
      '2022年二季度，14名包联干部（处级6名、实职科级8名）包联华新街18家企业，共走访17次（实地17次），走访企业17/18家，覆盖率94.44%。未收到企业诉求。尚未走访：包联企业07有限公司（包联干部07）。',
    )
})

test('matrix, list and demands fit at 1366×768 and at 150 %', async () => {
  const { page } = window
  const open = {
    matrix: () => page.locator('.ant-segmented-item').filter({ hasText: '矩阵' }).click(),
    list: () => page.locator('.ant-segmented-item').filter({ hasText: '走访记录' }).click(),
    demands: () => page.getByRole('tab', { name: '企业诉求' }).click(),
  }
  for (const [name, show] of Object.entries(open)) {
    await show()
    for (const zoom of [1, 1.5]) {
      await setZoom(zoom)
      await page.waitForTimeout(300)
      expect(await sidewaysScroll(page)).toBe(0)
      await picture(`${name}-${zoom * 100}`)
    }
    await setZoom(1)
  }
})
