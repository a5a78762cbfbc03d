import { expect, test, type Page } from '@playwright/test'
import { goTo, drawer, modal } from './forms'
import { payloads, poisonLedger } from './hostile-texts'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { walkRooms, watchViolations } from './walk'

// Source: reliability 3 row 47: text is shown as text in list, detail, tooltip, print, message, title and file names.
const asOf = '2022-10-20'

let data: string
let launched: Launched
let violations: () => Promise<readonly string[]>
const boxes: string[] = []
const seen = new Set<string>()

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  runCommand(data, asOf, 'sample', 'load')
  expect(poisonLedger(data).length).toBeGreaterThan(90)
  expect(payloads.length).toBeGreaterThanOrEqual(40)
  launched = await launch({ data, asOf })
  const { page } = launched
  page.on('dialog', (box) => {
    boxes.push(box.message())
    void box.dismiss()
  })
  violations = await watchViolations(page)
})

test.afterAll(async () => {
  await launched.app.close()
  removeDataFolder(data)
})

/** What stands on the screen as text, titles and values of fields included; notes which payloads are among it. */
async function look(page: Page): Promise<void> {
  const { text, strangers, hit } = await page.evaluate(() => {
    const marked = ['title', 'value', 'aria-label', 'placeholder', 'alt']
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      marked.map((name) => element.getAttribute(name) ?? ''),
    )
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)
    const made = document.querySelectorAll(
      'img[src="x"], img[src$="/x"], script:not([src^="./"]):not([src^="app:"]), iframe, object, embed, base, marquee, math, template, ' +
        'video, audio, link[href="x"], meta[http-equiv="refresh"], form[action], a[href^="javascript"], a[href^="data"], table[background]',
    )
    const handlers = [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    )
    return {
      text: [document.body.textContent, document.title, ...attributes, ...fields].join('\n'),
      strangers: [...made, ...handlers].map((element) => element.outerHTML.slice(0, 200)),
      hit: 'hit' in globalThis,
    }
  })
  for (const payload of payloads) if (text.includes(payload)) seen.add(payload)
  expect({ strangers, hit }).toEqual({ strangers: [], hit: false })
}

async function closeAll(page: Page): Promise<void> {
  const open = page.locator('.ant-drawer-open .ant-drawer-close:visible, .ant-modal-close:visible')
  for (let turn = 0; turn < 4 && (await open.count()) > 0; turn += 1) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(250)
    if ((await open.count()) > 0) await open.last().click()
  }
}

test('row 47: every room, tab and record shows hostile texts as texts', async () => {
  test.setTimeout(300_000)
  const { page } = launched
  await look(page)
  const screens = await walkRooms(page, async () => {
    await page.waitForTimeout(300)
    await look(page)
    const row = page.locator('main tr.ant-table-row').first()
    if (!(await row.isVisible())) return
    await row.locator('td').nth(1).hover()
    await row.locator('td').nth(1).click()
    await page.waitForTimeout(500)
    await look(page)
    await closeAll(page)
  })
  expect(screens.length).toBeGreaterThan(30)
  // All of them were really there to be seen.
  expect(payloads.filter((payload) => !seen.has(payload))).toEqual([])
  expect(boxes).toEqual([])
  expect(await violations()).toEqual([])
})

test('row 47: charts, their tips, the search and the printed sheet', async () => {
  const { page } = launched
  await goTo(page, 'Alt+7', '统计')
  await page.waitForTimeout(800)
  for (const bar of await page.locator('main .chart svg').all()) {
    const box = await bar.boundingBox()
    if (!box) continue
    for (const part of [0.2, 0.4, 0.6, 0.8]) {
      await page.mouse.move(box.x + box.width * part, box.y + box.height * 0.5)
      await page.waitForTimeout(80)
    }
    await look(page)
  }
  await goTo(page, 'Alt+1')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: '搜索内容' })
  for (const payload of payloads.slice(0, 8)) {
    await field.fill(payload)
    await page.waitForTimeout(250)
    await look(page)
  }
  await page.keyboard.press('Escape')
  await goTo(page, 'Alt+0', '季度小结')
  await page.waitForTimeout(800)
  await page.emulateMedia({ media: 'print' })
  await look(page)
  await page.emulateMedia({ media: null })
  expect(boxes).toEqual([])
  expect(await violations()).toEqual([])
})

test('row 47: typed, refused, saved and taken back, they stay texts', async () => {
  const { page } = launched
  const name = `${payloads[0] ?? ''}${payloads[5] ?? ''}`
  await goTo(page, 'Alt+3')
  await page.keyboard.press('Control+n')
  await modal(page).getByLabel('企业（投资方）').fill(name)
  await modal(page).getByLabel('一句话').fill(payloads.slice(8, 12).join(' '))
  await modal(page)
    .getByLabel('提供人')
    .fill(payloads[3] ?? '')
  await look(page)
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(600)
  await look(page)
  await closeAll(page)
  await page.keyboard.press('Control+z')
  await page.waitForTimeout(500)
  await look(page)
  await goTo(page, 'Alt+6', '入库台账')
  await page
    .locator('main')
    .getByRole('button', { name: /^登记入库/ })
    .first()
    .click()
  await modal(page)
    .getByLabel('收入金额（万元）')
    .fill(payloads[0] ?? '')
  await expect(modal(page).locator('.rev-grid .field-error')).toContainText(payloads[0] ?? '')
  await look(page)
  await closeAll(page)
  expect(await drawer(page).count()).toBe(0)
  expect(boxes).toEqual([])
  expect(await violations()).toEqual([])
  expect(await page.title()).toBe('四抓台账')
})
