import { expect, test, type Locator, type Page } from '@playwright/test'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const assignments = path.resolve('tests/fixtures/assignments/dongli-2022-audit-bureau.xlsx')
const visits = path.resolve('tests/fixtures/ledgers/visits-2022.xlsx')
const asOf = '2022-04-28'

// One ledger, told as product J4 tells it.
test.describe.configure({ mode: 'serial' })

let data: string
let window: Launched
/** Clicks and single keys since the step began; typing a value is none. */
let clicks = 0

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--alias', '审计局', '--category', '3', '--year', '2022')
  runCommand(data, asOf, 'import', assignments)
  runCommand(data, asOf, 'import', visits)
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

async function click(target: Locator): Promise<void> {
  clicks += 1
  await target.click()
}

/** Ctrl+V with the text as WPS puts it on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  clicks += 1
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** What lies on the desktop's clipboard. */
function copied(): Promise<string> {
  return window.app.evaluate(({ clipboard }) => clipboard.readText())
}

const sentence = (page: Page) => page.locator('.page-header-sentence')
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const caseTitle = '推行“一企一策”审计服务'
/** 812 字 with its title. */
const caseText = `${caseTitle}\n${'优化营商环境，'.repeat(114)}达94.9%`

test('七项任务: each duty with its day, light and evidence in words; a person is named, a duty is marked, both undone', async () => {
  const { page } = window
  await page.getByRole('button', { name: /^营商环境/ }).click()
  await tab(page, '七项任务').click()
  await expect(sentence(page)).toContainText('逾期10项；')
  await expect(sentence(page)).toContainText('最近一项：报送典型经验案例（不少于800字），4月29日（周五）')
  const row = (task: string) => page.locator('.duty-table').getByRole('row', { name: new RegExp(task) })
  await expect(row('报送典型经验案例')).toContainText('▲ 临近')
  await expect(row('报送高质量工作信息')).toContainText('已报0个月，缺1月、2月、3月')
  await expect(row('报送分管领导')).toContainText('■ 逾期')

  await row('报送分管领导')
    .getByRole('button', { name: /的责任人/ })
    .click()
  await page.getByRole('combobox', { name: /的责任人/ }).fill('营商组组员')
  await page.locator('.duty-person').getByRole('button', { name: '保存' }).click()
  await expect(row('报送分管领导')).toContainText('营商组组员')
  await row('报送分管领导').getByRole('button', { name: '标记完成' }).click()
  await expect(row('报送分管领导')).toContainText('4月28日报送')
  await expect(page.getByRole('button', { name: /报送分管领导.*已报送 迟报48天/ })).toContainText('迟')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(row('报送分管领导')).toContainText('还没有登记')
})

test('J4 steps 1–3: the case is pasted, ticked for April as well, copied to OA and marked, in 1 and 3 clicks', async () => {
  const { page } = window
  await tab(page, '信息与案例').click()
  await expect(sentence(page)).toContainText('还没有典型案例（4月29日前，不少于800字）')
  clicks = 0
  await paste(page, caseText)
  const drawer = page.getByRole('dialog', { name: '典型案例' })
  await expect(drawer.getByLabel('题目')).toHaveValue(caseTitle)
  await expect(drawer.getByText('字数 812，已达800字')).toBeVisible()
  expect(clicks).toBe(1)

  clicks = 0
  await expect(drawer.getByText('招商月信息、营商月信息、营商季度小结、收入进展还没有写：勾上就是同一篇')).toBeVisible()
  await click(drawer.getByRole('checkbox', { name: /营商月信息/ }))
  await click(drawer.getByRole('button', { name: '复制到OA' }))
  await expect.poll(copied).toBe(caseText)
  await expect(page.getByText('已复制为纯文字')).toBeVisible()
  await expect(page.getByRole('button', { name: '4月，本月待报，0篇' })).toBeVisible()
  await click(drawer.getByRole('button', { name: '标记已报（4月28日）' }))
  expect(clicks).toBe(3)
  await expect(drawer.getByText('2022-04-28 · OA · 812字 · 典型案例')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '4月，✓ 已报，1篇，同一篇' })).toBeVisible()
  await expect(page.getByRole('region', { name: '典型案例' })).toContainText('✓ 已报')
  await expect(sentence(page)).toHaveText('还缺1月、2月、3月的信息。')
})

test('the same text stands in both month grids once 招商 is ticked, and is one record', async () => {
  const { page } = window
  await page.getByRole('region', { name: '全部' }).getByRole('button', { name: caseTitle }).click()
  const drawer = page.getByRole('dialog', { name: '典型案例' })
  await drawer.getByRole('checkbox', { name: /招商月信息/ }).click()
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await expect(drawer.getByText('2022-04-28 · OA · 812字 · 已采用 · 典型案例')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: '全部' }).getByRole('row', { name: /同一篇/ })).toHaveCount(1)
  await page.getByRole('button', { name: /^招商 Alt/ }).click()
  await page.getByRole('tab', { name: '平时考核' }).click()
  await expect(page.getByRole('button', { name: '4月，✓ 已报，1篇' })).toContainText('同一篇')
})

