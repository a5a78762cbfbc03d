import { expect, test, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { goTo, modal } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { countedClicks, picture, writeWorkbook } from './rectification'

// Source: product journey J7 建立整改台账 from a notice, with the clicks that it states for each step.
const asOf = '2022-01-10'
const fixture = (name: string): string => path.resolve('tests/fixtures/rectification', name)

// One ledger, and one window.
test.describe.configure({ mode: 'serial' })

let data: string
let window: Launched
const { click, within } = countedClicks()

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close().catch(() => undefined)
  removeDataFolder(data)
})

const button = (page: Page, name: string | RegExp): Locator => page.locator('main').getByRole('button', { name })

/** A text as another program copies it, pasted where the cursor is. */
async function paste(page: Page, text: string): Promise<void> {
  await window.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await page.keyboard.press('Control+V')
}

test('J7 step 1: a new source in four clicks, with the deadlines by kind', async () => {
  const { page } = window
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 20_000 })
  await goTo(page, 'Alt+7', '总表（树）')
  await within(4, async () => {
    await click(button(page, '粘贴反馈意见'))
    await click(modal(page).getByText('区委巡察'))
    await modal(page).getByLabel('名称').fill('县委第四巡察组反馈意见')
    await modal(page).getByLabel('反馈日期').fill('2021-10-28')
    await modal(page).getByLabel('反馈日期').press('Tab')
    for (const [label, day] of [
      ['整改方案', '2021-11-28'],
      ['首次整改报告', '2021-12-28'],
      ['立行立改', '2021-11-28'],
      ['分阶段整改', '2022-04-28'],
      ['持续整改', '2022-10-28'],
    ] as const)
      await expect(modal(page).getByRole('listitem').filter({ hasText: label })).toContainText(day)
    await picture(window, 'j7-source')
    await click(modal(page).getByRole('button', { name: /^保\s?存$/u }))
    await expect(page.getByText('已新建整改来源')).toBeVisible()
  })
})

test('J7 step 2: the notice gives 3, 10 and 19, as it declares', async () => {
  const { page } = window
  await within(1, async () => {
    await expect(modal(page).getByRole('textbox')).toBeFocused()
    await paste(page, readFileSync(fixture('notice-county.txt'), 'utf8'))
    await expect(modal(page).getByLabel('声明与解析')).toContainText('3大类 ✓10个方面 ✓19个具体问题 ✓')
    await picture(window, 'j7-notice')
    await click(modal(page).getByRole('button', { name: '建立问题清单（19个）' }))
    await expect(page.getByText('已建立19个问题')).toBeVisible()
  })
  await picture(window, 'j7-tree')
})

/** Chooses a file with 导入; the dialog of the desktop is not part of the window. */
async function importFile(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await click(page.getByRole('banner').getByRole('button', { name: '导入' }))
  await (await chooser).setFiles(file)
}

const preview = (page: Page): Locator => page.getByRole('dialog', { name: '导入预览' })

/** Numbers of the findings as the notice gives them; an aspect without problems below it is a problem itself. */
const numbers = '1.1 1.2 2.1 2.2 3.1 3.2 3.3 3.4 4.1 4.2 5.1 5.2 6 7.1 7.2 8.1 8.2 9 10'.split(' ')
/** What the annual report on the rectification says, and what is left. */
const published = [
  ['市审计局 2021', '90.5%', '10'],
  ['区审计局 2017—2020', '93.5%', '20'],
  ['区审计局 2021', '56.3%', '107'],
] as const

/** The first five have a second one. */
const measureNumbers = numbers.flatMap((number, index) => (index < 5 ? [number, number] : [number]))

