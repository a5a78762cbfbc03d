import { expect, test, type Locator, type Page } from '@playwright/test'
import { goTo, modal } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { picture } from './rectification'

/** The last day of a month in which the sample has 3.5 of 4 units, half of one from 市内优质. */
const asOf = '2022-07-31'
const shipped = '东丽区2022年全员抓招商考核办法（第三类：其他区级部门）'
const reason = '区合作交流办2022年6月通知：市内优质由0.5调整为0.6'

let data: string
let window: Launched

const main = (page: Page): Locator => page.locator('main')
const act = (page: Page, name: string): Locator => main(page).getByRole('button', { name, exact: true })
const part = (page: Page, name: string): Locator => main(page).getByRole('region', { name, exact: true })
const rowOf = (page: Page, version: string): Locator =>
  main(page).locator('tbody tr[data-row-key]').filter({ hasText: shipped }).filter({ hasText: version })

const openRules = (page: Page): Promise<void> => goTo(page, 'Alt+s', '规则')

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  runCommand(data, asOf, 'sample', 'load')
  window = await launch({ data, asOf })
  await window.page.getByRole('button', { name: '设置 Alt+S' }).waitFor()
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

test('the shipped scheme is read with each clause beside its rule, and is not changed', async () => {
  const { page } = window
  await openRules(page)
  await expect(rowOf(page, '1.0.0')).toContainText('现行')
  await expect(rowOf(page, '1.0.0')).toContainText('程序自带')
  await picture(window, 'rules-list')
  await rowOf(page, '1.0.0').click()
  const indicator = part(page, '指标考核')
  await expect(indicator).toContainText('市内优质项目计0.5个')
  await expect(indicator.getByRole('row', { name: /^市内优质/ })).toContainText('0.5')
  await expect(main(page).getByRole('textbox')).toHaveCount(0)
  await expect(act(page, '停用')).toHaveCount(0)
  await picture(window, 'rules-read')
})

test('P2: 市内优质 0.5 → 0.6 in a later version; the trial lists every result that would change', async () => {
  const { page } = window
  await act(page, '修订为新版本').click()
  await expect(main(page).getByLabel('版本号')).toHaveValue('1.1.0')
  await expect(main(page).getByLabel('执行日期')).toHaveValue('')
  await expect(act(page, '启用')).toBeDisabled()
  await main(page).getByLabel('市内优质 备案（未落地）').fill('0.6')
  const clause = part(page, '指标考核').getByLabel('条款原文')
  const words = await clause.inputValue()

  // Failure: a missing clause and a day left open are said at their fields, and nothing is tried.
  await clause.fill('')
  await act(page, '试算').click()
  await expect(main(page).getByRole('alert')).toHaveText(['没有填写。', '没有填写。'])
  await expect(main(page).getByRole('status')).toContainText('有2处没有填好')
  await picture(window, 'rules-problems')
  await clause.fill(words.replace('市内优质项目计0.5个', '市内优质项目计0.6个'))
  await main(page).getByLabel('执行日期').fill('2022-07-01')
  await expect(main(page).getByRole('alert')).toHaveCount(0)

  await act(page, '试算').click()
  const trial = part(page, '试算结果')
  // 3.5 → 3.6 of 4 units: 26.25 → 27.00 today; the second quarter keeps the rule that held on its last day.
  await expect(trial).toContainText('2个会变')
  const changes = trial.locator('tbody tr')
  await expect(changes).toHaveCount(2)
  await expect(changes.filter({ hasText: '指标考核' })).toHaveText(/（截至2022-07-31）指标考核26\.2527\.00$/)
  await expect(changes.filter({ hasText: '总分' })).toHaveText(/（截至2022-07-31）总分[\d.]+[\d.]+$/)
  await picture(window, 'rules-trial')
})

test('a change after the trial asks for another one; issuing asks for the reason', async () => {
  const { page } = window
  await main(page).getByLabel('依据文件').fill('区合作交流办 2022-06-28')
  await expect(part(page, '试算结果')).toContainText('试算之后又有修改，请重新试算。')
  await expect(act(page, '启用')).toBeDisabled()
  await act(page, '试算').click()
  await act(page, '启用').click()
  await expect(main(page).getByText('请写明修改原因。')).toBeVisible()

  // Leaving and coming back loses nothing.
  await main(page).getByLabel('修改原因').fill(reason)
  await page.keyboard.press('Alt+1')
  await openRules(page)
  await expect(main(page).getByLabel('修改原因')).toHaveValue(reason)
  await expect(main(page).getByLabel('市内优质 备案（未落地）')).toHaveValue('0.6')
  await act(page, '返回规则列表').click()
  await rowOf(page, '1.0.0').click()
  await act(page, '继续修订').click()

  await act(page, '试算').click()
  await act(page, '启用').click()
  await expect(page.getByText(`已启用“${shipped}”1.1.0版`)).toBeVisible()
  await expect(rowOf(page, '1.1.0')).toContainText('现行')
  await expect(rowOf(page, '1.1.0')).toContainText(reason)
  await expect(rowOf(page, '1.0.0')).toContainText('不是现行版本')
  await picture(window, 'rules-versions')
})

