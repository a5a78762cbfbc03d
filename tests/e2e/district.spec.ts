import { expect, test, type Locator, type Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { drawer, goTo, modal } from './forms'
import { launch, makeDataFolder, removeDataFolder, type Launched } from './launch'
import { countedClicks, pagesOf, picture } from './rectification'
import { screenProblems } from './screen-checks'

// product.md J10: from the folder to the published ranking. The day is that of the fixture, see tests/district.
const asOf = '2022-12-28'
const period = '2022Q4'

let root: string
let out: string
let window: Launched
const clicks = countedClicks()

/** The desktop's own dialog answers with this folder from now on. */
async function answerDialog(folder: string): Promise<void> {
  await window.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
}

const main = (page: Page): Locator => page.locator('main')
const button = (place: Locator, name: string | RegExp): Locator => place.getByRole('button', { name }).first()

async function openTab(page: Page, tab: string): Promise<void> {
  await goTo(page, 'Alt+d', tab)
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  root = makeDataFolder()
  out = path.join(root, '出件')
  mkdirSync(out)
  const made = spawnSync(process.execPath, [path.resolve('out/returns/index.cjs'), root], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stdout + made.stderr)
  window = await launch({ data: path.join(root, 'office'), asOf })
  await window.page.getByRole('navigation').getByRole('button', { name: '区级汇总' }).click()
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(root)
})

test('1: a folder of 70 files fills the matrix of 72 units, the older edition is named', async () => {
  test.setTimeout(120_000)
  const { page } = window
  await openTab(page, '收件箱')
  await answerDialog(path.join(root, period))
  await clicks.within(1, async () => {
    await clicks.click(button(main(page), '接收文件夹'))
    await expect(page.locator('.page-header-sentence')).toContainText('按时67 · 迟报2 · 未报3', { timeout: 60_000 })
  })
  const result = page.getByRole('region', { name: '接收结果' })
  await expect(result).toContainText('收到70个文件，接收69份')
  await expect(result).toContainText('示例区生态环境局_2022Q4_v1.zip')
  await picture(window, 'district-inbox')
  await result.getByRole('button', { name: '关闭' }).click()
  await main(page).getByText('全年', { exact: true }).click()
  await expect(page.getByRole('region', { name: '单位与期间' })).toBeVisible()
  await picture(window, 'district-matrix')
  await main(page).getByText('本期', { exact: true }).click()
})

test('2: slips for the three that are missing, with words for the phone', async () => {
  const { page } = window
  await answerDialog(out)
  await clicks.within(2, async () => {
    await clicks.click(button(main(page), '催报单（3）'))
    await expect(drawer(page).getByRole('listitem')).toHaveCount(3)
    await clicks.click(button(drawer(page), '保存催报单'))
    await expect(page.getByText('已保存催报单3份')).toBeVisible()
  })
  expect(readdirSync(out).some((name) => name.endsWith('.docx'))).toBe(true)
  await picture(window, 'district-reminders')
})

test('3: the four seeded errors are found and decided, with proposals and reasons', async () => {
  const { page } = window
  await openTab(page, '核验')
  const checks = page.getByRole('list', { name: '待核问题' }).getByRole('listitem')
  await expect(checks).toHaveCount(4)
  await picture(window, 'district-checks')
  await clicks.within(8, async () => {
    for (let left = 4; left > 0; left -= 1) {
      await clicks.click(checks.first().locator('.ant-btn-primary'))
      await expect(checks).toHaveCount(left - 1)
    }
  })
  await expect(page.locator('.page-header-sentence')).toContainText('已全部处理')
  await main(page).getByText('逐家核定', { exact: true }).click()
  await expect(main(page).getByRole('table', { name: '上报各行与核定' }).first()).toBeVisible()
})

test('3a: one unit line by line, 自报 beside 核定', async () => {
  const { page } = window
  await openTab(page, '收件箱')
  await main(page).locator('tbody tr[data-row-key]').first().click()
  const rows = main(page).locator('tbody tr[data-row-key]')
  await expect(rows.first()).toBeVisible()
  await rows.first().click()
  await expect(drawer(page).getByRole('region', { name: '核定' })).toBeVisible()
  await picture(window, 'district-unit')
})

test('4: each category ranks by itself, equal scores share the place and the next one is left out', async () => {
  const { page } = window
  await openTab(page, '核验')
  await button(main(page), '锁定本期').click()
  await expect(button(main(page), '解除锁定')).toBeVisible()
  await clicks.within(2, async () => {
    await clicks.click(page.locator('main header').getByRole('tab', { name: '排名', exact: true }))
    await clicks.click(main(page).getByText('第三类', { exact: true }))
    const table = main(page).locator('tbody tr[data-row-key]')
    await expect(table.nth(0)).toContainText('100.00')
    for (const index of [1, 2]) {
      await expect(table.nth(index)).toContainText('97.08')
      await expect(table.nth(index)).toContainText('并列2家')
    }
    await expect(table.nth(3).locator('strong')).toHaveText('4')
  })
  await picture(window, 'district-ranking')
  await main(page).locator('tbody tr[data-row-key]').nth(1).click()
  await expect(drawer(page).getByRole('region', { name: '得分明细' })).toBeVisible()
  await picture(window, 'district-score')
  await goTo(page, 'Alt+d', '排名')
  await main(page).getByText('奖项建议', { exact: true }).click()
  await expect(
    main(page)
      .getByRole('heading', { name: /综合奖/ })
      .first(),
  ).toBeVisible()
  await picture(window, 'district-awards')
  await main(page).getByText('全区汇总', { exact: true }).click()
  await expect(main(page).getByText(/^线索到落地/)).toBeVisible()
  await picture(window, 'district-totals')
  await main(page).getByText('分类排名', { exact: true }).click()
})

