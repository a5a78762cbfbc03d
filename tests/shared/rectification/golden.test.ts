import { describe, expect, test } from 'vitest'
import { parseDecimal, decimalText, type Decimal } from '../../../shared/core/decimal'
import { divPoints, points, rateOf, roundPoints, subPoints, mulPoints, type Points } from '../../../shared/core/points'
import { sumCheck } from '../../../shared/core/sum-check'
import { rateTextOf } from '../../../shared/rectification/counting'
import { publishedIssues } from '../../../shared/rectification/published-check'
import type { FindingRecord, FindingStatus, ProgramRecord } from '../../../shared/rectification/record'
import { groupOf, statisticsOf } from '../../../shared/rectification/statistics'
import type { RateChoice } from '../../../shared/rectification/statistics-contract'
import { countedOf } from '../../../shared/rectification/counted'
import { textAgainstLedger } from '../../../shared/rectification/text-ledger-check'
import { formulaText } from '../../../shared/terms/rectification-statistics'
import { day } from '../../builders'
import { aFinding, aProgram, factsOf, findingsOf } from './statistics-builders'

const halfUp: RateChoice = { mode: 'halfUp', decimals: 1 }
const truncate: RateChoice = { mode: 'truncate', decimals: 1 }
const asOf = day('2022-08-16')

function groupFor(programs: readonly ProgramRecord[], findings: readonly FindingRecord[], rate = halfUp) {
  const byId = new Map(programs.map((program) => [program.id, program]))
  return groupOf({ key: 'all', label: '合计' }, countedOf(findings, byId, asOf), rate)
}

function decimal(text: string): Decimal {
  const value = parseDecimal(text)
  if (!value) throw new Error(`no decimal: ${text}`)
  return value
}

function share(done: string, total: string): Points {
  const value = divPoints(mulPoints(points(done), points(100)), points(total))
  if (!value) throw new Error('no base')
  return value
}

type Row = readonly [
  name: string,
  counts: Readonly<Partial<Record<FindingStatus, number>>>,
  expected: { readonly halfUp: string; readonly truncate: string; readonly fraction: string; readonly formula: string },
]

/** Source: domain §7. Rows about findings go from single findings through the statistics. */
const rows: readonly Row[] = [
  [
    'G01 具体问题 30/30',
    { done: 30 },
    { halfUp: '100%', truncate: '100%', fraction: '30/30', formula: '30÷30×100＝100%（已整改÷应整改）' },
  ],
  [
    'G02 举一反三 59 = 56 + 3 基本完成',
    { done: 56, basicallyDone: 3 },
    { halfUp: '94.9%', truncate: '94.9%', fraction: '56/59', formula: '56÷59×100＝94.9%（已整改÷应整改）' },
  ],
  [
    'G03 推动改革 40 = 30 + 8 + 1 + 1',
    { done: 30, phasedDone: 8, basicallyDone: 1, notDone: 1 },
    { halfUp: '75%', truncate: '75%', fraction: '30/40', formula: '30÷40×100＝75%（已整改÷应整改）' },
  ],
  [
    'G06 立行立改 1/1',
    { done: 1 },
    { halfUp: '100%', truncate: '100%', fraction: '1/1', formula: '1÷1×100＝100%（已整改÷应整改）' },
  ],
  [
    'G07 审计未到位 23 = 15 + 8',
    { done: 15, basicallyDone: 8 },
    { halfUp: '65.2%', truncate: '65.2%', fraction: '15/23', formula: '15÷23×100＝65.2%（已整改÷应整改）' },
  ],
  [
    'G08 历次整改 30 = 18 + 12',
    { done: 18, inProgress: 12 },
    { halfUp: '60%', truncate: '60%', fraction: '18/30', formula: '18÷30×100＝60%（已整改÷应整改）' },
  ],
  [
    'G09 市审计局 2021: 105/95',
    { done: 95, inProgress: 10 },
    { halfUp: '90.5%', truncate: '90.4%', fraction: '95/105', formula: '95÷105×100＝90.5%（已整改÷应整改）' },
  ],
  [
    'G10 区审计局 2017—2020: 308/288',
    { promoted: 288, inProgress: 20 },
    { halfUp: '93.5%', truncate: '93.5%', fraction: '288/308', formula: '288÷308×100＝93.5%（已推动整改÷应整改）' },
  ],
  [
    'G11 区审计局 2021: 245/138',
    { promoted: 138, inProgress: 107 },
    { halfUp: '56.3%', truncate: '56.3%', fraction: '138/245', formula: '138÷245×100＝56.3%（已推动整改÷应整改）' },
  ],
]

