import { describe, expect, test } from 'vitest'
import type { StatisticsFacts } from '../../../shared/rectification/counted'
import { originYearsText } from '../../../shared/rectification/statistics-groups'
import type { FindingRecord, ProgramRecord } from '../../../shared/rectification/record'
import { rateChoiceOf, statisticsOf } from '../../../shared/rectification/statistics'
import type { RateChoice, StatisticsBy } from '../../../shared/rectification/statistics-contract'
import { parseMoney } from '../../../shared/core/money'
import { day } from '../../builders'
import { aFinding, aProgram, factsOf, findingsOf } from './statistics-builders'

const halfUp: RateChoice = { mode: 'halfUp', decimals: 1 }
const asOf = day('2022-08-16')

function statistics(
  programs: readonly ProgramRecord[],
  findings: readonly FindingRecord[],
  { by = 'kind', facts = {} }: { readonly by?: StatisticsBy; readonly facts?: Partial<StatisticsFacts> } = {},
) {
  return statisticsOf(factsOf(programs, findings, facts), { by, rate: halfUp, asOf })
}

function money(tenThousand: string) {
  const fen = parseMoney(tenThousand, 'tenThousand')
  if (fen === null) throw new Error('no money')
  return fen
}

type Amount = StatisticsFacts['amounts'][number]
const amount = (findingId: string, more: Partial<Amount>): Amount => ({
  findingId,
  treatment: 'toTreasury',
  unit: '',
  requiredFen: null,
  doneFen: null,
  required: null,
  done: null,
  ...more,
})

describe('what a table is broken down by', () => {
  const city = aProgram({ source: 'municipalAudit', originYears: '2021', title: '预算执行审计' })
  const district = aProgram({ source: 'districtAudit', originYears: '2021年', title: '预算执行审计' })
  const inspection = aProgram({ source: 'municipalInspection', originYears: '', title: '巡视反馈' })
  const findings = [
    aFinding(inspection, { kind: 'reform', rectType: 'phased', leadUnit: '办公室', status: 'phasedDone' }),
    aFinding(city, { kind: 'audit', rectType: 'immediate', leadUnit: '法规科', status: 'done' }),
    aFinding(district, { kind: 'audit', leadUnit: '', status: 'promoted' }),
    aFinding(city, { kind: 'audit', leadUnit: '法规科', status: 'notDone' }),
  ]

  test.each<[StatisticsBy, readonly (readonly [key: string, label: string, total: number, rate: string])[]]>([
    [
      'kind',
      [
        ['reform', '推动改革促进发展', 1, '0%'],
        ['audit', '审计问题', 3, '66.7%'],
      ],
    ],
    [
      'status',
      [
        ['done', '已整改', 1, '100%'],
        ['promoted', '已推动整改', 1, '100%'],
        ['phasedDone', '阶段性完成', 1, '0%'],
        ['notDone', '未整改', 1, '0%'],
      ],
    ],
    [
      'source',
      [
        ['市审计局', '市审计局', 2, '50%'],
        ['区审计局', '区审计局', 1, '100%'],
        ['市委巡视', '市委巡视', 1, '0%'],
      ],
    ],
    [
      'year',
      [
        ['市审计局 2021', '市审计局 2021', 2, '50%'],
        ['区审计局 2021', '区审计局 2021', 1, '100%'],
        ['市委巡视 年度未填写', '市委巡视 年度未填写', 1, '0%'],
      ],
    ],
    [
      'department',
      [
        ['办公室', '办公室', 1, '0%'],
        ['法规科', '法规科', 2, '50%'],
        ['', '未填写', 1, '100%'],
      ],
    ],
    [
      'type',
      [
        ['immediate', '立行立改', 1, '100%'],
        ['phased', '分阶段整改', 1, '0%'],
        ['', '未填写', 2, '50%'],
      ],
    ],
    [
      'program',
      [
        ['预算执行审计（市审计局）', '预算执行审计（市审计局）', 2, '50%'],
        ['预算执行审计（区审计局）', '预算执行审计（区审计局）', 1, '100%'],
        ['巡视反馈', '巡视反馈', 1, '0%'],
      ],
    ],
  ])('by %s', (by, expected) => {
    const { groups, total } = statistics([city, district, inspection], findings, { by })
    expect(groups.map(({ key, label, total: count, rate }) => [key, label, count, rate])).toEqual(expected)
    expect(groups.reduce((sum, group) => sum + group.total, 0)).toBe(total.total)
  })

  test('programmes of one title and source are told apart by their documents, then by their ids', () => {
    const one = aProgram({ title: '审计', docNo: '审报〔2021〕1号' })
    const two = aProgram({ title: '审计', docNo: '审报〔2021〕2号' })
    const same = aProgram({ title: '审计', docNo: '审报〔2021〕2号' })
    const all = [one, two, same]
    const { groups } = statistics(
      all,
      all.map((program) => aFinding(program)),
      { by: 'program' },
    )
    expect(groups.map(({ key }) => key)).toEqual([
      `审计（${two.id}）`,
      `审计（${same.id}）`,
      '审计（市委巡视 审报〔2021〕1号）',
    ])
  })

  test.each([
    ['2021', '2021'],
    ['2021年', '2021'],
    ['2021年度', '2021'],
    ['2017-2020', '2017—2020'],
    ['2017—2020年', '2017—2020'],
    [' 2017 至 2020 ', '2017—2020'],
    ['历年', '历年'],
    ['', ''],
  ])('the years “%s” are shown as “%s”', (years, expected) => {
    expect(originYearsText(years)).toBe(expected)
  })
})