test('J7 step 3: 24 measures on 19 problems, none without', async () => {
  const { page } = window
  const file = path.join(data, '整改措施清单.xlsx')
  const rows = measureNumbers.map((number, index) => {
    const text = `制定第${index + 1}条整改措施并逐项落实`
    return [number, text, '分管领导', index % 2 === 0 ? '排水股' : '执法股', '2022-04-28']
  })
  writeWorkbook(file, [['问题序号', '整改措施', '责任领导', '责任股室', '时限'], ...rows])
  await within(4, async () => {
    await importFile(page, file)
    await expect(preview(page).getByRole('status').first()).toContainText('24')
    await picture(window, 'j7-measures')
    await click(preview(page).getByRole('button', { name: '确认导入', exact: true }))
    await expect(page.getByRole('heading', { name: '已导入24条。' })).toBeVisible()
    await click(page.getByRole('button', { name: '查看', exact: true }))
  })
  await goTo(page, 'Alt+7', '清单')
  await expect(page.getByText('当前筛选19个，全部19个')).toBeVisible()
  await expect(page.locator('main tbody tr[data-row-key] td').filter({ hasText: /^0\/[12]$/u })).toHaveCount(19)
  await picture(window, 'j7-list')
  await goTo(page, 'Alt+7', '统计')
  await expect(page.getByText('19个问题 · 24条措施')).toBeVisible()
})

test('J7 step 4: 658 audit findings, 90.5%, 93.5% and 56.3%, and as many open as published', async () => {
  const { page } = window
  const statistics = page.getByRole('table', { name: '整改统计' })
  await within(6, async () => {
    await importFile(page, fixture('audit-2017-2021.xlsx'))
    await expect(preview(page).getByRole('status').first()).toContainText('658', { timeout: 30_000 })
    await click(preview(page).getByRole('button', { name: '确认导入', exact: true }))
    await expect(page.getByRole('heading', { name: '已导入658条。' })).toBeVisible({ timeout: 30_000 })
    await click(page.getByRole('button', { name: '查看', exact: true }))
    await click(page.locator('main header').getByRole('tab', { name: '统计' }))
    await click(page.getByLabel('分组'))
    await click(page.locator('.ant-select-dropdown:visible').getByTitle('所属年度', { exact: true }))
    for (const [group, rate, open] of published) {
      const row = statistics.getByRole('row').filter({ has: page.getByRole('rowheader', { name: group, exact: true }) })
      await expect(row).toContainText(rate)
      await expect(row.getByRole('button', { name: `${group}，未完成${open}个，打开清单` })).toHaveText(open)
    }
  })
  await picture(window, 'j7-statistics')
  const [[group, , open]] = published
  await statistics.getByRole('button', { name: `${group}，未完成${open}个，打开清单` }).click()
  await expect(page.getByText(`当前筛选${open}个，全部677个`)).toBeVisible()
})

test('J7 step 5: the district notice, 30 and 40 numbered, 58 of 59 declared', async () => {
  const { page } = window
  await goTo(page, 'Alt+7', '总表（树）')
  await button(page, '新建来源').click()
  await modal(page).getByText('市委巡视').click()
  await modal(page).getByLabel('名称').fill('市委巡视反馈意见')
  await modal(page)
    .getByRole('button', { name: /^保\s?存$/u })
    .click()
  await expect(modal(page)).toBeHidden()
  await button(page, '粘贴通报').click()
  await expect(modal(page).getByRole('textbox')).toBeFocused()
  await within(1, async () => {
    await paste(page, readFileSync(fixture('notice-district.txt'), 'utf8'))
    const totals = modal(page).getByLabel('声明与解析')
    await expect(totals).toContainText('30个具体问题 ✓')
    await expect(totals).toContainText('40')
    await expect(totals).toContainText('解析到58')
    await expect(modal(page).getByText('正文声明59项，解析到58项')).toBeVisible()
    await expect(modal(page).getByText('数字自洽检查：3处要核对')).toBeVisible()
    await picture(window, 'j7-district')
    await click(modal(page).getByRole('button', { name: '建立问题清单（129个）' }))
    await expect(page.getByText('已建立129个问题')).toBeVisible()
  })
  await picture(window, 'j7-district-tree')
  await window.app.close()
  expect(JSON.parse(runCommand(data, asOf, 'check', '--json'))).toMatchObject({ ok: true })
  const stats = JSON.parse(runCommand(data, asOf, 'rectification', 'stats', '--by', 'year', '--json'))
  for (const [label, rate, open] of published)
    expect(stats).toMatchObject({
      groups: expect.arrayContaining([expect.objectContaining({ label, rate, open: Number(open) })]),
    })
})