describe('golden rows about findings', () => {
  test.each(rows)('%s', (_name, counts, expected) => {
    const program = aProgram()
    const findings = findingsOf(program, counts)
    const group = groupFor([program], findings)
    expect([group.rate, group.fraction, group.formula]).toEqual([expected.halfUp, expected.fraction, expected.formula])
    expect(groupFor([program], findings, truncate).rate).toBe(expected.truncate)
    expect(group).toMatchObject({ total: findings.length, isMixed: false, ...counts })
  })

  test('G04 outstanding: 1 未完成, 3 + 1 基本完成, 8 阶段性完成 over both lists', () => {
    const program = aProgram()
    const findings = [
      ...findingsOf(program, { done: 56, basicallyDone: 3 }, { kind: 'byAnalogy' }),
      ...findingsOf(program, { done: 30, phasedDone: 8, basicallyDone: 1, notDone: 1 }, { kind: 'reform' }),
    ]
    expect(groupFor([program], findings)).toMatchObject({ notDone: 1, basicallyDone: 4, phasedDone: 8, open: 13 })
  })

  test('G05 structure: 4 方面, 13 重点, 30 具体, 36 表现, 11 意见, 231 措施', () => {
    const program = aProgram()
    const place = (index: number) => ({ aspect: `方面${index % 4}`, keyIssue: `重点${index % 13}` })
    const findings = [
      ...Array.from({ length: 30 }, (_, index) => aFinding(program, { ...place(index), status: 'done' })),
      ...findingsOf(program, { done: 11 }, { kind: 'recommendation' }),
    ]
    const facts = factsOf([program], findings, { manifestations: 36, measures: 231 })
    const statistics = statisticsOf(facts, { by: 'kind', rate: halfUp, asOf })
    expect(statistics.structure).toEqual({
      aspects: 4,
      keyIssues: 13,
      findings: 41,
      manifestations: 36,
      measures: 231,
    })
    expect(statistics.groups.map(({ key, total }) => [key, total])).toEqual([
      ['specific', 30],
      ['recommendation', 11],
    ])
  })

  test('G12 三级合计 658/521 = 79.2%, with a warning that two verbs were added', () => {
    const city = aProgram({ source: 'municipalAudit', originYears: '2021' })
    const before = aProgram({ source: 'districtAudit', originYears: '2017—2020' })
    const district = aProgram({ source: 'districtAudit', originYears: '2021' })
    const findings = [
      ...findingsOf(city, { done: 95, inProgress: 10 }),
      ...findingsOf(before, { promoted: 288, inProgress: 20 }),
      ...findingsOf(district, { promoted: 138, inProgress: 107 }),
    ]
    const statistics = statisticsOf(factsOf([city, before, district], findings), { by: 'year', rate: halfUp, asOf })
    expect(statistics.groups.map(({ key, rate, open }) => [key, rate, open])).toEqual([
      ['市审计局 2021', '90.5%', 10],
      ['区审计局 2017—2020', '93.5%', 20],
      ['区审计局 2021', '56.3%', 107],
    ])
    expect(statistics.total).toMatchObject({
      total: 658,
      done: 95,
      promoted: 426,
      rate: '79.2%',
      fraction: '521/658',
      isMixed: true,
      formula: '521÷658×100＝79.2%（已整改、已推动整改合计÷应整改）',
    })
    expect(statistics.warnings[0]).toContain('“已整改”95项和“已推动整改”426项加在了一起（521/658＝79.2%）')
  })

  test('G17 3 大类, 10 方面, 19 具体问题, 24 措施; an item without children counts once', () => {
    const program = aProgram({ levelNames: { aspect: '大类', keyIssue: '方面' } })
    const counts = [2, 2, 4, 2, 2, 1, 2, 2, 1, 1]
    const findings = counts.flatMap((count, index) =>
      Array.from({ length: count }, () =>
        aFinding(program, { aspect: `大类${index < 4 ? 1 : index < 8 ? 2 : 3}`, keyIssue: `方面${index + 1}` }),
      ),
    )
    const facts = factsOf([program], findings, { measures: 24 })
    expect(statisticsOf(facts, { by: 'kind', rate: halfUp, asOf }).structure).toMatchObject({
      aspects: 3,
      keyIssues: 10,
      findings: 19,
      measures: 24,
    })
  })

  test('G24 68 = 48 done + 20 still within their period: 70.6% of all, 100% of due', () => {
    const program = aProgram()
    const findings = [
      ...findingsOf(program, { done: 48 }, { dueOn: day('2022-06-30') }),
      ...findingsOf(program, { inProgress: 20 }, { dueOn: day('2022-12-31') }),
    ]
    const { total, due } = statisticsOf(factsOf([program], findings), { by: 'kind', rate: halfUp, asOf })
    expect([total.rate, total.fraction]).toEqual(['70.6%', '48/68'])
    expect(due).toEqual({ total: 48, done: 48, rate: '100%', fraction: '48/48' })
  })

  test('G28 82 = 38 + 21 + 13 and 66%: counts and formula are printed, what cannot be made is told', () => {
    const program = aProgram({ source: 'districtAudit' })
    const findings = [
      ...findingsOf(program, { done: 38, inProgress: 21 }),
      ...findingsOf(program, { inProgress: 13 }, { state: 'referred' }),
      ...findingsOf(program, { notDone: 10 }),
    ]
    const group = groupFor([program], findings)
    expect(group).toMatchObject({ total: 82, done: 38, referred: 13, rate: '46.3%', fraction: '38/82' })
    expect(group.formula).toBe('38÷82×100＝46.3%（已整改÷应整改）')
    const issues = publishedIssues({ total: 82, done: 38, others: [21, 13], percent: '66%', quote: '整改率66%' })
    expect(issues.map(({ code }) => code)).toEqual(['notReproducible', 'notReproducible'])
    expect(issues[0]?.text).toContain('38＋21＋13＝72，与总数82不符，有10项没有去向')
    expect(issues[1]?.text).toContain('66%不能由文中数字算出')
  })
})

