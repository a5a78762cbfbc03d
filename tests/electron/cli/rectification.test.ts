import { describe, expect, test } from 'vitest'
import type { Statistics, StatisticsGroup } from '../../../shared/rectification/statistics-contract'
import { aCliFolder, day, fixture, reopened, runCli, runJson, writing } from '../../builders'
import { aProgram, findingsOf } from '../../shared/rectification/statistics-builders'
import { keepFindings } from '../rectification/keep-findings'

type Stats = Pick<Statistics, 'asOf' | 'groups' | 'total' | 'structure' | 'due' | 'warnings'>

const stats = (folder: string, ...args: readonly string[]) =>
  runJson<Stats>(folder, ['rectification', 'stats', ...args])

function figures(groups: readonly StatisticsGroup[]) {
  return groups.map(({ key, fraction, rate }) => [key, fraction, rate])
}

/** The audits of 2017 to 2021: two offices, two verbs. Source: domain §7 G09–G12. */
async function anAuditFolder(): Promise<string> {
  const folder = aCliFolder()
  const store = await reopened(folder)
  const city = aProgram({ source: 'municipalAudit', originYears: '2021' })
  const before = aProgram({ source: 'districtAudit', originYears: '2017—2020' })
  const district = aProgram({ source: 'districtAudit', originYears: '2021' })
  writing(store, (db) =>
    keepFindings(
      db,
      [city, before, district],
      [
        ...findingsOf(city, { done: 95, inProgress: 10 }, { kind: 'audit', dueOn: day('2022-09-30') }),
        ...findingsOf(before, { promoted: 288, inProgress: 20 }, { kind: 'audit' }),
        ...findingsOf(district, { promoted: 138, inProgress: 107 }, { kind: 'audit' }),
      ],
    ),
  )
  store.close()
  return folder
}

