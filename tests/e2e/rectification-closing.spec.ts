import { expect, test, type Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { goTo } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import {
  countedClicks,
  finding,
  findingRow,
  pagesOf,
  picture,
  printed,
  sitDown,
  withoutPrinter,
  writeWorkbook,
} from './rectification'

// Source: product journey J8 提交证据 → 退回 → 销号, with the clicks that it states for each step. Each person has a
// computer of his or her own; sitting down at this one is not a click of the journey.
const asOf = '2022-06-22'
const people = '招商组：组长分管领导01，组员承办人01、督查岗01'
const overflow = '部分点位污水外溢'
const demolition = '违建拆除不到位'
const missing = '缺“向群众汇报”记录'

const ledger = [
  [
    '审计项目',
    '反馈来源',
    '问题编号',
    '问题类型',
    '问题摘要',
    '整改类型',
    '整改措施',
    '责任领导',
    '牵头部门',
    '责任人',
    '整改时限',
    '整改状态',
  ],
  [
    '市委巡视反馈意见',
    '市委巡视',
    '1',
    '立行立改',
    overflow,
    '立行立改',
    '1.打通堵点13处；2.修复漏点2个；3.投入900万元改造管网；4.清理检查井；5.建立巡查制度；6.向群众汇报整改结果',
    '分管领导01',
    '排水科',
    '承办人01',
    '2022-06-28',
    '整改中',
  ],
  [
    '市委巡视反馈意见',
    '市委巡视',
    '29',
    '具体问题',
    demolition,
    '分阶段整改',
    '1.逐户登记；2.依法拆除',
    '分管领导01',
    '执法科',
    '承办人01',
    '2022-10-28',
    '整改中',
  ],
]

// One ledger, and one window.
test.describe.configure({ mode: 'serial' })

let data: string
let window: Launched
const { click, within } = countedClicks()

test.beforeAll(async () => {
  data = makeDataFolder()
  const first = await launch({ data, asOf })
  await foundLedger(first.page)
  await first.app.close()
  const file = path.join(data, '整改台账.xlsx')
  writeWorkbook(file, ledger)
  runCommand(data, asOf, 'import', file)
  window = await launch({ data, asOf })
  await expect(window.page.getByRole('navigation')).toBeVisible({ timeout: 20_000 })
})

test.afterAll(async () => {
  await window.app.close().catch(() => undefined)
  removeDataFolder(data)
})

/** The first start, with the colleagues of the journey. */
async function foundLedger(page: Page): Promise<void> {
  await page.getByLabel('单位名称').fill('东丽区审计局')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('粘贴名单').fill(people)
  await page.getByRole('button', { name: '填入上面的表' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('从空白台账开始').click()
  await page.getByRole('button', { name: '建立台账' }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** Appoints a person to a role of 分工. */
async function appoint(page: Page, role: string, name: string): Promise<void> {
  await page.getByLabel(`${role}的人员`).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(name, { exact: true }).click()
  await expect(page.getByText('已保存分工')).toBeVisible()
  await page.keyboard.press('Escape')
}

/** A file of evidence as it lies on the desktop. */
function evidenceFile(name: string): string {
  const file = path.join(data, name)
  writeFileSync(file, `${name}：现场照片和台账`)
  return file
}

/** Chooses a file with 添加佐证; the dialog of the desktop is not part of the window. */
async function chooseEvidence(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await click(finding(page).getByRole('button', { name: '添加佐证' }))
  await (await chooser).setFiles(evidenceFile(name))
}

test('the roles of 分工', async () => {
  const { page } = window
  await goTo(page, 'Alt+7', '分工')
  await appoint(page, '整改督查岗', '督查岗01')
  await appoint(page, '整改督查岗', '分管领导01')
  await appoint(page, '分管领导', '分管领导01')
  await picture(window, 'j8-roles')
  await goTo(page, 'Alt+7', '清单')
})

test('J8 step 1: evidence for six measures, then 提交销号', async () => {
  const { page } = window
  await sitDown(page, '承办人01')
  await within(4, async () => {
    await click(findingRow(page, overflow))
    await expect(finding(page).getByText('没有佐证', { exact: true })).toHaveCount(6)
    await expect(finding(page).getByRole('button', { name: '提交销号' })).toBeDisabled()
    await picture(window, 'j8-opened')
    await chooseEvidence(page, '管网改造验收.txt')
    await picture(window, 'j8-chosen')
    await click(finding(page).getByRole('button', { name: '上传', exact: true }))
    await expect(finding(page).getByText('佐证1份')).toHaveCount(6)
    await picture(window, 'j8-evidence')
    await finding(page).getByLabel('整改成效').fill('打通堵点13处，修复漏点2个，投入900万元')
    await click(finding(page).getByRole('button', { name: '提交销号' }))
    await expect(page.getByText('已提交，等待复核')).toBeVisible()
  })
  await picture(window, 'j8-submitted')
})

test('J8 step 2: the reviewer gives it back with a reason', async () => {
  const { page } = window
  await sitDown(page, '督查岗01')
  await within(2, async () => {
    await click(findingRow(page, overflow))
    await finding(page).getByLabel('意见').fill(missing)
    await picture(window, 'j8-review')
    await click(finding(page).getByRole('button', { name: '退回', exact: true }))
    await expect(finding(page).getByRole('status').filter({ hasText: missing })).toHaveText(
      `■ ${asOf} 督查岗01退回：${missing}`,
    )
  })
  await expect(finding(page).getByRole('status').filter({ hasText: missing })).toHaveClass(/light-overdue/u)
  await expect(finding(page).getByText('退回1次', { exact: true })).toBeVisible()
  await expect(findingRow(page, overflow).getByText('退回1次')).toBeVisible()
  await picture(window, 'j8-returned')
})

test('J8 step 3: the record is added and submitted at once, 同意销号, the form on one page of A4', async () => {
  const { page } = window
  await sitDown(page, '承办人01')
  await findingRow(page, overflow).click()
  await expect(finding(page).getByText(`退回：${missing}`)).toBeVisible()
  await within(3, async () => {
    await chooseEvidence(page, '向群众汇报会议记录.txt')
    await picture(window, 'j8-record')
    await click(finding(page).getByRole('button', { name: '上传并提交销号' }))
    await expect(page.getByText('已添加佐证1份并提交，等待复核')).toBeVisible()
    await sitDown(page, '分管领导01')
    await findingRow(page, overflow).click()
    await click(finding(page).getByRole('button', { name: '同意销号' }))
    await expect(page.getByText('已销号 1 项，编号 东审整销〔2022〕1号。')).toBeVisible()
  })
  await picture(window, 'j8-closed')
  await withoutPrinter(page)
  await finding(page).getByRole('button', { name: '打印销号单' }).click()
  const sheet = page.locator('.rect-closure')
  await expect(sheet.getByText('编号：东审整销〔2022〕1号')).toBeAttached()
  for (const [role, who] of [
    ['提交人', '承办人01'],
    ['复核人', '分管领导01'],
    ['同意销号', '分管领导01'],
  ] as const)
    await expect(sheet.locator('.rect-closure-signs tr').filter({ hasText: role })).toContainText(
      `${who}　2022年6月22日`,
    )
  const pdf = await printed(window)
  writeFileSync(path.resolve('test-results/rectification/j8-form.pdf'), pdf)
  const pages = pagesOf(pdf)
  expect(pages).toHaveLength(1)
  expect(pages[0]?.text).toContain('东审整销')
})

test('J8 step 4: 241 households of which 210 are done cannot be closed, but be 阶段性完成', async () => {
  const { page } = window
  await sitDown(page, '承办人01')
  await findingRow(page, demolition).click()
  await chooseEvidence(page, '拆除现场.txt')
  await finding(page).getByRole('button', { name: '上传', exact: true }).click()
  await expect(finding(page).getByText('佐证1份')).toHaveCount(2)
  await finding(page).getByRole('tab', { name: '金额与制度' }).click()
  await finding(page).getByRole('button', { name: '增加整改金额' }).click()
  await finding(page).getByLabel('单位').fill('户')
  await finding(page).getByLabel('应整改', { exact: true }).fill('241')
  await finding(page).getByLabel('已整改', { exact: true }).fill('210')
  await finding(page).getByRole('button', { name: '保存', exact: true }).click()
  await expect(finding(page).getByText(/尚余\s*31/u)).toBeVisible()
  await finding(page).getByLabel('整改成效').fill('241户中210户已按标准完成')
  await finding(page).getByRole('button', { name: '提交销号' }).click()
  await expect(page.getByText('已提交，等待复核')).toBeVisible()
  await sitDown(page, '分管领导01')
  await findingRow(page, demolition).click()
  await within(1, async () => {
    await click(finding(page).getByRole('button', { name: '同意销号' }))
    await expect(
      finding(page).getByText(
        '还不能销号：应整改241户，已完成210户（87.1%），尚余31户。没有改动；可以认定为“阶段性完成”。',
      ),
    ).toBeVisible()
  })
  await expect(findingRow(page, demolition)).toContainText('待认定')
  await picture(window, 'j8-refused')
})

test('J8 step 5: who submitted cannot review', async () => {
  const { page } = window
  await goTo(page, 'Alt+7', '分工')
  await appoint(page, '整改督查岗', '承办人01')
  await appoint(page, '分管领导', '承办人01')
  await goTo(page, 'Alt+7', '清单')
  await sitDown(page, '承办人01')
  await within(1, async () => {
    await click(findingRow(page, demolition))
    await expect(finding(page).getByText(/^您是提交人/u)).toBeVisible()
    await expect(finding(page).getByRole('button', { name: '同意销号' })).toBeDisabled()
    await expect(finding(page).getByRole('button', { name: '退回' })).toBeDisabled()
  })
  await picture(window, 'j8-own')
})

test('阶段性完成 by two persons, and the same figures on the screen and from the command line', async () => {
  const { page } = window
  await sitDown(page, '督查岗01')
  await findingRow(page, demolition).click()
  await finding(page).getByRole('button', { name: '提出认定' }).click()
  await finding(page).getByLabel('认定结论').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('阶段性完成', { exact: true }).click()
  await finding(page).getByLabel('意见').fill('尚余31户')
  await finding(page).getByRole('button', { name: '提出认定' }).click()
  await expect(finding(page).getByText('督查岗01提出认定为“阶段性完成”')).toBeVisible()
  await picture(window, 'j8-proposed')
  await sitDown(page, '分管领导01')
  await findingRow(page, demolition).click()
  await expect(finding(page).getByText('督查岗01提出认定为“阶段性完成”')).toBeVisible()
  await finding(page).getByRole('button', { name: '确认认定' }).click()
  await expect(findingRow(page, demolition)).toContainText('阶段性完成')
  await picture(window, 'j8-phased')
  await goTo(page, 'Alt+7', '统计')
  const total = page.getByRole('table', { name: '整改统计' }).locator('tfoot tr')
  await expect(total).toContainText('50%（1/2）')
  await picture(window, 'j8-statistics')
  await window.app.close()
  expect(JSON.parse(runCommand(data, asOf, 'check', '--json'))).toMatchObject({ ok: true })
  expect(JSON.parse(runCommand(data, asOf, 'rectification', 'stats', '--by', 'kind', '--json'))).toMatchObject({
    total: { total: 2, done: 1, phasedDone: 1, open: 1, rate: '50%', fraction: '1/2' },
  })
})