test('字数: 780 warns, 799 is short by one, what is typed survives closing', async () => {
  const { page } = window
  await page.getByRole('button', { name: /^营商环境/ }).click()
  await page.getByRole('region', { name: '典型案例' }).getByRole('button', { name: '写案例' }).click()
  const drawer = page.getByRole('dialog', { name: '典型案例' })
  await drawer.getByLabel('正文', { exact: true }).fill('案'.repeat(780))
  await expect(drawer.getByText('▲ 字数 780，还差20字')).toBeVisible()
  await drawer.getByLabel('正文', { exact: true }).fill('案'.repeat(799))
  await expect(drawer.getByText('▲ 字数 799，还差1字')).toBeVisible()
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await expect(drawer.getByRole('alert')).toHaveText('请填写题目。没有保存。')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: '典型案例' }).getByRole('button', { name: '写案例' }).click()
  await expect(drawer.getByLabel('正文', { exact: true })).toHaveValue('案'.repeat(799))
  await page.keyboard.press('Escape')
})

test('J4 step 4: 新政策 with name, date and file in 3 clicks shows the worked Saturday', async () => {
  const { page } = window
  await tab(page, '惠企政策').click()
  await expect(page.getByText('还没有登记惠企政策。政策公布后5个工作日内，要连同解读一起报送。')).toBeVisible()
  clicks = 0
  await click(page.getByRole('button', { name: '新政策' }).first())
  const drawer = page.getByRole('dialog', { name: '新政策' })
  await expect(drawer.getByLabel('政策名称')).toBeFocused()
  await page.keyboard.type('中小企业纾困措施')
  await drawer.getByLabel('公布日期').fill('2022.4.27')
  await drawer.getByLabel('公布日期').blur()
  await expect(drawer.getByText('5个工作日：5月7日（周六，调休上班）')).toBeVisible()
  const choosing = page.waitForEvent('filechooser')
  await click(drawer.getByRole('button', { name: '选择文件' }))
  await (await choosing).setFiles({ name: '纾困措施.txt', mimeType: 'text/plain', buffer: Buffer.from('全文') })
  await click(drawer.getByRole('button', { name: '保存', exact: true }))
  expect(clicks).toBe(3)
  const saved = page.getByRole('dialog', { name: '中小企业纾困措施' })
  await expect(saved.getByText('纾困措施.txt')).toBeVisible()
  await expect(saved.getByText('剩4个工作日')).toBeVisible()
})

test('J4 step 5: sent and told in 3 clicks; all but one are told and the missing one is named', async () => {
  const { page } = window
  const drawer = page.getByRole('dialog', { name: '中小企业纾困措施' })
  clicks = 0
  await click(drawer.getByRole('button', { name: '标记已报送（4月28日）' }))
  await expect(drawer.getByText('已报送，用时1个工作日')).toBeVisible()
  await click(drawer.getByRole('button', { name: '全部告知（18家）' }))
  await expect(drawer.getByText('18家包联企业都已告知。')).toBeVisible()
  const last = drawer.locator('.told-list').getByRole('checkbox').last()
  const name = await drawer.locator('.told-list .ant-checkbox-label').last().innerText()
  await click(last)
  await expect(drawer.getByText(`已告知17/18家，还缺：${name}。`)).toBeVisible()
  expect(clicks).toBe(3)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(drawer.getByText('18家包联企业都已告知。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: /中小企业纾困措施/ })).toContainText('18/18')
})

test('培训: planned, then held with names; 学时 of each person add up', async () => {
  const { page } = window
  await tab(page, '七项任务').click()
  const part = page.getByRole('region', { name: '培训计划与参训' })
  await part.getByRole('button', { name: '列入培训计划' }).click()
  const drawer = page.getByRole('dialog', { name: '列入培训计划' })
  await expect(drawer.getByLabel('培训名称')).toBeFocused()
  await page.keyboard.type('惠企政策培训')
  await drawer.getByLabel('计划日期').fill('2022.4.20')
  await drawer.getByLabel('学时').fill('２')
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await expect(part.getByText('计划日期已过，还没有登记举办')).toBeVisible()
  await part.getByRole('button', { name: '惠企政策培训' }).click()
  const edit = page.getByRole('dialog', { name: '修改培训' })
  await edit.getByLabel('姓名').fill('营商干部01、营商干部02')
  await edit.getByRole('button', { name: '添加', exact: true }).click()
  await edit.getByLabel('营商干部02的学时').fill('0.5')
  await edit.getByLabel('状态').click()
  await page.getByTitle('已举办').click()
  await edit.getByRole('button', { name: '保存', exact: true }).click()
  const people = part.getByRole('region', { name: '每人学时' })
  await expect(people.getByRole('row', { name: '营商干部01 1 2' })).toBeVisible()
  await expect(people.getByRole('row', { name: '营商干部02 1 0.5' })).toBeVisible()
})
