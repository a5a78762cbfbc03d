import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { button, goTo } from './forms'
import { launch, makeDataFolder, removeDataFolder, runCommand, type Launched } from './launch'
import { pagesOf, picture, printed, withoutPrinter, writeWorkbook } from './rectification'

// Source: issue 4, the ledger on A4 landscape: 200 findings, the head on every page, no row cut in two.
const asOf = '2022-06-22'
const count = 200

/** Unit: 分. Uneven, so that a sum in floating point would show. */
const amountOf = (number: number): bigint => BigInt(number) * 1_234_500n + BigInt(number % 7)
const sum = Array.from({ length: count }, (_, index) => amountOf(index + 1)).reduce((left, right) => left + right, 0n)

/** 万元 with the 分 that they have, as the window writes them. */
function tenThousands(amount: bigint): string {
  const places = String(amount % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/u, '')
  return `${(amount / 1_000_000n).toLocaleString('en-US')}${places === '' ? '' : `.${places}`}`
}

const three = (number: number): string => String(number).padStart(3, '0')
/** Several lines of a narrow column between two marks that no line break parts. */
const titleOf = (number: number): string =>
  `B${three(number)} 未按规定时限上缴非税收入${'，往来款项长期挂账未作清理'.repeat(number % 7)} E${three(number)}`

let data: string
let window: Launched

test.beforeAll(async () => {
  data = makeDataFolder()
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  const file = path.join(data, '审计整改台账.xlsx')
  writeWorkbook(file, [
    [
      '审计项目',
      '审计报告文号',
      '审计层级',
      '问题编号',
      '问题摘要',
      '问题金额（万元）',
      '整改责任领导',
      '责任部门',
      '整改时限',
      '整改状态',
    ],
    ...Array.from({ length: count }, (_, index) => {
      const number = index + 1
      const about = ['2021年预算执行审计', '审报〔2021〕1号', '区审计局', String(number), titleOf(number)]
      const state = number % 4 === 0 ? '整改中' : '已整改'
      return [...about, tenThousands(amountOf(number)), '分管领导01', '财务科', '2022-08-31', state]
    }),
  ])
  runCommand(data, asOf, 'import', file)
  window = await launch({ data, asOf })
})

test.afterAll(async () => {
  await window.app.close().catch(() => undefined)
  removeDataFolder(data)
})

test('200 findings: pages of A4 landscape, the head on each, every row whole, totals that add up', async () => {
  const { page } = window
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 20_000 })
  await goTo(page, 'Alt+7', '清单')
  await expect(page.getByText(`当前筛选${count}个，全部${count}个`)).toBeVisible()
  await picture(window, 'print-list')
  await withoutPrinter(page)
  await button(page, '打印').click()

  const sheet = page.locator('.rect-print')
  await expect(sheet.locator('tbody tr')).toHaveCount(count + 1)
  const total = sheet.locator('tbody tr').last().locator('td')
  await expect(total.nth(0)).toHaveText('合计200个，已完成150个，未完成50个')
  await expect(total.nth(1)).toHaveText(tenThousands(sum))
  const labels = await sheet.locator('thead th').allTextContents()
  // A font may draw the radical that looks like a letter in its place.
  const head = new RegExp([...labels.join('')].map((letter) => `[${letter}\\u2E80-\\u2EFF]`).join(''), 'u')

  const pdf = await printed(window)
  writeFileSync(path.resolve('test-results/rectification/ledger.pdf'), pdf)
  const pages = pagesOf(pdf)
  expect(pages.length).toBeGreaterThan(5)
  const numbers = pages.flatMap(({ width, height, text }) => {
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
    expect(text).toMatch(head)
    const begun = [...text.matchAll(/B(\d{3})/gu)].map(([, number]) => Number(number))
    const ended = [...text.matchAll(/E(\d{3})/gu)].map(([, number]) => Number(number))
    expect(ended).toEqual(begun)
    return begun
  })
  expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  expect(pages.at(-1)?.text).toContain('200个')
  expect(pages.at(-1)?.text).toContain(tenThousands(sum))
})