describe('golden rows about counts', () => {
  test.each<readonly [name: string, done: number, total: number, rate: RateChoice, printed: string]>([
    ['G13 违建 241 户, 210', 210, 241, halfUp, '87.1%'],
    ['G15 企业问题 146/155', 146, 155, { mode: 'halfUp', decimals: 2 }, '94.19%'],
    ['G15 145 would be 93.55%', 145, 155, { mode: 'halfUp', decimals: 2 }, '93.55%'],
    ['G15 147 would be 94.84%', 147, 155, { mode: 'halfUp', decimals: 2 }, '94.84%'],
    ['G16 干部 161/215 half up', 161, 215, halfUp, '74.9%'],
    ['G16 干部 155/215 half up', 155, 215, halfUp, '72.1%'],
    ['G16 161/215 truncated', 161, 215, truncate, '74.8%'],
    ['G16 155/215 truncated', 155, 215, truncate, '72%'],
    ['G18 开工 132/208', 208 - 76, 208, { mode: 'halfUp', decimals: 2 }, '63.46%'],
    ['G19 开工 46 of the 100 that passed', 46, 100, halfUp, '46%'],
    ['G19 not of the 102 examined', 46, 102, halfUp, '45.1%'],
    ['G20 同比 38 from 32', 38 - 32, 32, truncate, '18.7%'],
    ['G20 同比 48 from 37', 48 - 37, 37, truncate, '29.7%'],
    ['G20 同比 41 from 34', 41 - 34, 34, truncate, '20.5%'],
    ['G20 同比 34 from 31', 34 - 31, 31, truncate, '9.6%'],
    ['G20 half up would print 18.8%', 38 - 32, 32, halfUp, '18.8%'],
    ['G23 江西 1153/1263', 1153, 1263, { mode: 'halfUp', decimals: 2 }, '91.29%'],
    ['G25 审计署 31103/56673 truncated', 31_103, 56_673, truncate, '54.8%'],
    ['G25 half up would print 54.9%', 31_103, 56_673, halfUp, '54.9%'],
    ['G25 49768/75579', 49_768, 75_579, truncate, '65.8%'],
    ['G26 江门 206/255', 206, 255, halfUp, '80.8%'],
    ['no denominator', 0, 0, halfUp, '—'],
  ])('%s', (_name, done, denominator, rate, printed) => {
    expect(rateTextOf({ done, denominator }, rate).rate).toBe(printed)
  })

  test('no denominator: no formula either', () => {
    expect(formulaText({ done: 0, denominator: 0, rate: '—', verb: 'done' })).toBe('—')
  })

  test('G26 629.0/647.4 = 97.2%; percentage points come from the unrounded values: 13.8, not 13.9', () => {
    const format = { mode: 'halfUp', decimals: 1, trailingZeros: false } as const
    expect(rateOf(points('629.0'), points('647.4'), format)?.percent).toBe('97.2%')
    const ahead = subPoints(share('629.0', '647.4'), share('10', '12'))
    expect(roundPoints(ahead, 1, 'halfUp')).toBe('13.8')
  })
})

