// Source: product journey J3 招商: 线索 → 有效 → 落地 → 得分, with the clicks that it states for each step.
import { expect, test, type Locator } from '@playwright/test'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const asOf = '2022-10-20'
let data: string
let window: Launched
let clicks = 0

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  runCommand(data, asOf, 'import', path.resolve('tests/fixtures/ledgers/leads-2022.xlsx'))
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

/** A key that does something; typing a value and going on to the next field are no clicks of the journey. */
async function key(name: string): Promise<void> {
  clicks += 1
  await window.page.keyboard.press(name)
}

async function click(control: Locator): Promise<void> {
  clicks += 1
  await control.click()
}

/** Types a value and leaves the field. */
async function type(control: Locator, text: string): Promise<void> {
  await control.fill(text)
  await control.press('Tab')
}

async function within(most: number, step: string, run: () => Promise<void>): Promise<void> {
  clicks = 0
  await test.step(step, run)
  expect(clicks, step).toBeLessThanOrEqual(most)
}

test('J3: a clue becomes 有效, lands and is explained, in the stated clicks', async () => {
  const { page } = window
  const drawer = page.getByRole('dialog').filter({ hasText: '下一步' })
  const evidence = drawer.getByLabel(/^依据（文号、回复或截图名称）/)
  await page.getByRole('button', { name: '招商 Alt+3' }).click()
  const score = page.locator('.page-header-sentence')
  await expect(score).toContainText('4.5/4 个指标')

  await within(2, '1 新线索', async () => {
    await key('Control+n')
    const entry = page.getByRole('dialog', { name: '新增线索' })
    await type(entry.getByLabel('企业（投资方）'), '苏州视觉研发有限公司')
    await type(entry.getByLabel('一句话'), '全球研发中心')
    await type(entry.getByLabel('提供人'), '招商组组员')
    await key('Control+Enter')
    await expect(drawer).toContainText('还不能算“有效”')
  })
  await within(1, '2 资料', async () => {
    await type(drawer.getByLabel('投资意向'), '建研发中心')
    await type(drawer.getByLabel('预期收益'), '年税收约100万元')
    await drawer.getByLabel('备案日期').fill('2022.9.1')
    await key('Enter')
    await expect(drawer.getByRole('button', { name: '记为“线上认证”' })).toBeVisible()
  })
  await within(3, '3 认证、对接、接收', async () => {
    for (const [label, day] of [
      ['认证日期', '2022.9.5'],
      ['对接日期', '2022.9.8'],
    ] as const) {
      await type(drawer.getByLabel(label), day)
      await evidence.fill('OA回复截图')
      await key('Enter')
      await expect(drawer.getByLabel(label)).toHaveCount(0)
    }
    await type(drawer.getByLabel('接收日期'), '2022.9.20')
    await type(drawer.getByLabel('接收街道园区'), '华新街道')
    // The class is typed into its list and taken as the field is left.
    const leadClass = drawer.getByRole('combobox', { name: '项目类别' }).last()
    await leadClass.press('ArrowDown')
    for (let steps = 0; steps < 4; steps += 1) await leadClass.press('ArrowDown')
    await leadClass.press('Enter')
    await evidence.fill('OA回复截图')
    await key('Enter')
    await expect(drawer).toContainText('已有效')
  })
  await within(2, '5 落地', async () => {
    await type(drawer.getByLabel('注册日期'), '2022.10.18')
    await type(drawer.getByLabel('注册公司名称'), '天津视觉研发有限公司')
    await type(drawer.getByLabel('统一社会信用代码'), '91120110MA0000002G')
    await click(drawer.getByRole('radio', { name: '是，在本区' }))
    await evidence.fill('营业执照')
    await key('Enter')
    await expect(drawer).toContainText('已落地')
  })
  await within(2, '6 得分说明', async () => {
    await page.keyboard.press('Escape')
    await click(page.getByTitle('打开得分说明'))
    await expect(page.getByTestId('score-total')).toBeVisible()
  })
  await expect(page.getByText('天津视觉研发有限公司').or(page.getByText('全球研发中心')).first()).toBeAttached()
})
