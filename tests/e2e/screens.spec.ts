import { expect, test, type Page } from '@playwright/test'
import { drawer, goTo, modal, openLetter, openNotice } from './forms'
import { launch, makeDataFolder, removeDataFolder, type Launched } from './launch'
import { screenPicture, screenProblems } from './screen-checks'

const asOf = '2022-10-20'

let data: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  window = await launch({ data, asOf, args: ['--sample'], seesDigest: true })
  await window.page.getByRole('navigation').waitFor()
  await window.page.getByRole('dialog', { name: '今日提醒' }).waitFor()
  await window.page.keyboard.press('Escape')
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

async function tabNames(page: Page): Promise<readonly string[]> {
  return page.locator('main header').getByRole('tab').allTextContents()
}

/** Screens whose states and charts are looked at without colour too. */
const greyScreens: ReadonlySet<string> = new Set([
  '今天',
  '日历',
  '招商-平时考核',
  '招商-得分说明',
  '招商-线索与项目-漏斗图',
  '项目-项目台账',
  '项目-节点',
  '营商环境-七项任务',
  '营商环境-双万双服',
  '收入-入库台账-进度图',
  '整改台账-总表树',
  '整改台账-清单',
  '整改台账-统计',
  '整改台账-回头看',
  '整改台账-报告',
  '整改台账-通报核对',
])

async function checkScreen(page: Page, name: string): Promise<readonly string[]> {
  await page.waitForTimeout(250)
  const problems = await screenProblems(window, name)
  if (greyScreens.has(name)) {
    await page.evaluate(() => document.documentElement.style.setProperty('filter', 'grayscale(1)'))
    await page.waitForTimeout(100)
    await screenPicture(window, `${name}-grey`)
    await page.evaluate(() => document.documentElement.style.removeProperty('filter'))
  }
  return problems
}

