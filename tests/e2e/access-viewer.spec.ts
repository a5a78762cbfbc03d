import { expect, test, type Locator, type Page } from '@playwright/test'
import { accessTab, lockCover, signIn, takeRecoveryCode, typePinTwice, writing } from './access'
import { button, drawer, goTo, modal } from './forms'
import { launch, makeDataFolder, removeDataFolder } from './launch'

const admin = '管理员01'
const viewer = '只看01'

/** The morning's digest, which is told to each person who sits down. */
async function leaveDigest(page: Page): Promise<void> {
  const digest = page.getByRole('dialog', { name: '今日提醒' })
  await digest.waitFor()
  await page.keyboard.press('Escape')
  await digest.waitFor({ state: 'hidden' })
}

test('in a full ledger no room and no record offers a viewer to write', async () => {
  const folder = makeDataFolder()
  test.setTimeout(420_000)
  const { app, page } = await launch({ data: folder, asOf: '2022-10-20', args: ['--sample'], seesDigest: true })
  try {
    await page.getByRole('navigation').waitFor({ timeout: 20_000 })
    await leaveDigest(page)
    await accessTab(page)
    await page.locator('main').getByLabel('姓名').fill(admin)
    await typePinTwice(page.locator('main'), '1234')
    await page.keyboard.press('Enter')
    await takeRecoveryCode(page)
    await leaveDigest(page)
    await button(page, '新增登录人').click()
    await modal(page).getByLabel('姓名').fill(viewer)
    await typePinTwice(modal(page), '3456')
    await page.keyboard.press('Enter')
    await takeRecoveryCode(page)
    await page.keyboard.press('Control+l')
    await lockCover(page).getByRole('button', { name: '换人登录' }).click()
    await signIn(page, viewer, '3456')
    await page.getByRole('button', { name: `本机登录人 ${viewer}` }).waitFor()
    await leaveDigest(page)
    const offered: string[] = []
    const note = async (place: Locator, where: string): Promise<void> => {
      const words = await place.getByRole('button').filter({ hasText: writing, visible: true }).allTextContents()
      if (words.length > 0) offered.push(`${where}: ${[...new Set(words)].join(' ')}`)
    }
    for (const key of [
      'Alt+1',
      'Alt+2',
      'Alt+3',
      'Alt+4',
      'Alt+5',
      'Alt+6',
      'Alt+7',
      'Alt+8',
      'Alt+9',
      'Alt+0',
      'Alt+s',
    ]) {
      await goTo(page, key)
      await page.locator('main h1').waitFor()
      await page.waitForTimeout(400)
      const tabs = await page.locator('main header').getByRole('tab').allTextContents()
      for (const tab of tabs.length === 0 ? [undefined] : tabs) {
        await goTo(page, key, tab)
        await page.waitForTimeout(300)
        const where = `${key} ${tab ?? ''}`
        await note(page.locator('main'), where)
        const row = page.locator('main tbody tr[data-row-key][tabindex="0"]').first()
        if ((await row.count()) === 0) continue
        await row.click()
        await page.waitForTimeout(500)
        if ((await page.locator('.ant-drawer-open').count()) === 0) continue
        await note(drawer(page), `${where} 抽屉`)
        for (const part of await drawer(page).getByRole('tab').all()) {
          await part.click()
          await note(drawer(page), `${where} 抽屉 ${(await part.textContent()) ?? ''}`)
        }
      }
    }
    expect(offered).toEqual([])
  } finally {
    await app.close()
    removeDataFolder(folder)
  }
})
