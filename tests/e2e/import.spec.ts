import { expect, test, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'

const messy = path.resolve('tests/fixtures/bad/messy-assignment.xlsx')
const asOf = '2022-06-22'

let data: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close().catch(() => undefined)
  removeDataFolder(data)
})

/** What the database holds, byte by byte, with what has not been merged into it yet. */
function ledgerDigest(): string {
  const hash = createHash('sha256')
  for (const name of ['ledger.db', 'ledger.db-wal']) {
    const file = path.join(data, name)
    if (existsSync(file)) hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Drags a file over the window and lets it go, with the events that a desktop sends. */
async function dropFile(page: Page, file: string): Promise<void> {
  const content = readFileSync(file).toString('base64')
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], name))
      return dataTransfer
    },
    { name: path.basename(file), text: content },
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer })
}

/** The number on a counter of the preview. */
function counter(page: Page, word: string, count: number) {
  return page.getByRole('group', { name: '按结果筛选' }).getByRole('button', { name: `${word}${count}`, exact: true })
}

/** The numbers of the assignments that the store holds, as the command line reads them. */
function codesOf(folder: string): readonly string[] {
  const rows = JSON.parse(runCommand(folder, asOf, 'assignments', '--json')) as readonly { readonly code: string }[]
  return rows.map(({ code }) => code)
}

const preview = (page: Page) => page.getByRole('dialog', { name: '导入预览' })

test('closing the preview changes nothing', async () => {
  const { page } = window
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 20_000 })
  const before = ledgerDigest()
  await dropFile(page, messy)
  await expect(counter(page, '需处理', 2)).toBeVisible()
  await preview(page).getByRole('button', { name: '关闭', exact: true }).click()
  await expect(preview(page)).toBeHidden()
  expect(ledgerDigest()).toBe(before)
})

test('a dropped table with bad rows is mended in place and confirmed', async () => {
  const { page } = window
  await dropFile(page, messy)
  const overlay = preview(page)

  await test.step('what the file is and how it was read', async () => {
    await expect(overlay.getByText('messy-assignment.xlsx')).toBeVisible()
    await expect(overlay.getByText('表头在第5–6行')).toBeVisible()
    await expect(overlay.getByRole('status').first()).toContainText('有2行需要处理')
    await expect(counter(page, '新增', 14)).toBeVisible()
    await expect(overlay.getByRole('button', { name: '确认导入', exact: true })).toBeDisabled()
    await expect(overlay.getByRole('button', { name: '先导入正确的14行' })).toBeEnabled()
  })

  await test.step('the date of row 15', async () => {
    await counter(page, '需处理', 2).click()
    await expect(overlay.getByText('第15行 · 完成时限')).toBeVisible()
    await expect(overlay.getByText('第18行 · 任务编号')).toBeVisible()
    const date = overlay.getByLabel('改正第15行“完成时限”')
    await date.fill('２０２２年２月２８日')
    await date.press('Enter')
    await expect(counter(page, '需处理', 1)).toBeVisible()
  })

  await test.step('the repeated number of row 18 has the focus next', async () => {
    const code = overlay.getByLabel('改正第18行“任务编号”')
    await expect(code).toBeFocused()
    await code.fill('YS-99')
    await code.press('Enter')
    await expect(counter(page, '需处理', 0)).toBeVisible()
    await expect(counter(page, '新增', 16)).toBeVisible()
  })

  await test.step('confirmed with the keyboard', async () => {
    const confirm = overlay.getByRole('button', { name: '确认导入', exact: true })
    await expect(confirm).toBeFocused()
    await confirm.press('Enter')
    await expect(page.getByRole('heading', { name: '已导入16条。' })).toBeVisible()
  })

  await test.step('the rows are there', async () => {
    await page.getByRole('button', { name: '查看', exact: true }).click()
    await expect(page.getByRole('heading', { name: '任务' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: '制定年度培训计划并组织培训' })).toContainText('2022年2月28日')
    await expect(page.getByText('共16项')).toBeVisible()
  })
})

test('the same file again is unchanged but for the mended rows, and Esc closes it', async () => {
  const { page } = window
  await dropFile(page, messy)
  await expect(counter(page, '不变', 14)).toBeVisible()
  await expect(counter(page, '新增', 0)).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(preview(page)).toBeHidden()
})

test('a file that is no table ends in a sentence', async () => {
  const { page } = window
  await dropFile(page, path.resolve('tests/fixtures/bad/page-saved-as.xls'))
  await expect(preview(page).getByRole('alert')).toContainText('这个文件其实是网页，不是表格')
  await preview(page).getByRole('button', { name: '关闭', exact: true }).click()
})

test('the import is taken back after a restart', async () => {
  await window.app.close()
  expect(codesOf(data)).toHaveLength(16)
  expect(codesOf(data)).toContain('YS-99')
  window = await launch({ data, asOf })
  const { page } = window
  await page.getByRole('button', { name: '报表与上报' }).click()
  await page.getByRole('tab', { name: '导入批次' }).click()
  const batch = page.getByRole('row').filter({ hasText: 'messy-assignment.xlsx' })
  await batch.getByRole('button', { name: '撤销本次导入' }).click()
  await expect(page.getByText('已撤销本次导入')).toBeVisible()
  await expect(batch).toBeHidden()
  await window.app.close()
  expect(codesOf(data)).toEqual([])
})