describe('rates', () => {
  test('a choice wins over the rule of the only programme, that over the usual one', () => {
    const truncating = aProgram({ rateRule: { mode: 'truncate', decimals: 2, countsReferred: true } })
    expect(rateChoiceOf(null, [truncating])).toEqual({ mode: 'truncate', decimals: 2 })
    expect(rateChoiceOf(halfUp, [truncating])).toEqual(halfUp)
    expect(rateChoiceOf(null, [truncating, aProgram()])).toEqual(halfUp)
    expect(rateChoiceOf(null, [])).toEqual(halfUp)
  })

  test('已移送 stays in the denominator unless the rule says otherwise, domain §3', () => {
    const usual = aProgram()
    const without = aProgram({ rateRule: { mode: 'halfUp', decimals: 1, countsReferred: false } })
    const of = (program: ProgramRecord) => [
      ...findingsOf(program, { done: 3 }),
      ...findingsOf(program, { inProgress: 1 }, { state: 'referred' }),
    ]
    expect(statistics([usual], of(usual)).total).toMatchObject({ fraction: '3/4', rate: '75%', open: 1, referred: 1 })
    const left = statistics([without], of(without))
    expect(left.total).toMatchObject({ total: 4, fraction: '3/3', rate: '100%', open: 0, referred: 1 })
    expect(left.warnings).toContain('已移送1项按来源的计算规则不计入应整改总数。')
  })

  test('an empty ledger has no rate', () => {
    const { groups, total, due, burnDown, warnings, structure } = statistics([], [])
    expect([groups, burnDown, warnings]).toEqual([[], [], []])
    expect(total).toMatchObject({ total: 0, rate: '—', fraction: '0/0', formula: '—' })
    expect(due).toEqual({ total: 0, done: 0, rate: '—', fraction: '0/0' })
    expect(structure).toEqual({ aspects: 0, keyIssues: 0, findings: 0, manifestations: 0, measures: 0 })
  })

  test('one warning when the only group is the whole', () => {
    const program = aProgram()
    const { warnings } = statistics([program], findingsOf(program, { done: 1, promoted: 1 }))
    expect(warnings.filter((text) => text.includes('加在了一起'))).toHaveLength(1)
  })
})

describe('amounts, product F8', () => {
  test('sums by treatment and unit; units are never added to one another', () => {
    const program = aProgram()
    const [one, two] = [aFinding(program), aFinding(program)]
    const amounts = [
      amount(two.id, { treatment: 'recovered', unit: '户', required: '241', done: '210' }),
      amount(one.id, { requiredFen: money('56673'), doneFen: money('31103') }),
      amount(one.id, { treatment: 'recovered', unit: '㎡', required: '36800.5', done: '36800.5' }),
      amount(two.id, { requiredFen: money('0.5'), doneFen: null }),
    ]
    const totals = statistics([program], [one, two], { facts: { amounts } }).amounts
    expect(totals).toEqual([
      {
        treatment: 'toTreasury',
        unit: '',
        requiredFen: money('56673.5'),
        doneFen: money('31103'),
        required: null,
        done: null,
        rate: '54.9%',
        fraction: '31103/56673.5',
        findings: 2,
      },
      {
        treatment: 'recovered',
        unit: '㎡',
        requiredFen: null,
        doneFen: null,
        required: '36800.5',
        done: '36800.5',
        rate: '100%',
        fraction: '36800.5/36800.5',
        findings: 1,
      },
      {
        treatment: 'recovered',
        unit: '户',
        requiredFen: null,
        doneFen: null,
        required: '241',
        done: '210',
        rate: '87.1%',
        fraction: '210/241',
        findings: 1,
      },
    ])
  })

  test('what was done without saying of how much is in the sum, not in the rate, and is told', () => {
    const program = aProgram()
    const finding = aFinding(program)
    const amounts = [
      amount(finding.id, { requiredFen: money('10'), doneFen: money('10') }),
      amount(finding.id, { doneFen: money('5') }),
    ]
    const { amounts: totals, warnings } = statistics([program], [finding], { facts: { amounts } })
    expect(totals).toMatchObject([{ doneFen: money('15'), requiredFen: money('10'), rate: '100%', fraction: '10/10' }])
    expect(warnings).toContain('“上缴财政”有1条没有填写应整改数，没有计入完成率。')
  })

  test('问题金额 by 性质, those without one last', () => {
    const program = aProgram()
    const findings = [
      aFinding(program, { amount: money('1.5') }),
      aFinding(program, { amount: money('2'), amountClass: 'waste' }),
      aFinding(program, { amount: money('3'), amountClass: 'waste' }),
      aFinding(program, { amountClass: 'irregular' }),
    ]
    expect(statistics([program], findings).problemAmounts).toEqual([
      { amountClass: 'waste', label: '损失浪费金额', findings: 2, fen: money('5') },
      { amountClass: '', label: '未分类', findings: 1, fen: money('1.5') },
    ])
  })
})

