import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const leads = path.resolve('tests/fixtures/ledgers/leads-2022.xlsx')
const asOf = '2022-08-31'

// One ledger, told from the first lead to the next start.
test.describe.configure({ mode: 'serial' })

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
  await page.getByRole('button', { name: '招商 Alt+3' }).waitFor()
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

test('what is typed in the drawer is kept, saved when the field is left, and taken back', async () => {
  const { page } = window
  const drawer = page.getByRole('dialog').filter({ hasText: '下一步' })
  await press(page, 'Escape')
  await expect(drawer).toBeHidden()
  await page.getByRole('row', { name: /智能制造产业园/ }).focus()
  await press(page, 'Enter')
  await expect(drawer.getByText('还不能算“有效”：缺少“街道园区确认接收”')).toBeVisible()
  await expect(drawer.getByLabel('接收日期')).toBeFocused()
  await tabTo(page, '接收街道园区')
  await page.keyboard.type('只写了一半')
  await press(page, 'Escape')
  await expect(drawer).toBeHidden()
  await page.getByRole('row', { name: /智能制造产业园/ }).focus()
  await press(page, 'Enter')
  await expect(drawer.getByLabel('接收街道园区')).toHaveValue('只写了一半')

  await drawer.getByRole('tab', { name: '资料' }).click()
  await drawer.getByLabel('投资强度').fill('每亩300万元')
  await press(page, 'Tab')
  await expect(drawer.getByText(/已保存 \d\d:\d\d:\d\d/)).toBeVisible()
  await expect(drawer.getByText('项目资料 2/7')).toBeVisible()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(drawer.getByLabel('投资强度')).toHaveValue('')
  await press(page, 'Escape')
})

test('rows pasted into the list open the preview, and closing it changes nothing', async () => {
  const { page } = window
  await page.getByRole('row', { name: /仓储物流信息/ }).focus()
  const rows = ['项目信息名称\t投资方\t投资方所在地\t备案日期', '氢能装备项目\t山西氢能装备有限公司\t山西省\t2022.8.20']
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, rows.join('\n'))
  await expect(page.getByText('氢能装备项目').first()).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByText('当前筛选6条，全部7条')).toBeVisible()
})

test('平时考核: a brief fills its month, and a figure above the maximum is refused', async () => {
  const { page } = window
  await page.getByRole('tab', { name: '平时考核' }).click()
  await expect(score(page)).toContainText('1—12月都还空着。每月至少1篇，缺一篇约少2.92分（35÷12）。')
  await page.getByRole('button', { name: '3月，缺，0篇' }).press('Enter')
  const drawer = page.getByRole('dialog', { name: '3月的信息' })
  await expect(drawer.getByLabel('题目')).toBeFocused()
  await typeAndGoOn(page, '招商服务信息第3期')
  await tabTo(page, '字数（没有正文时填写）')
  await page.keyboard.type('６８０')
  await tabTo(page, '报送日期')
  await page.keyboard.type('3.12')
  await tabTo(page, '保存')
  await press(page, 'Enter')
  await expect(drawer.getByText('2022-03-12 · OA · 680字 · 已采用')).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByRole('button', { name: '3月，✓ 已报，1篇' })).toBeVisible()
  await expect(page.getByRole('region', { name: '月度信息' }).getByText('2.92/35 分')).toBeVisible()

  const cooperation = page.getByRole('region', { name: '材料反馈、宣传、配合' })
  await cooperation.getByLabel('区里给的分数').fill('22')
  await cooperation.getByLabel('依据').fill('区合作交流办反馈')
  await cooperation.getByRole('button', { name: '记录' }).click()
  await expect(cooperation.getByRole('alert')).toContainText('21')
  await cooperation.getByLabel('区里给的分数').fill('18')
  await cooperation.getByRole('button', { name: '记录' }).click()
  await expect(cooperation.getByText('18.00/21 分')).toBeVisible()
})

test('the filter survives leaving the page and a restart', async () => {
  let { page } = window
  await page.getByRole('tab', { name: '线索与项目' }).click()
  await page.getByRole('searchbox', { name: '按名称、投资方查找' }).fill('航空')
  await expect(page.getByText('当前筛选1条，全部7条')).toBeVisible()
  await press(page, 'Alt+1', 'Alt+3')
  await expect(page.getByText('当前筛选1条，全部7条')).toBeVisible()
  await window.app.close()
  window = await launch({ data, asOf })
  page = window.page
  await expect(page.getByText('当前筛选1条，全部7条')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).first().click()
  await expect(page.getByText('当前筛选6条，全部7条')).toBeVisible()
})