describe('rectification stats', () => {
  test('by year: 90.5%, 93.5%, 56.3% and open 10/20/107 (product F9); formula names the verb', async () => {
    const { status, json, stderr } = stats(await anAuditFolder(), '--by', 'year', '--as-of', '2022-08-16')
    expect(status).toBe(0)
    expect(json.asOf).toBe('2022-08-16')
    expect(json.groups.map(({ key, rate, fraction, formula, open }) => [key, rate, fraction, formula, open])).toEqual([
      ['市审计局 2021', '90.5%', '95/105', '95÷105×100＝90.5%（已整改÷应整改）', 10],
      ['区审计局 2017—2020', '93.5%', '288/308', '288÷308×100＝93.5%（已推动整改÷应整改）', 20],
      ['区审计局 2021', '56.3%', '138/245', '138÷245×100＝56.3%（已推动整改÷应整改）', 107],
    ])
    expect(json.groups[1]).toMatchObject({ total: 308, done: 0, promoted: 288, inProgress: 20, isMixed: false })
    expect(json.total).toMatchObject({ total: 658, rate: '79.2%', fraction: '521/658', isMixed: true })
    expect(json.structure).toMatchObject({ findings: 658, measures: 0 })
    expect(json.warnings[0]).toContain('口径不同')
    expect(stderr).toContain('口径不同')
  })

  test.each([
    [['--rounding', 'truncate'], '90.4%'],
    [['--decimals', '0'], '90%'],
    [['--decimals', '2'], '90.48%'],
    [['--rounding', 'truncate', '--decimals', '2'], '90.47%'],
    [['--rounding', 'halfUp', '--decimals', '1'], '90.5%'],
  ])('%j', async (args, rate) => {
    expect(stats(await anAuditFolder(), '--by', 'year', ...args).json.groups[0]?.rate).toBe(rate)
  })

  test('what is overdue and due obeys --as-of', async () => {
    const folder = await anAuditFolder()
    expect(stats(folder, '--as-of', '2022-09-29').json.due.total).toBe(0)
    const later = stats(folder, '--as-of', '2022-10-01').json
    expect([later.due.fraction, later.total.overdue]).toEqual(['95/105', 10])
  })

  test('for people: a table with rate, fraction and formula', async () => {
    const folder = await anAuditFolder()
    const { status, stdout } = runCli(['rectification', 'stats', '--by', 'source', '--data', folder])
    expect(status).toBe(0)
    const lines = stdout.split('\n')
    expect(lines[0]).toMatch(/^整改统计（按来源），截至\d{4}-\d{2}-\d{2}$/u)
    expect(lines[1]?.split('\t')).toHaveLength(13)
    expect(lines[2]).toBe('市审计局\t105\t95\t0\t0\t0\t10\t0\t0\t10\t90.5%\t95/105\t95÷105×100＝90.5%（已整改÷应整改）')
    expect(lines[4]).toContain('合计\t658')
  })

  test('an empty ledger has no rate', () => {
    const { status, json } = stats(aCliFolder())
    expect([status, json.groups, json.total.rate, json.total.formula]).toEqual([0, [], '—', '—'])
  })

  test.each([
    [['rectification']],
    [['rectification', 'shake']],
    [['rectification', 'stats', 'more']],
    [['rectification', 'stats', '--by', 'weather']],
    [['rectification', 'stats', '--rounding', 'bankers']],
    [['rectification', 'stats', '--decimals', '3']],
    [['rectification', 'stats', '--decimals', '1.0']],
    [['rectification', 'stats', '--decimals', '']],
    [['rectification', 'stats', '--by']],
  ])('%j is wrong usage', (args) => {
    const { status, stdout, stderr } = runCli([...args, '--data', aCliFolder(), '--json'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
  })
})

describe('rectification/ (fixtures README)', () => {
  const imported = (...files: readonly string[]): string => {
    const folder = aCliFolder()
    for (const file of files) {
      const { status, json, stderr } = runJson(folder, [
        'import',
        fixture(`rectification/${file}`),
        '--kind',
        'findings',
      ])
      if (status !== 0) throw new Error(stderr + JSON.stringify(json))
    }
    return folder
  }

  test.each(['halfUp', 'truncate'])('inspection-2021.xlsx, %s', (rounding) => {
    const { json } = stats(imported('inspection-2021.xlsx'), '--rounding', rounding)
    expect(figures(json.groups)).toEqual([
      ['specific', '30/30', '100%'],
      ['byAnalogy', '56/59', '94.9%'],
      ['reform', '30/40', '75%'],
      ['recommendation', '11/11', '100%'],
      ['immediateHandover', '1/1', '100%'],
    ])
    expect(json.groups[1]).toMatchObject({ total: 59, done: 56, basicallyDone: 3 })
    expect(json.groups[2]).toMatchObject({ total: 40, done: 30, phasedDone: 8, basicallyDone: 1, notDone: 1 })
    expect(json.structure).toMatchObject({ aspects: 4, keyIssues: 13, findings: 141, measures: 231 })
  })

  test('county-inspection-2021.xlsx: 3 / 10 / 19 / 24', () => {
    const { json } = stats(imported('county-inspection-2021.xlsx'))
    expect(json.structure).toMatchObject({ aspects: 3, keyIssues: 10, findings: 19, measures: 24 })
    expect(figures(json.groups)).toEqual([['specific', '19/19', '100%']])
  })

  test.each([
    ['halfUp', ['90.5%', '93.5%', '56.3%'], '79.2%'],
    ['truncate', ['90.4%', '93.5%', '56.3%'], '79.1%'],
  ])('audit-2017-2021.xlsx, %s: 658 findings, the two verbs apart', (rounding, rates, all) => {
    const { json } = stats(imported('audit-2017-2021.xlsx'), '--by', 'year', '--rounding', rounding)
    expect(figures(json.groups)).toEqual([
      ['市审计局 2021', '95/105', rates[0]],
      ['区审计局 2017—2020', '288/308', rates[1]],
      ['区审计局 2021', '138/245', rates[2]],
    ])
    expect(json.total).toMatchObject({ total: 658, done: 95, promoted: 426, rate: all, isMixed: true })
  })
})