describe('time', () => {
  const program = aProgram({ feedbackOn: day('2022-05-20') })
  const closed = { state: 'closed', status: 'done' } as const

  test('closing: mean days from feedback to 销号; 「按期（延期1次）」 is no plain 按期, product F7', () => {
    const findings = [
      aFinding(program, { ...closed, dueOn: day('2022-06-30'), closedOn: day('2022-06-20') }),
      aFinding(program, {
        ...closed,
        dueOn: day('2022-07-31'),
        extensionCount: 1,
        submittedOn: day('2022-07-30'),
        closedOn: day('2022-08-02'),
      }),
      aFinding(program, { ...closed, dueOn: day('2022-06-30'), closedOn: day('2022-07-05') }),
      aFinding(program, { ...closed }),
      aFinding(program, { status: 'done', closedOn: null }),
    ]
    const { closing, counts } = statistics([program], findings)
    expect(closing).toEqual({
      closed: 4,
      averageDays: '50.3',
      onTime: 1,
      onTimeExtended: 1,
      late: 1,
      onTimeRate: '33.3%',
      onTimeFraction: '1/3',
    })
    expect(counts.extended).toBe(1)
    expect(statistics([program], []).closing).toMatchObject({ averageDays: null, onTimeRate: '—' })
  })

  test('ageing: open ones by days since the feedback, both ends of every band', () => {
    const ages = [0, 30, 31, 90, 91, 180, 181, 365, 366, 2000]
    const programs = ages.map((age) =>
      aProgram({ feedbackOn: day(new Date(Date.parse(asOf) - age * 86_400_000).toISOString().slice(0, 10)) }),
    )
    const unknown = aProgram({ feedbackOn: null })
    const findings = [
      ...programs.map((each) => aFinding(each)),
      ...programs.map((each) => aFinding(each, { status: 'done', determinedOn: asOf })),
      aFinding(unknown),
    ]
    const { ageing, warnings } = statistics([...programs, unknown], findings)
    expect(ageing.map(({ label, count }) => [label, count])).toEqual([
      ['0—30天', 2],
      ['31—90天', 2],
      ['91—180天', 2],
      ['181—365天', 2],
      ['365天以上', 2],
    ])
    expect(warnings).toEqual(['1项所属来源没有反馈日期，没有列入余额曲线和账龄。'])
  })

  test('burn-down: month ends from the first feedback; a reopened one is open again', () => {
    const reopened = aFinding(program, { cycle: 2, reopenCount: 1 })
    const findings = [
      aFinding(program, { status: 'done', determinedOn: day('2022-06-30') }),
      aFinding(program, { ...closed, submittedOn: day('2022-07-01'), closedOn: day('2022-07-20') }),
      reopened,
      aFinding(program),
      aFinding(program, { status: 'done' }),
    ]
    const cycles = new Map([
      [
        reopened.id,
        [
          { seq: 1, startedOn: null, closedOn: day('2022-06-15') },
          { seq: 2, startedOn: day('2022-07-15'), closedOn: null },
        ],
      ],
    ])
    const { burnDown, warnings } = statistics([program], findings, { facts: { cycles } })
    expect(burnDown).toEqual([
      { on: '2022-05-31', open: 4, total: 4 },
      { on: '2022-06-30', open: 2, total: 4 },
      { on: '2022-07-31', open: 2, total: 4 },
      { on: '2022-08-16', open: 2, total: 4 },
    ])
    expect(warnings).toEqual(['1项已整改但没有完成日期，没有列入余额曲线。'])
  })

  test('burn-down over a year end', () => {
    const early = aProgram({ feedbackOn: day('2021-11-30') })
    const days = statistics([early], [aFinding(early)]).burnDown.map(({ on }) => on)
    expect([days.length, days[0], days[1], days[2], days.at(-1)]).toEqual([
      10,
      '2021-11-30',
      '2021-12-31',
      '2022-01-31',
      '2022-08-16',
    ])
  })

  test('a deadline has come on its own day; overdue is from the next', () => {
    const findings = [aFinding(program, { dueOn: asOf }), aFinding(program, { dueOn: day('2022-08-15') })]
    const { due, total } = statistics([program], findings)
    expect([due.fraction, total.overdue]).toEqual(['0/2', 1])
  })

  test('times it came back and was extended', () => {
    const findings = [aFinding(program, { reopenCount: 2, returnCount: 3, isRecurrence: true }), aFinding(program)]
    const facts = { rulesMade: 13, accountablePersons: 3, referralCases: 2, referralPersons: 4 }
    expect(statistics([program], findings, { facts }).counts).toEqual({
      ...facts,
      extended: 0,
      reopened: 2,
      returned: 3,
      recurrent: 1,
    })
  })
})