/** A room's name or a tab's as part of a file name. */
function plain(text: string): string {
  return text.replace(/Alt.*/, '').replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Opens each room, then each of its tabs, and has them looked at. */
async function walk(page: Page, look: (name: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const rooms = page.getByRole('navigation').getByRole('button')
  const problems: string[] = []
  for (let index = 0; index < (await rooms.count()); index += 1) {
    const room = plain((await rooms.nth(index).textContent()) ?? '')
    await rooms.nth(index).click()
    await page.locator('main h1').waitFor()
    await page.waitForTimeout(500)
    const tabs = await tabNames(page)
    if (tabs.length === 0) problems.push(...(await look(room)))
    for (const tab of tabs) {
      await page.locator('main header').getByRole('tab', { name: tab, exact: true }).click()
      problems.push(...(await look(`${room}-${plain(tab)}`)))
    }
  }
  return problems
}

/** The buttons of a screen that open a form, a chart or a panel. */
const openers: Readonly<Record<string, readonly string[]>> = {
  '招商-线索与项目': ['漏斗图', '新增线索（Ctrl+N）'],
  '招商-平时考核': ['登记培训'],
  '项目-项目台账': ['新增项目'],
  '营商环境-信息与案例': ['写信息', '写案例'],
  '营商环境-惠企政策': ['新政策'],
  '营商环境-双万双服': ['登记走访'],
  '营商环境-企业诉求': ['登记诉求'],
  '收入-入库台账': ['进度图', '月度进展', '登记入库'],
  '收入-线索': ['新增线索', '粘贴预算表'],
  '收入-传递与反馈': ['登记传出', '登记收到'],
  '整改台账-总表树': ['新建来源', '粘贴通报', '登记问题'],
  '整改台账-统计': ['数字自洽检查'],
  '整改台账-回头看': ['登记结果', '抽查'],
  '人员与企业-人员分工': ['科室', '四个组', '登记人员'],
  '人员与企业-企业一页通': ['登记企业'],
}

/** Closes what is open until only the page is left. */
async function closeAll(page: Page): Promise<void> {
  const open = page.locator('.ant-drawer-open .ant-drawer-close:visible, .ant-modal-close:visible')
  for (let turn = 0; turn < 3 && (await open.count()) > 0; turn += 1) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(350)
    if ((await open.count()) > 0) await open.last().click()
    await page.waitForTimeout(350)
  }
}

test('every screen of the sample: no serious accessibility violation, no sideways scrolling at 100 % and 150 %', async () => {
  test.setTimeout(600_000)
  const { page } = window
  expect(await walk(page, (name) => checkScreen(page, name))).toEqual([])
})

test('every form and every first record of a list: the same', async () => {
  test.setTimeout(600_000)
  const { page } = window
  const seen: string[] = []
  const problems = await walk(page, async (name) => {
    await page.waitForTimeout(400)
    const found: string[] = []
    const row = page.locator('main tr.ant-table-row').first()
    if (await row.isVisible()) {
      await row.locator('td').nth(1).click()
      if (await page.getByRole('dialog').first().isVisible({ timeout: 1000 })) seen.push(name)
      found.push(...(await checkScreen(page, `${name}-首条`)))
      await closeAll(page)
    }
    for (const opener of openers[name] ?? []) {
      await page.locator('main').getByRole('button', { name: opener, exact: true }).first().click()
      seen.push(opener)
      found.push(...(await checkScreen(page, `${name}-${plain(opener)}`)))
      await closeAll(page)
    }
    return found
  })
  expect(problems).toEqual([])
  expect(seen).toEqual(expect.arrayContaining(Object.values(openers).flat()))
})

test('every tab of a finding and of a source, a letter, a draw, a check and the review of a notice: the same', async () => {
  test.setTimeout(600_000)
  const { page } = window
  const problems: string[] = []
  const look = async (name: string): Promise<void> => {
    problems.push(...(await checkScreen(page, `整改台账-${name}`)))
  }
  for (const [tab, record] of [
    ['清单', '问题'],
    ['整改来源', '来源'],
  ] as const) {
    await goTo(page, 'Alt+7', tab)
    await page.locator('main tbody tr[data-row-key]').first().click()
    const tabs = drawer(page).getByRole('tab')
    await tabs.first().waitFor()
    for (const name of await tabs.allTextContents()) {
      await drawer(page).getByRole('tab', { name, exact: true }).click()
      await look(`${record}-${plain(name)}`)
    }
  }
  await openLetter(page)
  await modal(page).getByLabel(/^正文/).waitFor()
  await look('督办文书')
  await goTo(page, 'Alt+7', '屡审屡犯')
  for (const mode of ['判为屡审屡犯', '判为不同问题', '改法库']) {
    await page.locator('main').getByText(mode, { exact: true }).click()
    await look(mode)
  }
  await goTo(page, 'Alt+7', '回头看')
  await page.locator('main').getByRole('button', { name: '抽查', exact: true }).click()
  await modal(page).getByRole('button', { name: '试抽' }).click()
  await modal(page).getByText(/抽中/).waitFor()
  await look('试抽')
  await goTo(page, 'Alt+7', '统计')
  await page.locator('main').getByRole('button', { name: '数字自洽检查' }).click()
  await modal(page)
    .getByRole('button', { name: /^检\s?查$/ })
    .click()
  await modal(page).getByRole('status').waitFor()
  await look('检查结果')
  await openNotice(page, 'notice-district')
  await modal(page).locator('summary').click()
  await look('通报核对')
  await modal(page).getByRole('button', { name: '重新粘贴' }).click()
  await closeAll(page)
  expect(problems).toEqual([])
})

test('every room and tab is reached by keyboard alone, and the focus can be seen', async () => {
  const { page } = window
  for (const [key, title] of [
    ['Alt+1', '今天'],
    ['Alt+2', '任务'],
    ['Alt+3', '招商'],
    ['Alt+4', '项目'],
    ['Alt+5', '营商环境'],
    ['Alt+6', '收入'],
    ['Alt+7', '整改台账'],
    ['Alt+8', '人员与企业'],
    ['Alt+9', '日历'],
    ['Alt+0', '报表与上报'],
    ['Alt+s', '设置'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('navigation').getByRole('button', { name: title })).toHaveAttribute(
      'aria-current',
      'page',
    )
  }
  await page.keyboard.press('Alt+1')
  const link = page.locator('main button.link').first()
  await link.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(link).toBeFocused()
  expect(await link.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none')
})

test('Ctrl+K searches from anywhere: one character, pinyin initials, and Enter opens the record', async () => {
  const { page } = window
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: '搜索内容' })
  await field.fill('冷')
  await expect(page.getByRole('option').first()).toContainText('冷链仓库')
  await field.fill('lenglian')
  await expect(page.getByText('没有找到“lenglian”')).toBeVisible()
  await field.fill('llck')
  await expect(page.getByRole('option').first()).toContainText('冷链仓库')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').filter({ hasText: '冷链仓库' })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the search waits for the input method', async () => {
  const { page } = window
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: '搜索内容' })
  await field.fill('')
  // The palette draws its empty list first.
  await page.waitForTimeout(250)
  await field.dispatchEvent('compositionstart')
  await field.pressSequentially('shenji')
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true })
  await page.waitForTimeout(400)
  await expect(page.getByText('在招商、项目、营商环境')).toBeVisible()
  await field.fill('审计')
  await field.dispatchEvent('compositionend')
  await expect(page.getByRole('option').or(page.getByText('没有找到“审计”')).first()).toBeVisible()
  await page.keyboard.press('Escape')
})