describe('golden sums', () => {
  test.each<readonly [name: string, total: string, parts: readonly string[], isSame: boolean, difference: string]>([
    ['G14 查摆 117 = 班子 13 + 个人 104', '117', ['13', '104'], true, '0'],
    ['G22 瑞金 50 = 40 + 10', '50', ['40', '10'], true, '0'],
    ['G22 251023.54 = 215587.84 + 35435.70', '251023.54', ['215587.84', '35435.70'], true, '0'],
    ['G25 159.8 = 93.6 + 22 + 44.2', '159.8', ['93.6', '22', '44.2'], true, '0'],
    ['G27 巴马 118 = 57 + 32 + 9 + 20', '118', ['57', '32', '9', '20'], true, '0'],
    ['G27 511.43 against 511.41: told, not refused', '511.43', ['270.14', '136.77', '10.72', '93.78'], false, '0.02'],
    ['one hundredth is rounding', '0.34', ['0.11', '0.22'], true, '0.01'],
    ['many parts round more', '10.03', Array.from({ length: 10 }, () => '1'), true, '0.03'],
    ['but not by one', '11', Array.from({ length: 10 }, () => '1'), false, '1'],
  ])('%s', (_name, total, parts, isSame, difference) => {
    const check = sumCheck(decimal(total), parts.map(decimal))
    expect([check.isSame, decimalText(check.difference)]).toEqual([isSame, difference])
  })

  test('G21 parts that need not add up are not taken for parts', () => {
    const program = aProgram()
    const findings = findingsOf(program, { done: 57 })
    const text = '征集建议257条，其中推荐206条、攻坚13条；落地57个项目，总投资200.5亿元。'
    expect(textAgainstLedger(text, findings, new Map([[program.id, program]]))).toEqual([])
  })
})
