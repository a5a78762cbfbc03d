// The installed program used through its window, by Playwright on a build that leaves its inspector reachable.
import { _electron } from '@playwright/test'
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'

const WAIT = 60_000

/** Opens the installed program as the person; the morning's digest is closed whenever it stands in the way. */
export async function openInstalled(person, program, args = []) {
  const app = await _electron.launch({ executablePath: person.starter(program), args, timeout: WAIT })
  const page = await app.firstWindow({ timeout: WAIT })
  page.setDefaultTimeout(WAIT)
  await page.addLocatorHandler(page.getByRole('dialog', { name: '今日提醒' }), () => page.keyboard.press('Escape'))
  await page.getByRole('navigation').waitFor()
  return { app, page }
}

/** Imports a workbook, records a lead, exports the ledger: what a clerk does on the first day. */
export async function useWindow({ app, page }, { workbook, folder }) {
  await page.getByTestId('import-file').setInputFiles(workbook)
  const preview = page.getByRole('dialog', { name: '导入预览' })
  await preview.getByRole('button', { name: '确认导入', exact: true }).click()
  await page.getByRole('heading', { name: /^已导入\d+条/ }).waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Control+n')
  const entry = page.getByRole('dialog', { name: '新增线索' })
  await entry.getByLabel('企业（投资方）').fill('安装试用有限公司')
  await entry.getByLabel('一句话').fill('试用录入')
  await entry.getByLabel('提供人').fill('招商组组员')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').filter({ hasText: '下一步' }).waitFor()
  await page.keyboard.press('Escape')

  await answerDialogs(app, folder)
  await page.keyboard.press('Alt+0')
  await page.getByRole('tab', { name: '台账导出' }).click()
  await page.getByRole('button', { name: /^导出/ }).first().click()
  await page.getByText(/已导出\d+条/).waitFor()
  const exported = readdirSync(folder).filter((name) => name.endsWith('.xlsx'))
  assert.equal(exported.length, 1, 'the exported ledger')
  return exported[0]
}

/** The desktop's own dialog is answered for the person. */
async function answerDialogs(app, chosen) {
  await app.evaluate(({ dialog, shell }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    shell.showItemInFolder = (shown) => void Object.assign(globalThis, { shown })
  }, chosen)
}

/** Opens an update package and prepares it; gives the installer that the program then shows. */
export async function prepareUpdate({ app, page }, update) {
  await answerDialogs(app, update)
  await page.keyboard.press('Alt+s')
  await page.locator('main header').getByRole('tab', { name: '更新', exact: true }).click()
  await page.getByRole('button', { name: '选择更新包…' }).click()
  await page.getByRole('button', { name: '备份并准备更新' }).click()
  // The export before offers its folder in the same words.
  await page
    .getByRole('region', { name: /版已准备好$/ })
    .getByRole('button', { name: '打开所在文件夹' })
    .click()
  const shown = await app.evaluate(async () => {
    const isThere = () => String(globalThis.shown).endsWith('.deb')
    for (let tries = 0; tries < 300 && !isThere(); tries += 1) await new Promise((go) => setTimeout(go, 100))
    return String(globalThis.shown)
  })
  assert.equal(path.extname(shown), '.deb', 'the installer in its folder')
  return shown
}

/** What 关于 says of this build, to be read out on the phone. */
export async function aboutText({ page }) {
  await page.keyboard.press('Alt+s')
  await page.locator('main header').getByRole('tab', { name: '关于', exact: true }).click()
  return page.locator('main dl').first().innerText()
}