test('5: trial publication, then a receipt for every unit that reported', async () => {
  test.setTimeout(120_000)
  const { page } = window
  await openTab(page, '发布')
  await clicks.within(2, async () => {
    await clicks.click(button(main(page), '试公布'))
    await clicks.click(button(modal(page), '试公布'))
    await expect(page.locator('.page-header-sentence')).toContainText('最新是第1版')
  })
  const receipts = path.join(root, '回执')
  mkdirSync(receipts)
  await answerDialog(receipts)
  await button(main(page), '生成回执').click()
  await expect(page.getByText('已生成回执69份')).toBeVisible({ timeout: 90_000 })
  const files = readdirSync(receipts, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zip'))
  expect(files).toHaveLength(69)
  await picture(window, 'district-published')
})

test('6: one objection is accepted, the ranking is published again, the first version stays', async () => {
  const { page } = window
  await openTab(page, '收件箱')
  await answerDialog(path.join(root, 'objection'))
  await button(main(page), '接收文件夹').click()
  await expect(page.getByText('已接收1份上报')).toBeVisible()
  await openTab(page, '异议')
  await clicks.within(4, async () => {
    await clicks.click(main(page).locator('tbody tr[data-row-key]').first())
    await drawer(page).getByRole('textbox', { name: '答复' }).fill('佐证已补，予以恢复。')
    await picture(window, 'district-objection')
    await clicks.click(button(drawer(page), /^采\s?纳$/))
    await expect(page.locator('.page-header-sentence')).toContainText('都已答复')
    await goTo(page, 'Alt+d', '发布')
    await clicks.click(button(main(page), '正式公布'))
    await modal(page).getByRole('textbox').fill('异议成立，恢复1篇信息。')
    await picture(window, 'district-second')
    await clicks.click(button(modal(page), '正式公布'))
    await expect(page.locator('.page-header-sentence')).toContainText('最新是第2版')
  })
  await expect(main(page).locator('tbody tr[data-row-key]')).toHaveCount(2)
})

test('7: 通报, table, poster and a page for every unit', async () => {
  test.setTimeout(120_000)
  const { page } = window
  await answerDialog(out)
  await main(page).locator('tbody tr[data-row-key]', { hasText: '第2版' }).click()
  await clicks.within(3, async () => {
    await clicks.click(button(drawer(page), '通报和排名表'))
    await expect(page.getByText(/^已保存2个文件/)).toBeVisible()
    await clicks.click(button(drawer(page), '海报'))
    await expect(page.getByText('已保存海报')).toBeVisible({ timeout: 30_000 })
    await clicks.click(button(drawer(page), '单位单页'))
    await expect(page.getByText('已保存单位单页')).toBeVisible({ timeout: 30_000 })
  })
  await picture(window, 'district-files')
  const written = readdirSync(out)
  const pdf = (word: string): Buffer =>
    readFileSync(path.join(out, written.find((name) => name.includes(word) && name.endsWith('.pdf')) ?? ''))
  const poster = pagesOf(pdf('海报'))
  expect(poster.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[1191, 842]])
  const sheets = pagesOf(pdf('单位单页'))
  expect(sheets).toHaveLength(72)
  const names = sheets.map(({ text }) => text.replaceAll(/\s/gu, ''))
  // Each page names its own unit and no other.
  expect(names.filter((text) => text.includes('示例区公安分局'))).toHaveLength(1)
})

test('every page of the district: no serious accessibility violation, no sideways scrolling at 100 % and 150 %', async () => {
  test.setTimeout(240_000)
  const { page } = window
  await goTo(page, 'Alt+d')
  const problems: string[] = []
  const look = async (name: string): Promise<void> => {
    await page.waitForTimeout(400)
    problems.push(...(await screenProblems(window, `区级汇总-${name}`)))
  }
  for (const tab of await page.locator('main header').getByRole('tab').allTextContents()) {
    await page.locator('main header').getByRole('tab', { name: tab, exact: true }).click()
    await look(tab)
    const row = page.locator('main tbody tr[data-row-key]').first()
    if (tab === '收件箱' || !(await row.isVisible())) continue
    await row.click()
    await look(`${tab}-首条`)
    await goTo(page, 'Alt+d', tab)
  }
  expect(problems).toEqual([])
})
