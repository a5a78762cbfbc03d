import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

// Source: product journey J6 从审计表到区留成, with the clicks that it states for each step.
const asOf = '2022-09-20'

// One ledger, and one window.
test.describe.configure({ mode: 'serial' })

let data: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close().catch(() => undefined)
  removeDataFolder(data)
})

let clicks = 0

/** A click of the journey, counted. */
async function click(target: Locator): Promise<void> {
  clicks += 1
  await target.click()
}

/** Runs a step and holds it to the clicks that the journey states. */
async function within(most: number, work: () => Promise<void>): Promise<void> {
  clicks = 0
  await work()
  expect(clicks).toBeLessThanOrEqual(most)
}

/** 20 rows as WPS copies them: four under 30%, one of exactly 30.0%. */
function budgetTable(): string {
  const spent = [12, 30, 29.9, 0, 28.5]
  const rows = Array.from({ length: 20 }, (_row, index) => `项目${index + 1}\t甲局\t100\t${spent[index] ?? 55 + index}`)
  return ['项目\t单位\t预算（万元）\t支出（万元）', ...rows].join('\r\n')
}

async function copyElsewhere(text: string): Promise<void> {
  await window.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
}

const copied = (): Promise<string> => window.app.evaluate(({ clipboard }) => clipboard.readText())
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name })
const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name })

test('J6: budget table, clues, tip, answer with the booking, 64%, monthly text', async () => {
  const { page } = window
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Alt+6')
  await expect(page.getByText('全年目标5万元（区留成），尚无入库').first()).toBeVisible()
  await page.getByRole('tab', { name: '线索' }).click()

  await test.step('20 rows pasted: 4 proposed, 30.0% not', () =>
    within(2, async () => {
      await copyElsewhere(budgetTable())
      await click(button(page, '粘贴预算表'))
      await expect(page.getByRole('textbox', { name: '粘贴预算表' })).toBeFocused()
      await page.keyboard.press('Control+V')
      await expect(page.getByText('读到20行，其中4行执行率不足30%')).toBeVisible()
      await expect(page.getByRole('dialog').getByText('28.5%')).toBeVisible()
      await expect(page.getByRole('dialog').getByText('项目2', { exact: true })).toBeHidden()
    }))

  await test.step('3 taken, 1 dropped with its reason', () =>
    within(4, async () => {
      await click(page.getByRole('dialog').getByRole('row').filter({ hasText: '项目5' }).getByText('放弃'))
      await expect(button(page, '采用3条，放弃1条')).toBeDisabled()
      await page.keyboard.type('年底集中支付')
      await click(button(page, '采用3条，放弃1条'))
      await expect(page.getByText('已登记3条线索，放弃1条。')).toBeVisible()
      await expect(row(page, '项目1').getByText('预算执行率不足30%')).toBeVisible()
      await expect(page.getByText('在手线索3条')).toBeVisible()
    }))

  await test.step('passed on, its text is on the clipboard', () =>
    within(2, async () => {
      await click(row(page, '项目1').getByRole('button', { name: '传递' }))
      await expect(page.getByLabel('对方单位')).toHaveValue('区收入专项组办公室')
      await click(button(page, '登记并复制正文'))
      await expect(page.getByText('2022年10月9日前应答复')).toBeVisible()
      await expect(row(page, '项目1').getByText('已传递：区收入专项组办公室')).toBeVisible()
      const letter = await copied()
      expect(letter).toContain('现将涉及收入的事项“项目1”（甲局）传递贵单位')
      expect(letter).toContain('请于2022年10月9日前反馈处理结果。')
    }))

  await page.getByRole('tab', { name: '传递与反馈' }).click()
  await test.step('the answer books the entry: 64%', () =>
    within(2, async () => {
      await click(row(page, '区收入专项组办公室').getByRole('button', { name: '登记答复' }))
      const result = page.getByRole('textbox', { name: '处理结果' })
      await expect(result).toBeFocused()
      await page.keyboard.type('已收回结余资金')
      await page.getByRole('textbox', { name: '回执号' }).fill('HZ-001')
      await page.getByRole('textbox', { name: '收入金额（万元）' }).fill('６.４')
      await page.getByRole('textbox', { name: '区留成（万元）' }).fill('32000元')
      await click(page.locator('.answer-form').getByRole('button', { name: '登记答复' }))
      await expect(page.getByText('已登记答复并入库。')).toBeVisible()
      await expect(page.getByText('3.2 / 5万元（区留成）')).toBeVisible()
      await expect(page.getByText('64%，还差1.8万元')).toBeVisible()
    }))

  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: '入库台账' }).click()
  await test.step('月度进展, each figure with its rows, copied', () =>
    within(2, async () => {
      await click(button(page, '月度进展'))
      await expect(page.getByText('1—9月累计入库区留成')).toBeVisible()
      await click(page.getByRole('dialog').getByRole('button', { name: '复制到OA' }))
      expect(await copied()).toContain('2022年9月，新入库收入1笔，收入金额6.4万元，其中区留成3.2万元（项目13.2万元）。')
      expect(await copied()).toContain('完成64%，还差1.8万元。')
    }))
  await page.getByRole('dialog').getByRole('button', { name: '64%' }).click()
  await expect(page.getByText('64% 的依据')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '项目1', exact: true }).click()
  await expect(page.getByText('已入库，区留成3.2万元计入目标')).toBeVisible()
})

test('the same figures stand in the chart’s table, and a month opens its rows', async () => {
  const { page } = window
  await page.keyboard.press('Escape')
  await button(page, '进度图').click()
  const table = page.getByRole('table', { name: '收入进度' })
  await expect(table.getByRole('row').filter({ hasText: '9月' })).toContainText('64%')
  await table.getByRole('button', { name: '看9月的收入' }).click()
  await expect(page.getByText('当前筛选1条，全部4条')).toBeVisible()
  await button(page, '清除筛选').click()
})

test('a booking that does not add up is refused in words, and what was typed is kept', async () => {
  const { page } = window
  await button(page, '登记入库').click()
  const form = page.getByRole('dialog', { name: '登记入库' })
  await form.getByLabel('收入事项').fill('非税收入催缴')
  await form.getByLabel('收入金额（万元）').fill('约3')
  await expect(form.getByText('“约3”不是确切的金额')).toBeVisible()
  await form.getByLabel('收入金额（万元）').fill('1')
  await form.getByLabel('区留成（万元）').fill('2')
  await form.getByRole('button', { name: '登记入库' }).click()
  await expect(form.getByText('区留成大于收入金额。没有保存')).toBeVisible()
  await form.getByLabel('区留成（万元）').fill('0.5')
  await form.getByLabel('凭证号').fill('HZ-001')
  await form.getByRole('button', { name: '登记入库' }).click()
  await expect(form.getByText('凭证号“HZ-001”已经登记在“项目1”（已入库）上')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await button(page, '登记入库').click()
  await expect(page.getByRole('dialog', { name: '登记入库' }).getByLabel('收入事项')).toHaveValue('非税收入催缴')
})
