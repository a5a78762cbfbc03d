import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const ledger = path.resolve('tests/fixtures/ledgers/projects-2022.xlsx')
const asOf = '2022-10-10'

// One ledger, told from the import to the printed sheet.
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

const sentence = (page: Page) => page.locator('.page-header-sentence')
const drawer = (page: Page) => page.getByRole('dialog').filter({ has: page.getByLabel('阶段', { exact: true }) })

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('row', { name: new RegExp(name) }).click()
  await expect(drawer(page).getByText(name).first()).toBeVisible()
}

test('the ledger is imported in the window and counted by band', async () => {
  const { page } = window
  await page.getByRole('button', { name: '项目 Alt+4' }).waitFor()
  await page.keyboard.press('Alt+4')
  await expect(page.getByText('还没有项目。可从招商落地项目一键转入。')).toBeVisible()
  await page.keyboard.press('Control+i')
  await page.locator('input[type=file]').first().setInputFiles(ledger)
  await expect(page.getByText('航材研发楼').first()).toBeVisible()
  await page.getByRole('button', { name: '确认导入', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已导入5条。' })).toBeVisible()
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await expect(sentence(page)).toContainText('5000万元以上3个，其中亿元以上2个')
  await expect(page.getByText('当前筛选5个，全部5个')).toBeVisible()
  await page.getByRole('button', { name: '500—5000万元' }).click()
  await expect(page.getByText('当前筛选1个，全部5个')).toBeVisible()
  await expect(page.getByRole('row', { name: /冷链仓库/ })).toContainText('4,980')
  await page.getByRole('button', { name: '清除筛选' }).click()
})

test('开工 is refused without a permit and taken with a reason; undo takes it back', async () => {
  const { page } = window
  await open(page, '冷链仓库')
  const panel = drawer(page)
  await panel.getByRole('button', { name: '记为“开工”' }).click()
  await expect(panel.getByText('还没有已核发的施工许可，不能记为“开工”')).toBeVisible()
  await panel.getByLabel('没有施工许可的原因').fill('容缺受理，先行开工')
  await panel.getByRole('button', { name: '记为“开工”' }).click()
  await expect(page.getByText('已记为“开工”')).toBeVisible()
  await expect(panel.getByRole('button', { name: '记为“在建”' })).toBeVisible()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(panel.getByRole('button', { name: '记为“开工”' })).toBeVisible()
})

test('an amount that is none is said, one in 亿 is taken, what is typed is kept', async () => {
  const { page } = window
  const panel = drawer(page)
  await panel.getByRole('tab', { name: '资料' }).click()
  const plan = panel.getByLabel('年度计划投资（万元）')
  await plan.fill('二千')
  await expect(panel.getByText('“二千”不是金额')).toBeVisible()
  await page.keyboard.press('Escape')
  await open(page, '冷链仓库')
  await panel.getByRole('tab', { name: '资料' }).click()
  await expect(plan).toHaveValue('二千')
  await plan.fill('０．２亿')
  await plan.press('Enter')
  await expect(plan).toHaveValue('2000')
  await panel.getByLabel('开工以来累计完成投资（万元）').fill('5000')
  await page.keyboard.press('Tab')
  await expect(panel.getByText('累计完成投资5000万元超过了总投资4980万元')).toBeVisible()
  await panel.getByLabel('超总投资的原因').fill('材料涨价')
  await page.keyboard.press('Tab')
  await expect(panel.getByText(/已保存 \d\d:\d\d:\d\d/)).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a whistle goes from 吹哨 to 办结', async () => {
  const { page } = window
  await open(page, '检测实验室改造')
  const panel = drawer(page)
  await panel.getByRole('tab', { name: /问题/ }).click()
  await panel.getByRole('button', { name: '登记问题' }).click()
  await panel.locator('.project-form textarea').first().fill('供电增容未批')
  await panel.getByLabel('需协调单位').fill('供电公司')
  await panel.getByLabel('提出日期').fill('2022.9.26')
  await panel.getByLabel('吹哨日期').fill('2022.9.29')
  await panel.getByRole('button', { name: '保存', exact: true }).click()
  await expect(panel.getByText('应于2022-10-09前报到')).toBeVisible()
  await expect(panel.locator('.light-overdue').first()).toContainText('逾期')
  await page.keyboard.press('Escape')
  await expect(sentence(page)).toContainText('1件吹哨逾期未报到')

  await page.getByRole('tab', { name: '问题（吹哨报到）' }).click()
  await expect(sentence(page)).toContainText('1件未办结，其中1件吹哨逾期未报到')
  await page.getByRole('row', { name: /供电增容未批/ }).click()
  await panel.getByRole('tab', { name: /问题/ }).click()
  for (const step of ['报到', '协调', '办结']) {
    await panel.getByRole('button', { name: `登记${step}`, exact: true }).click()
    await expect(page.getByText(`已登记${step}`)).toBeVisible()
  }
  await expect(panel.getByText('已办结')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sentence(page)).toContainText('没有未办结的问题')
})

test('竣工 asks for 出库; the project stays in the totals', async () => {
  const { page } = window
  await page.getByRole('tab', { name: '项目台账' }).click()
  await open(page, '社区食堂')
  const panel = drawer(page)
  await expect(panel.getByText('项目已竣工，请按要求及时移出项目库')).toBeVisible()
  await panel.getByRole('button', { name: '出库' }).first().click()
  await expect(panel.getByText('已出库（2022-10-10）：竣工')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('当前筛选4个，全部5个')).toBeVisible()
  await page.getByRole('button', { name: '500万元以下' }).click()
  await expect(page.getByRole('row', { name: /社区食堂/ })).toContainText('出库')
  await page.getByRole('button', { name: '清除筛选' }).click()
})

test('节点 and 半月调度 show the same projects', async () => {
  const { page } = window
  await page.getByRole('tab', { name: '节点' }).click()
  await expect(page.getByRole('row', { name: /检测实验室改造/ })).toContainText('完成 2022-05-06')
  await page.getByRole('tab', { name: '半月调度' }).click()
  await expect(sentence(page)).toContainText('首次调度')
  await page.getByRole('button', { name: '留存本次调度' }).click()
  await expect(sentence(page)).toContainText('有变化的0个')
})
