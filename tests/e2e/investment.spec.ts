import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const leads = path.resolve('tests/fixtures/ledgers/leads-2022.xlsx')
const asOf = '2022-08-31'

let data: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  runCommand(data, asOf, 'import', leads)
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Types into the focused field and goes on to the next one. */
async function typeAndGoOn(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

/** Goes on with Tab until the named control has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('dialog').getByLabel(name).or(page.getByRole('dialog').getByRole('button', { name }))
  for (let presses = 0; presses < 40; presses += 1) {
    if (await control.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${name} cannot be reached with Tab`)
}

const score = (page: Page) => page.locator('.page-header-sentence')

test('a lead goes from Ctrl+N to 有效 and 落地 by keyboard only, and the score follows', async () => {
  const { page } = window
  await press(page, 'Alt+3')
  await expect(score(page)).toContainText('3.5/4 个指标')
  await expect(score(page)).toContainText('26.25/30 分')
  await expect(score(page)).toContainText('还差0.5个指标')

  await test.step('quick entry in four fields', async () => {
    await press(page, 'Control+n')
    const entry = page.getByRole('dialog', { name: '新增线索' })
    await expect(entry.getByLabel('企业（投资方）')).toBeFocused()
    await typeAndGoOn(page, '天津东丽湖数据科技有限公司')
    await typeAndGoOn(page, '数据标注基地')
    await typeAndGoOn(page, '招商组组员')
    await page.keyboard.type('电话已留')
    await expect(entry.getByText('没有发现同一家企业的线索。')).toBeVisible()
    await press(page, 'Control+Enter')
  })

  const drawer = page.getByRole('dialog').filter({ hasText: '下一步' })
  await test.step('填报', async () => {
    await expect(drawer.getByText('还不能算“有效”：缺少')).toBeVisible()
    await tabTo(page, '投资意向')
    await typeAndGoOn(page, '建数据标注基地')
    await typeAndGoOn(page, '年税收约100万元')
    await page.keyboard.type('2022.3.1')
    await press(page, 'Enter')
    await expect(drawer.getByRole('button', { name: '记为“线上认证”' })).toBeVisible()
  })

  await test.step('线上认证, 对接', async () => {
    await tabTo(page, '认证日期')
    await page.keyboard.type('２０２２年３月８日')
    await tabTo(page, '依据（文号、回复或截图名称）')
    await typeAndGoOn(page, 'OA回复截图1')
    await press(page, 'Enter')
    await expect(drawer.getByRole('button', { name: '记为“对接”' })).toBeVisible()
    await tabTo(page, '对接日期')
    await page.keyboard.type('20220315')
    await press(page, 'Enter')
    await expect(drawer.getByText('这是区级认定的事实，要注明依据')).toBeVisible()
    await tabTo(page, '依据（文号、回复或截图名称）')
    await page.keyboard.type('OA回复截图2')
    await press(page, 'Enter')
    await expect(drawer.getByRole('button', { name: '记为“接收（有效）”' })).toBeVisible()
  })

  await test.step('接收: 有效', async () => {
    await tabTo(page, '接收日期')
    await page.keyboard.type('2022-4-1')
    await tabTo(page, '接收街道园区')
    await typeAndGoOn(page, '华新街道')
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await tabTo(page, '依据（文号、回复或截图名称）')
    await page.keyboard.type('OA回复截图3')
    await press(page, 'Enter')
    await expect(drawer.getByText('已有效，计0.5个指标')).toBeVisible()
  })
  await expect(score(page)).toContainText('4/4 个指标')
  await expect(score(page)).toContainText('30.00/30 分')

  await test.step('落地', async () => {
    await tabTo(page, '注册日期')
    await page.keyboard.type('8.1')
    await tabTo(page, '注册公司名称')
    await typeAndGoOn(page, '天津东丽湖数据科技有限公司')
    await typeAndGoOn(page, '91120110MA06P51A62')
    await typeAndGoOn(page, '500')
    await press(page, 'Space')
    await tabTo(page, '依据（文号、回复或截图名称）')
    await page.keyboard.type('营业执照')
    await press(page, 'Enter')
    await expect(drawer.getByText('已落地，计1个指标')).toBeVisible()
  })
  await expect(score(page)).toContainText('4.5/4 个指标')
  await expect(score(page)).toContainText('30.00/30 分')
})
