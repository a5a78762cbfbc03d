import { expect, test, type Page } from '@playwright/test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, type Launched } from './launch'

const asOf = '2022-10-20'
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where the pictures go that people look at; not asserted on. */
const pictures = path.resolve('test-results/screens')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly string[]
}

let data: string
let window: Launched

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
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

/** Violations that keep somebody from using the page. */
async function seriousFindings(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(axeSource)
  const found: unknown = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<{ violations: unknown[] }> } }
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  return (found as { id: string; impact: string | null; nodes: { html: string }[] }[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) }))
}

async function tabNames(page: Page): Promise<readonly string[]> {
  return page.locator('main header').getByRole('tab').allTextContents()
}

/** The page as the screen shows it; Playwright's own pictures go wrong under a zoom. */
async function picture(name: string): Promise<void> {
  const png = await window.app.evaluate(async ({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    return first ? (await first.webContents.capturePage()).toPNG().toString('base64') : ''
  })
  writeFileSync(path.join(pictures, `${name}.png`), Buffer.from(png, 'base64'))
}

async function setZoom(factor: number): Promise<void> {
  await window.app.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  )
}

async function checkScreen(page: Page, name: string): Promise<readonly string[]> {
  await page.waitForTimeout(400)
  const problems: string[] = []
  for (const finding of await seriousFindings(page))
    problems.push(`${name}: ${finding.id} (${finding.impact ?? ''}) ${finding.nodes.join(' | ')}`)
  for (const zoom of [1, 1.5]) {
    await setZoom(zoom)
    await page.waitForTimeout(150)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) problems.push(`${name}: page scrolls sideways by ${wide} at ${zoom * 100} %`)
    await picture(`${name}-${zoom * 100}`)
  }
  await setZoom(1)
  return problems
}

test('every screen of the sample: no serious accessibility violation, no sideways scrolling at 100 % and 150 %', async () => {
  test.setTimeout(600_000)
  const { page } = window
  const rooms = page.getByRole('navigation').getByRole('button')
  const problems: string[] = []
  for (let index = 0; index < (await rooms.count()); index += 1) {
    const room = ((await rooms.nth(index).textContent()) ?? '').replace(/Alt.*/, '').trim()
    await rooms.nth(index).click()
    await page.locator('main h1').waitFor()
    await page.waitForTimeout(500)
    const tabs = await tabNames(page)
    if (tabs.length === 0) problems.push(...(await checkScreen(page, room)))
    for (const tab of tabs) {
      await page.locator('main header').getByRole('tab', { name: tab, exact: true }).click()
      problems.push(...(await checkScreen(page, `${room}-${tab.replaceAll(/[^\p{L}\p{N}]/gu, '')}`)))
    }
  }
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
