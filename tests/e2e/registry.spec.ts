import { expect, test, type Page } from '@playwright/test'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const asOf = '2022-07-01'
const name = '天津东丽精密机械有限公司'

// One ledger, told from the first person to the merged enterprise.
test.describe.configure({ mode: 'serial' })

let data: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

async function choose(page: Page, field: string, option: string): Promise<void> {
  const list = page.locator('.ant-select-dropdown:visible')
  // A list that opens while the drawer is still being drawn closes again.
  await expect(async () => {
    const box = page.getByRole('combobox', { name: new RegExp(`^${field}`) }).last()
    if (!(await list.isVisible())) await box.click({ timeout: 2000 })
    await list.getByText(option, { exact: true }).click({ timeout: 2000 })
  }).toPass()
}

const tab = (page: Page, label: string) => page.getByRole('tab', { name: label, exact: true })
const drawer = (page: Page) => page.locator('.ant-drawer-open').last()

test('people: a pasted list of 9 posts, and one person put into a second group', async () => {
  const { page } = window
  await page.getByRole('button', { name: /人员与企业/ }).click()
  await page.getByRole('button', { name: '四个组' }).first().click()
  await drawer(page)
    .getByLabel('粘贴名单')
    .fill(
      '招商组：组长 招商组组长，组员 招商组组员\n项目组：组长 项目营商组组长，组员 项目组组员\n营商组：组长 项目营商组组长，组员 营商组组员\n收入组：组长 收入组组长，组员 收入组组员甲、收入组组员乙',
    )
  await page.getByRole('button', { name: '填入上面的表' }).click()
  await expect(drawer(page)).toContainText('9个岗位、8人')
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.locator('.page-header-sentence')).toHaveText('四个组9个岗位，由8人担任。')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: /项目营商组组长/ })).toContainText('项目组长、营商环境组长')

  await page.getByRole('row', { name: /^招商组组员/ }).click()
  await choose(page, '收入组', '组员')
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.locator('.page-header-sentence')).toHaveText('四个组10个岗位，由8人担任。')
  await expect(page.getByRole('row', { name: /^招商组组员/ })).toContainText('招商组员、收入组员')
  await page.keyboard.press('Escape')
})

test('who sits here is chosen at the top and recorded', async () => {
  const { page } = window
  await choose(page, '我是', '招商组组员')
  await expect(page.locator('.frame-seat')).toContainText('招商组组员')
  await expect(page.getByText('本机使用人：招商组组员')).toBeVisible()
})

test('handing over: what is in hand goes to another, with a list to print and sign', async () => {
  const { page } = window
  for (const investor of ['天津东丽湖数据科技有限公司', name]) {
    await page.keyboard.press('Control+n')
    const entry = page.getByRole('dialog', { name: '新增线索' })
    await entry.getByLabel('企业（投资方）').fill(investor)
    await entry.getByLabel('提供人').fill('招商组组员')
    await entry.getByRole('button', { name: /^保存/ }).first().click()
    await expect(entry).toBeHidden()
  }
  await page.getByRole('button', { name: /人员与企业/ }).click()
  await tab(page, '人员分工').click()
  await page
    .getByRole('row', { name: /^招商组组员/ })
    .getByRole('button', { name: '2项' })
    .click()
  await expect(page.getByText('已选2项，共2项')).toBeVisible()
  await choose(page, '接收人', '收入组组员甲')
  await page.getByRole('button', { name: '交接', exact: true }).click()
  const sheet = page.getByRole('article', { name: '工作交接清单' })
  await expect(sheet).toContainText('招商组组员 → 收入组组员甲')
  await expect(sheet.getByRole('row')).toHaveCount(3)
  for (const who of ['移交人：', '接收人：', '监交人：'])
    await expect(sheet.getByText(who, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '返回' }).click()
  await expect(page.getByRole('cell', { name: '2项' })).toBeVisible()
})

test('an enterprise shows what the streams know of it, a wrong code is only marked', async () => {
  const { page } = window
  await tab(page, '企业一页通').click()
  await expect(page.getByText('还没有企业。')).toBeVisible()
  await page.getByRole('button', { name: '登记企业' }).first().click()
  await drawer(page).getByLabel('企业名称').fill(name)
  await drawer(page).getByLabel('统一社会信用代码').fill('91120110MA05ABCD1X')
  await expect(drawer(page)).toContainText('校验位不对')
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click()
  await expect(drawer(page).locator('.timeline')).toContainText('招商线索')
  await drawer(page).getByRole('tab', { name: '包联' }).click()
  await choose(page, '包联干部', '营商组组员')
  await page.keyboard.press('Escape')
  await drawer(page).getByRole('button', { name: '保存包联干部' }).click()
  await expect(drawer(page).locator('.registry-head')).toContainText('营商组组员')
  await drawer(page).getByRole('tab', { name: '时间线' }).click()
  await drawer(page).locator('.timeline').getByRole('button').first().click()
  await expect(page.locator('.ant-drawer-open .lead-title')).toContainText(name)
})

test('a second one of the same is a question, and merging can be undone', async () => {
  const { page } = window
  await page.getByRole('button', { name: /人员与企业/ }).click()
  await tab(page, '企业一页通').click()
  await page.getByRole('button', { name: '登记企业' }).first().click()
  await drawer(page).getByLabel('企业名称').fill('天津东丽精密机械有限责任公司')
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click()
  await expect(drawer(page)).toContainText('是同一家吗？')
  await drawer(page).getByRole('button', { name: '不是，继续' }).click()
  await expect(page.getByText('共2家')).toBeVisible()
  await drawer(page).getByRole('button', { name: '合并', exact: true }).click()
  await expect(page.getByText('共1家')).toBeVisible()
  await page.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('共2家')).toBeVisible()
})

test('a view keeps filter and sort under a name, and shows nothing else', async () => {
  const { page } = window
  await page.keyboard.press('Escape')
  const search = page.getByRole('searchbox', { name: '查找企业、信用代码、街道' })
  await search.fill('有限责任')
  await expect(page.getByText('1家（共2家）')).toBeVisible()
  await page.getByRole('button', { name: '视图' }).click()
  await page.getByLabel('视图名称').fill('有限责任公司')
  await page.locator('.views').getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.views-name')).toHaveText('有限责任公司')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(page.getByText('共2家')).toBeVisible()
  await page.getByRole('button', { name: '视图' }).click()
  await page.locator('.views-name').click()
  await expect(page.getByText('1家（共2家）')).toBeVisible()
})
