import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test'
import { button, drawer, fieldOf, forms, goTo } from './forms'
import { launch, makeDataFolder, removeDataFolder, type Launched } from './launch'

const asOf = '2022-10-20'
/** Keys that an input method uses itself: to choose characters, to give up, to page through its list. */
const takenKeys = ['Enter', 'Escape', ' ', 'ArrowDown', 'ArrowUp', 'Tab'] as const
/** The key code of every key that the input method has taken. */
const imeKeyCode = 229

let data: string
let window: Launched
let session: CDPSession

test.beforeAll(async () => {
  data = makeDataFolder()
  window = await launch({ data, asOf, args: ['--sample'], seesDigest: true })
  session = await window.page.context().newCDPSession(window.page)
  await window.page.getByRole('dialog', { name: '今日提醒' }).waitFor()
  await window.page.keyboard.press('Escape')
})

test.afterAll(async () => {
  await window.app.close()
  removeDataFolder(data)
})

async function setComposition(text: string): Promise<void> {
  const place = { selectionStart: text.length, selectionEnd: text.length }
  await session.send('Input.imeSetComposition', { text, ...place })
}

/** A real key press that the input method has taken. */
async function pressTaken(key: string): Promise<void> {
  const about = { key, code: key, windowsVirtualKeyCode: imeKeyCode, nativeVirtualKeyCode: imeKeyCode }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...about })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...about })
}

async function empty(page: Page, field: Locator): Promise<void> {
  // A choice with a search lays its placeholder over the input.
  await field.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
}

/** What of the window must not change while the input method works. */
async function surroundings(page: Page): Promise<readonly unknown[]> {
  return [
    await page.locator('.ant-drawer-open').count(),
    await page.locator('.ant-modal-wrap:visible').count(),
    await page.getByRole('button', { name: '撤销', exact: true }).count(),
    await page.getByRole('navigation').locator('[aria-current=page]').innerText(),
    await page.locator('[role=alert]').count(),
  ]
}

/** Composes 中文 in a field, with every key that an input method takes in between. */
async function compose(page: Page, field: Locator): Promise<void> {
  await empty(page, field)
  await expect(field).toBeFocused()
  await setComposition('z')
  await setComposition('zhong')
  await expect(field).toHaveValue('zhong')
  const before = await surroundings(page)
  for (const key of takenKeys) await pressTaken(key)
  await expect(field).toHaveValue('zhong')
  await expect(field).toBeFocused()
  expect(await surroundings(page)).toEqual(before)
  await session.send('Input.insertText', { text: '中文' })
  await expect(field).toHaveValue('中文')
  await expect(field).toBeFocused()
  await empty(page, field)
}

for (const form of forms) {
  test(`${form.name}: keys of the input method neither save, close nor move, and no character is doubled`, async () => {
    const { page } = window
    await form.open(page)
    // A form moves the focus once to its first field when it has come in.
    await page.waitForTimeout(500)
    for (const label of form.fields) await test.step(label, () => compose(page, fieldOf(page, form, label)))
  })
}

test('a list is searched after the composition, never in the middle of it', async () => {
  const { page } = window
  await goTo(page, 'Alt+3', '线索与项目')
  const field = page.getByRole('searchbox', { name: '按名称、投资方查找' })
  const count = page.locator('main').getByText(/^当前筛选/)
  const all = await count.innerText()
  await empty(page, field)
  await setComposition('zzzz')
  await pressTaken('Enter')
  // Longer than typing rests before a search.
  await page.waitForTimeout(600)
  await expect(count).toHaveText(all)
  await session.send('Input.insertText', { text: '没有这样的线索' })
  await expect(field).toHaveValue('没有这样的线索')
  await expect(count).not.toHaveText(all)
  await empty(page, field)
  await expect(count).toHaveText(all)
})

test('the search palette looks after the composition, and Enter and Esc of the input method leave it open', async () => {
  const { page } = window
  await goTo(page, 'Alt+1')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: '搜索内容' })
  const results = page.locator('#search-results')
  await expect(field).toBeFocused()
  await page.waitForTimeout(500)
  await setComposition('shi')
  for (const key of takenKeys) await pressTaken(key)
  await page.waitForTimeout(500)
  await expect(results).toHaveCount(0)
  await expect(field).toHaveValue('shi')
  await session.send('Input.insertText', { text: '示例' })
  await expect(field).toHaveValue('示例')
  await expect(results).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(field).toBeHidden({ timeout: 1000 })
  }).toPass()
})

test('an enterprise is looked for after the composition', async () => {
  const { page } = window
  await goTo(page, 'Alt+5', '双万双服')
  await button(page, '登记走访').click()
  const field = drawer(page).getByRole('combobox', { name: /^企业名称/ })
  await field.click()
  const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
  await expect(options.first()).toBeVisible()
  const before = await options.allInnerTexts()
  await setComposition('zzzz')
  await page.waitForTimeout(500)
  expect(await options.allInnerTexts()).toEqual(before)
  await session.send('Input.insertText', { text: '没有这样的企业' })
  await expect(page.locator('.ant-select-dropdown:visible')).toContainText('没有找到')
  await page.keyboard.press('Escape')
})

test('the name of a view is composed and saved by the next Enter alone', async () => {
  const { page } = window
  await goTo(page, 'Alt+3', '线索与项目')
  await button(page, '视图').click()
  const field = page.getByRole('textbox', { name: '视图名称' })
  await field.click()
  await setComposition('ban')
  await pressTaken('Enter')
  await session.send('Input.insertText', { text: '本月' })
  await expect(field).toHaveValue('本月')
  await expect(page.getByRole('button', { name: '删除视图“本月”' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '删除视图“本月”' })).toBeVisible()
})
