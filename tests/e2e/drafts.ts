import { expect, type Page } from '@playwright/test'
import { goTo, modal } from './forms'

/** A page that has drawn the home page; the day's digest is put away. */
export async function drawn(page: Page): Promise<Page> {
  await page.getByRole('navigation').waitFor()
  const digest = page.getByRole('dialog', { name: '今日提醒' })
  await digest.waitFor({ timeout: 1000 }).catch(() => undefined)
  if (await digest.isVisible()) await page.keyboard.press('Escape')
  return page
}

/** Begins a lead and leaves it unsaved. */
export async function typeDraft(page: Page, text: string): Promise<void> {
  await goTo(page, 'Alt+3')
  await page.keyboard.press('Control+n')
  await modal(page).getByLabel('联系方式').fill(text)
}

export async function expectDraft(page: Page, text: string): Promise<void> {
  await goTo(page, 'Alt+3')
  await page.keyboard.press('Control+n')
  await expect(modal(page).getByLabel('联系方式')).toHaveValue(text)
}
