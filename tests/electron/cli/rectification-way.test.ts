import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbookFile } from '../../../electron/tables/read-workbook'
import type { Statistics, StatisticsGroup } from '../../../shared/rectification/statistics-contract'
import { aCliFolder, aFolder, aService, fixture, runJson, valueOf } from '../../builders'
import { documentText } from '../rectification/document-text'
import { exported, opened } from '../rectification/ledger-files'

const files = ['audit-2017-2021', 'inspection-2021', 'county-inspection-2021'] as const

type Groups = readonly StatisticsGroup[]

function groupsOf(folder: string, ...args: readonly string[]): Groups {
  const asked = ['rectification', 'stats', '--as-of', '2022-09-30', ...args]
  return runJson<Pick<Statistics, 'groups'>>(folder, asked).json.groups
}

const ratesOf = (groups: Groups) => groups.map(({ label, fraction, rate }) => `${label} ${fraction} ${rate}`)

/** Sources of the fixtures with their figures. Source: domain §7 G01–G11. */
const bySource: Readonly<Record<string, readonly string[]>> = {
  'halfUp 0': ['90%', '77%', '91%', '100%'],
  'halfUp 1': ['90.5%', '77%', '90.8%', '100%'],
  'halfUp 2': ['90.48%', '77.03%', '90.78%', '100%'],
  'truncate 0': ['90%', '77%', '90%', '100%'],
  'truncate 1': ['90.4%', '77%', '90.7%', '100%'],
  'truncate 2': ['90.47%', '77.03%', '90.78%', '100%'],
}

async function sheetTexts(file: string): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const { sheets } = valueOf(await readWorkbookFile(file))
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map((cell) => cell?.text ?? ''))]))
}

test('fixtures → statistics → ledgers → back unchanged → 2022Q3: the same figures in every place (product F9, J9)', async () => {
  const folder = aCliFolder()
  for (const file of files) expect(runJson(folder, ['import', fixture(`rectification/${file}.xlsx`)]).status).toBe(0)

  for (const [choice, rates] of Object.entries(bySource)) {
    const [rounding = '', decimals = ''] = choice.split(' ')
    const groups = groupsOf(folder, '--by', 'source', '--rounding', rounding, '--decimals', decimals)
    expect([choice, groups.map(({ rate }) => rate)]).toEqual([choice, rates])
  }
  expect(ratesOf(groupsOf(folder, '--by', 'year')).slice(0, 3)).toEqual([
    '市审计局 2021 95/105 90.5%',
    '区审计局 2017—2020 288/308 93.5%',
    '区审计局 2021 138/245 56.3%',
  ])
  const kinds = groupsOf(folder, '--by', 'kind')
  expect(ratesOf(kinds)).toEqual([
    '具体问题 49/49 100%',
    '举一反三 56/59 94.9%',
    '推动改革促进发展 30/40 75%',
    '意见建议 11/11 100%',
    '立行立改 1/1 100%',
    '审计问题 521/658 79.2%',
  ])

  const service = await aService({ folder, asOf: '2022-10-08' })
  for (const [form, count] of [
    ['audit', 658],
    ['inspection', 160],
  ] as const) {
    const { bytes, exported: written } = await exported(service, form)
    const { tables } = await opened(service, bytes)
    const { read, unchanged, added, updated, rejected } = tables[0]?.counts ?? {}
    expect([form, written, read, unchanged, added, updated, rejected]).toEqual([form, count, count, count, 0, 0, 0])
  }
  service.close()

  const out = aFolder()
  const asked = ['summary', '--period', '2022Q3', '--out', out, '--formats', 'xlsx,docx', '--as-of', '2022-10-08']
  expect(runJson(folder, asked).status).toBe(0)
  const fileOf = (ending: string) => path.join(out, readdirSync(out).find((name) => name.endsWith(ending)) ?? '')
  const text = (await documentText(fileOf('.docx'))).join('\n')
  for (const { label, total, rate, fraction } of [...groupsOf(folder, '--by', 'source'), ...kinds]) {
    expect(text).toContain(`${label}${total}个`)
    expect(text).toContain(`${rate}，${fraction}`)
  }
  const rows = (await sheetTexts(fileOf('.xlsx'))).get('整改') ?? []
  for (const { label, rate, fraction } of groupsOf(folder, '--by', 'program')) {
    const row = rows.find((cells) => cells.includes(label) && cells.includes(fraction))
    expect([label, row?.includes(rate.replace('%', ''))]).toEqual([label, true])
  }
}, 180_000)