test('failure: an older version number is refused at its field', async () => {
  const { page } = window
  await rowOf(page, '1.1.0').click()
  await act(page, '修订为新版本').click()
  await expect(main(page).getByLabel('版本号')).toHaveValue('1.2.0')
  await main(page).getByLabel('版本号').fill('1.0.5')
  await main(page).getByLabel('执行日期').fill('2022-09-01')
  await main(page).getByLabel('修改原因').fill('试填旧版本号')
  await act(page, '保存草稿').click()
  const refusal = '版本号1.0.5不比现行的1.1.0新。没有保存，请改用更大的版本号。'
  await expect(main(page).locator('.field', { hasText: '版本号' }).getByRole('alert')).toHaveText(refusal)
  await main(page).getByLabel('版本号').fill('1.2.0')
  await act(page, '保存草稿').click()
  await expect(rowOf(page, '1.2.0')).toContainText('本地草稿')
})

test('a version is put out of use with a reason, and 撤销 brings it back', async () => {
  const { page } = window
  await rowOf(page, '1.1.0').click()
  await act(page, '停用').click()
  await expect(modal(page).getByRole('button', { name: /^停\s?用$/ })).toBeDisabled()
  await modal(page).getByLabel('修改原因').fill('通知已收回')
  await modal(page)
    .getByRole('button', { name: /^停\s?用$/ })
    .click()
  await expect(rowOf(page, '1.1.0')).toContainText('已停用')
  await expect(rowOf(page, '1.0.0')).toContainText('现行')
  await page.locator('.ant-message').getByRole('button', { name: '撤销' }).click()
  await expect(rowOf(page, '1.1.0')).toContainText('现行')
})

test('a scheme of size weights and an award plan from nothing, without a text file', async () => {
  const { page } = window
  const { getByLabel, choose } = fieldsOf(page)
  await act(page, '新建考核办法').click()
  await getByLabel('名称').first().fill('示例区项目考核办法')
  await getByLabel('执行日期').fill('2022-01-01')
  await getByLabel('依据文件').fill('示例文件')
  await getByLabel('考核对象的说法').fill('街道园区')
  await choose('考核对象类别', '第四类')
  await choose('计分方法', '按规模分档计分')
  await act(page, '增加计分项目').click()
  const started = part(page, '（未命名）')
  await started.getByLabel('条款原文').fill('1亿元、5亿元、10亿元、20亿元以上的权重递增。')
  await started.getByLabel('数据', { exact: true }).fill('project.started')
  await started.getByLabel('计量单位').fill('亿元')
  for (const [index, [from, points]] of [
    ['', '1'],
    ['1', '1.5'],
    ['10', '2'],
    ['20', '3'],
  ].entries()) {
    if (index > 0) await started.getByRole('button', { name: '增加一档' }).click()
    await started.getByLabel(`一档${index + 1} 下限`).fill(from ?? '')
    await started.getByLabel(`一档${index + 1} 分值`).fill(points ?? '')
  }
  await started.getByLabel('名称').fill('新开工项目')
  await part(page, '排名和并列').getByRole('button', { name: '增加比较项' }).click()
  await part(page, '排名和并列').getByLabel('比较项1 比较').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('新开工项目').click()
  await getByLabel('修改原因').fill('新办法')
  await part(page, '新开工项目').scrollIntoViewIfNeeded()
  await picture(window, 'rules-new-scheme')
  await act(page, '保存草稿').click()
  await expect(main(page).locator('tbody tr[data-row-key]', { hasText: '示例区项目考核办法' })).toContainText('第四类')

  await act(page, '新建奖励办法').click()
  await getByLabel('名称').first().fill('示例区奖励办法')
  await getByLabel('执行日期').fill('2022-01-01')
  await getByLabel('依据文件').fill('示例文件')
  const composite = part(page, '综合奖')
  await composite.getByRole('button', { name: '增加一种综合奖' }).click()
  await composite.getByLabel('条款原文').fill('镇街综合得分前5名')
  await composite.getByLabel('编号').fill('composite')
  await composite.getByLabel('名称', { exact: true }).fill('综合奖')
  await composite.getByLabel('一组1 名称').fill('镇街')
  await composite.getByRole('checkbox', { name: '第四类' }).check()
  await composite.getByLabel('镇街 名额').fill('五')
  await getByLabel('修改原因').fill('新办法')
  await act(page, '保存草稿').click()
  await expect(composite.getByRole('alert')).toHaveCount(1)
  await composite.getByLabel('镇街 名额').fill('５')
  await act(page, '保存草稿').click()
  await expect(main(page).locator('tbody tr[data-row-key]', { hasText: '示例区奖励办法' })).toContainText('本地草稿')
})

function fieldsOf(page: Page) {
  const getByLabel = (label: string): Locator => main(page).getByLabel(label)
  return {
    getByLabel,
    choose: async (label: string, option: string): Promise<void> => {
      await getByLabel(label).first().click()
      await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
    },
  }
}

test('nothing is wider than the window at 1366×768 and at 150 %', async () => {
  const { page, app } = window
  const sideways = (): Promise<number> =>
    page.evaluate(() => {
      const root = document.querySelector('.rules-scroll') ?? document.documentElement
      return Math.max(root.scrollWidth - root.clientWidth, document.documentElement.scrollWidth - innerWidth)
    })
  await rowOf(page, '1.2.0').click()
  for (const zoom of [1, 1.5]) {
    await app.evaluate(({ BrowserWindow }, factor) => {
      const [first] = BrowserWindow.getAllWindows()
      first?.setContentSize(1366, 768)
      first?.webContents.setZoomFactor(factor)
    }, zoom)
    await page.waitForTimeout(300)
    for (const [index, name] of ['月度信息', '指标考核'].entries()) {
      await part(page, name).scrollIntoViewIfNeeded()
      await picture(window, `rules-edit-${zoom * 100}-${index}`)
    }
    expect(await sideways()).toBe(0)
  }
})
