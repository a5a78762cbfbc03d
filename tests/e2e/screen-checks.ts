import type { Page } from '@playwright/test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Launched } from './launch'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where the pictures go that people look at; not asserted on. */
const pictures = path.resolve('test-results/screens')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly string[]
}

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

/** The page as the screen shows it; Playwright's own pictures go wrong under a zoom. */
export async function screenPicture({ app }: Launched, name: string): Promise<void> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // The first one may still be the frame from before a zoom.
    await contents?.capturePage()
    return contents ? (await contents.capturePage()).toPNG().toString('base64') : ''
  })
  mkdirSync(pictures, { recursive: true })
  writeFileSync(path.join(pictures, `${name}.png`), Buffer.from(png, 'base64'))
}

/** Zooms and waits until the page is laid out anew and drawn. */
async function setZoom({ app, page }: Launched, factor: number): Promise<void> {
  const width = await page.evaluate(() => globalThis.innerWidth)
  const isChanged = await app.evaluate(({ BrowserWindow }, zoom) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const changes = contents !== undefined && Math.abs(contents.getZoomFactor() - zoom) > 0.01
    contents?.setZoomFactor(zoom)
    return changes
  }, factor)
  if (isChanged) await page.waitForFunction((before) => globalThis.innerWidth !== before, width)
  await page.waitForTimeout(100)
}

/** What is wider than its place: the page itself, or the inside of a drawer or dialog. */
async function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll('.page, .settings-body, .first-start, .ant-drawer-body, .ant-modal-body'),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.className || 'page'} by ${element.scrollWidth - element.clientWidth}`),
  )
}

/** What keeps somebody from using the screen as it stands: serious violations, and scrolling sideways at 100 % and 150 %. */
export async function screenProblems(launched: Launched, name: string): Promise<string[]> {
  const { page } = launched
  const problems: string[] = []
  for (const finding of await seriousFindings(page))
    problems.push(`${name}: ${finding.id} (${finding.impact ?? ''}) ${finding.nodes.join(' | ')}`)
  for (const zoom of [1.5, 1]) {
    await setZoom(launched, zoom)
    for (const wide of await overflow(page)) problems.push(`${name}: scrolls sideways at ${zoom * 100} %: ${wide}`)
    await screenPicture(launched, `${name}-${zoom * 100}`)
  }
  return problems
}
