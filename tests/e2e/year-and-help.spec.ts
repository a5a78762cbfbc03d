import { expect, test, type Locator } from '@playwright/test'
import { drawer, goTo } from './forms'
import { launch, makeDataFolder, removeDataFolder, type Launched } from './launch'
import { pagesOf, printed, withoutPrinter } from './rectification'
import { screenProblems } from './screen-checks'

// Source: issue 6, sections 3, 4 and 9: recycle bin, field history, closing and turning the year, help, guides, 关于.
const button = (within: Locator | Launched['page'], name: string): Locator =>
  within.getByRole('button', { name, exact: true })

const sample = { asOf: '2022-12-31', args: ['--sample'] } as const

let data: string
let window: Launched

test.beforeEach(async () => {
  data = makeDataFolder()
  window = await launch({ data, ...sample, seesDigest: true })
  await window.page.getByRole('dialog', { name: '今日提醒' }).waitFor()
  await window.page.keyboard.press('Escape')
  await window.page.getByRole('dialog', { name: '今日提醒' }).waitFor({ state: 'hidden' })
})

test.afterEach(async () => {
  await window.app.close()
  removeDataFolder(data)
})

async function openSettings(tab: string): Promise<void> {
  await goTo(window.page, 'Alt+s', tab)
}

test('a year is closed, read-only, reopened with a reason, and the next one begun', async () => {
  const { page } = window
  await openSettings('年度')
  const row = page.getByRole('row', { name: /2022年度/ })
  await expect(row).toContainText('正在使用')
  await button(row, '结账…').click()
  const closing = page.getByRole('dialog', { name: '2022年度结账' })
  await expect(closing).toContainText('本年度还没有办完的')
  const problems = await screenProblems(window, 'year-closing')
  await button(closing, '备份并结账').click()
  await expect(row).toContainText('已结账 2022-12-31')
  await expect(row).toContainText('与结账时一致')
  problems.push(...(await screenProblems(window, 'year-closed')))

  await goTo(page, 'Alt+3', '线索与项目')
  await page.locator('main tbody tr[data-row-key]').first().click()
  await expect(drawer(page)).toBeVisible()
  await openSettings('年度')
  await button(row, '重新打开…').click()
  const reason = page.getByRole('dialog', { name: '重新打开2022年度' })
  await reason.getByRole('textbox').fill('漏登一篇信息')
  await button(reason, '重新打开').click()
  await expect(row).toContainText('没有结账')

  await button(page, '转入2023年度…').click()
  const opening = page.getByRole('dialog', { name: '转入2023年度' })
  await expect(opening).toContainText('没有销号的整改问题')
  await expect(opening).toContainText('2023年的考核办法')
  problems.push(...(await screenProblems(window, 'year-opening')))
  await button(opening, '转入2023年度').click()
  await expect(page.getByRole('banner')).toContainText('2023')
  expect(problems).toEqual([])
})

test('a deleted record comes back from the recycle bin; its history says field by field what was done', async () => {
  const { page } = window
  await openSettings('回收站')
  await expect(page.getByText('回收站是空的。')).toBeVisible()
  await goTo(page, 'Alt+3', '线索与项目')
  const rows = page.locator('main tbody tr[data-row-key]')
  const count = await rows.count()
  await rows.first().click()
  await drawer(page).getByRole('tab', { name: '修改记录' }).click()
  await expect(drawer(page)).toContainText('整条记录：新增')
  await button(drawer(page), '删除').click()
  await openSettings('回收站')
  const deleted = page.getByRole('row', { name: /招商线索/ })
  await expect(deleted).toContainText('90天')
  const problems = await screenProblems(window, 'recycle')
  await button(deleted, '恢复').click()
  await expect(page.getByText('回收站是空的。')).toBeVisible()
  await goTo(page, 'Alt+3', '线索与项目')
  await expect(rows).toHaveCount(count)
  expect(problems).toEqual([])
})

test('F1 on a settings tab, the guides on one page each, the line for the telephone', async () => {
  const { page } = window
  await openSettings('备份与恢复')
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: '帮助：备份与恢复' })
  await expect(help).toContainText('数据版本')
  const problems = await screenProblems(window, 'help')
  await button(help, '打印一页指南').click()
  const guide = page.getByRole('dialog', { name: '给谁用' })
  problems.push(...(await screenProblems(window, 'guide')))
  for (const role of ['组员', '组长', '管理员', '只看']) {
    await guide.getByText(role, { exact: true }).click()
    await withoutPrinter(page)
    await button(guide, '打印').click()
    const pdf = await printed(window)
    expect(pagesOf(pdf).length, role).toBe(1)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await openSettings('关于')
  await expect(page.locator('main').getByText(/四抓台账 .*数据版本 \d+/)).toBeVisible()
  problems.push(...(await screenProblems(window, 'about')))
  expect(problems).toEqual([])
})
