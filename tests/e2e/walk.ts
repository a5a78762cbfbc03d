import type { Page } from '@playwright/test'

/** Opens each room, then each of its tabs; `look` is called when one is shown. */
export async function walkRooms(page: Page, look: (name: string) => Promise<void>): Promise<readonly string[]> {
  const rooms = page.getByRole('navigation').getByRole('button')
  const seen: string[] = []
  const see = async (name: string): Promise<void> => {
    seen.push(name)
    await look(name)
  }
  for (let index = 0; index < (await rooms.count()); index += 1) {
    const room = ((await rooms.nth(index).textContent()) ?? '').replace(/Alt.*/, '')
    await rooms.nth(index).click()
    await page.locator('main h1').waitFor()
    const tabs = await page.locator('main header').getByRole('tab').allTextContents()
    if (tabs.length === 0) await see(room)
    for (const tab of tabs) {
      await page.locator('main header').getByRole('tab', { name: tab, exact: true }).click()
      await see(`${room}-${tab}`)
    }
  }
  return seen
}

interface Watched {
  readonly violations?: string[]
}

/** Counts what the page's policy forbids from the first script on; loads the page anew for it. */
export async function watchViolations(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const found: string[] = []
    Object.assign(globalThis, { violations: found })
    document.addEventListener('securitypolicyviolation', (event) => {
      found.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  await page.reload()
  await page.getByRole('navigation').waitFor()
  return async () => {
    const found = await page.evaluate(() => (globalThis as unknown as Watched).violations)
    if (!found) throw new Error('nobody watched')
    return found
  }
}
