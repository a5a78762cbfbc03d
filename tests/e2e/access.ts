import type { Locator, Page } from '@playwright/test'
import { goTo } from './forms'

/** Words of buttons that write or open a form that writes. */
export const writing = /新增|保存|删除|导入|粘贴|登记|表格编辑|撤销|新建|修改|添加|^改$|^写/

export const accessTab = (page: Page): Promise<void> => goTo(page, 'Alt+s', '登录与权限')
export const lockCover = (page: Page): Locator => page.getByRole('dialog', { name: '已锁定' })

/** The form that asks for a PIN, on the page or on the lock. */
export function pinForm(page: Page, label: '登录' | '解锁'): Locator {
  return page.getByRole('form', { name: label, exact: true })
}

/** Chooses a name where one is asked for, types the PIN and presses Enter. */
export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  const form = pinForm(page, '登录')
  await form.getByLabel('姓名').fill(name)
  await form.getByLabel('口令').fill(pin)
  await page.keyboard.press('Enter')
}

export async function unlock(page: Page, pin: string): Promise<void> {
  await pinForm(page, '解锁').getByLabel('口令').fill(pin)
  await page.keyboard.press('Enter')
}

/** A PIN that is typed twice in the dialog or page that is open. */
export async function typePinTwice(place: Page | Locator, pin: string, label = '口令'): Promise<void> {
  await place.getByLabel(label, { exact: true }).fill(pin)
  await place.getByLabel(`再输一遍${label}`, { exact: true }).fill(pin)
}

/** The recovery code that is shown just now; its dialog is closed. */
export async function takeRecoveryCode(page: Page): Promise<string> {
  const code = page.getByTestId('access-recovery-code')
  const text = (await code.textContent()) ?? ''
  await page.getByRole('button', { name: '已保管好' }).click()
  await code.waitFor({ state: 'hidden' })
  return text
}
