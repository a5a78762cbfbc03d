import { expect, test } from '@playwright/test'
import path from 'node:path'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { picture, writeWorkbook } from './rectification'

// Source: domain §8 C, the office's own words of 整改状态.
const asOf = '2022-10-20'

let data: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '示例审计局', '--category', '2', '--year', '2022')
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close().catch(() => undefined)
  removeDataFolder(data)
})

test('an unknown word of 整改状态 is asked for once; all rows with it are read so', async () => {
  const { page } = window
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 20_000 })
  const head = ['序号', '审计项目', '审计层级', '年度', '问题摘要', '牵头部门', '整改状态']
  const row = (number: number, status: string) => [
    number,
    '2021年预算执行审计',
    '区审计局',
    '2021',
    `问题摘要${number}`,
    '财政审计科',
    status,
  ]
  const words = ['销项完结', '销项完结', '整改中', '着手办理', '销项完结']
  const file = path.join(data, '台账.xlsx')
  writeWorkbook(file, [head, ...words.map((word, index) => row(index + 1, word))])
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await (await chooser).setFiles(file)
  const preview = page.getByRole('dialog', { name: '导入预览' })
  const asked = preview.getByRole('region', { name: '整改状态的用词' })
  await expect(asked.getByRole('listitem')).toHaveCount(2)
  await expect(asked).toContainText('“销项完结”（3行）算作：')
  await expect(asked).toContainText('“着手办理”（1行）算作：')
  await picture(window, 'unknown-words')
  await asked.getByRole('listitem').filter({ hasText: '销项完结' }).getByRole('button', { name: '按此读取' }).click()
  await expect(asked.getByRole('listitem')).toHaveCount(1)
  await asked.getByLabel('“着手办理”算作').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('整改中', { exact: true }).click()
  await asked.getByRole('button', { name: '按此读取' }).click()
  await expect(asked).toHaveCount(0)
  await preview.getByRole('button', { name: '确认导入', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已导入5条。' })).toBeVisible()
  // The ledger is open in one program at a time.
  await window.app.close()
  expect(runCommand(data, asOf, 'rectification', 'stats')).toContain('3/5')
})
