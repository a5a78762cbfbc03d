import { describe, expect, it, test } from 'vitest'
import { calendarsOf } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { countedEnterprises, coverageOf, owedVisits, spanOfPeriod } from '../../../shared/environment/coverage'
import { demandClock, demandRates, overdueUntil, rateWithFraction } from '../../../shared/environment/demands'
import { matrixCells, unlinkedOf } from '../../../shared/environment/visits-matrix'
import { officialCells, readOfficials, splitNames } from '../../../shared/registry/officials'
import { usualClocks } from '../../../shared/settings/clocks'
import { coverageText, reminderText, visitSummaryText } from '../../../shared/terms/visits'
import { day } from '../../builders'

const calendars = calendarsOf(shippedCalendars)
const enterprises = ['1', '2', '3'].map((id) => ({ id, name: `企业${id}` }))
const link = (enterpriseId: string, personName: string) => ({ enterpriseId, personId: personName, personName })
const clock = (today: string) => ({ clocks: usualClocks, calendars, today: day(today) })
const raised = (raisedOn: string, done: Partial<Record<'transferredOn' | 'repliedOn', string>> = {}) => ({
  raisedOn: day(raisedOn),
  transferredOn: done.transferredOn === undefined ? null : day(done.transferredOn),
  repliedOn: done.repliedOn === undefined ? null : day(done.repliedOn),
  isSolved: null,
})

describe('coverage (domain §2 Visit)', () => {
  test.each([
    ['2022-02', '2022-02-01', '2022-02-28'],
    ['2022Q3', '2022-07-01', '2022-09-30'],
  ])('%s is its first and last day', (period, start, end) => {
    expect(spanOfPeriod(period)).toEqual({ start, end })
  })

  test.each<[string, readonly string[], readonly string[], number, number, readonly string[]]>([
    ['only linked ones count', ['1', '2'], ['1', '3'], 2, 1, ['企业2']],
    ['without any link all count', [], ['3'], 3, 1, ['企业1', '企业2']],
    ['several visits count once', ['1'], ['1', '1'], 1, 1, []],
  ])('%s', (_name, linked, visited, all, count, missing) => {
    const links = linked.map((id) => link(id, '包联干部01'))
    const coverage = coverageOf({ enterprises, links, visits: visited.map((enterpriseId) => ({ enterpriseId })) })
    expect(coverage).toMatchObject({ enterprises: all, visited: count })
    expect(coverage.missing.map(({ name }) => name)).toEqual(missing)
  })

  it('18 enterprises and 14 officials leave 4 links above one each, and nobody without', () => {
    const links = Array.from({ length: 18 }, (_, index) => link(String(index), `包联干部${(index % 14) + 1}`))
    const all = Array.from({ length: 18 }, (_, index) => ({ id: String(index), name: `企业${index}` }))
    const people = Array.from({ length: 14 }, (_, index) => ({
      id: `包联干部${index + 1}`,
      name: `包联干部${index + 1}`,
      rank: '处级',
      leftOn: null,
    }))
    expect(countedEnterprises(all, links)).toHaveLength(18)
    expect(links.length - new Set(links.map(({ personId }) => personId)).size).toBe(4)
    expect(unlinkedOf(people, all, links)).toEqual({ unlinkedEnterprises: [], unlinkedOfficials: [] })
    const fewer = links.filter(({ enterpriseId }) => enterpriseId !== '6')
    expect(unlinkedOf(people, all, fewer)).toEqual({
      unlinkedEnterprises: ['企业6'],
      unlinkedOfficials: ['包联干部7'],
    })
  })

  it('a visit by somebody who is not linked is a cell of its own', () => {
    const cells = matrixCells([link('1', 'a')], [{ id: 'v', enterpriseId: '1', personId: 'b' }])
    expect(cells).toEqual([
      { personId: 'a', enterpriseId: '1', isLinked: true, visitIds: [] },
      { personId: 'b', enterpriseId: '1', isLinked: false, visitIds: ['v'] },
    ])
  })

  it('names who has still to visit whom, those without an official last', () => {
    const missing = [
      { enterpriseId: '1', name: '企业1', officials: [] },
      { enterpriseId: '2', name: '企业2', officials: ['甲', '乙'] },
      { enterpriseId: '3', name: '企业3', officials: ['乙'] },
    ]
    const owed = owedVisits(missing)
    expect(owed).toEqual([
      { official: '甲', names: ['企业2'] },
      { official: '乙', names: ['企业2', '企业3'] },
      { official: '', names: ['企业1'] },
    ])
    const facts = { period: '2022年6月', asOf: '2022年6月28日', lastDay: '2022年6月30日', enterprises: 18, visited: 15 }
    expect(reminderText({ ...facts, owed, missing: 3 }).split('\n')).toEqual([
      '【双万双服走访提醒】2022年6月，截至2022年6月28日，18家包联企业已走访15家，还差3家。',
      '甲：企业2',
      '乙：企业2、企业3',
      '未明确包联干部：企业1',
      '请于2022年6月30日前完成走访，并报走访日期、走访方式和企业诉求。',
    ])
    expect(coverageText(15, 18, missing.slice(1, 2))).toBe('15/18家已走访，还差：企业2（甲、乙）')
    expect(coverageText(18, 18, [])).toBe('18/18家已走访，全部走到。')
  })

  it('says the period in sentences with fractions, and no rate without demands', () => {
    const facts = {
      period: '2022年三季度',
      officials: 14,
      ranks: [{ rank: '处级', count: 6 }],
      streets: ['华新街'],
      enterprises: 18,
      visited: 15,
      visits: 15,
      modes: [
        { mode: 'onsite' as const, count: 10 },
        { mode: null, count: 5 },
      ],
      coverageRate: '83.33%',
      demands: 155,
      solved: 146,
      resolutionRate: '94.19%',
      missing: [],
    }
    expect(visitSummaryText(facts)).toBe(
      '2022年三季度，14名包联干部（处级6名）包联华新街18家企业，共走访15次（实地10次、未注明方式5次），走访企业15/18家，覆盖率83.33%。收到企业诉求155件，已解决146件，解决率146/155（94.19%）。',
    )
    expect(visitSummaryText({ ...facts, demands: 0, solved: 0, resolutionRate: null })).toContain('未收到企业诉求。')
  })
})

describe('demand clocks: 1天转办, 3天答复 in working days (民法典 第二百零一条)', () => {
  test.each([
    ['a Monday', '2022-06-06', '2022-06-07', '2022-06-09'],
    ['a Friday counts on from Monday', '2022-06-10', '2022-06-13', '2022-06-15'],
    ['before 国庆: the first workdays are the make-up weekend', '2022-09-30', '2022-10-08', '2022-10-10'],
    ['within 国庆', '2022-10-03', '2022-10-08', '2022-10-10'],
  ])('%s', (_name, on, transfer, reply) => {
    expect(demandClock(raised(on), clock('2022-12-31'))).toMatchObject({
      transferDueOn: transfer,
      replyDueOn: reply,
      isEstimated: false,
    })
  })

  it('a year without 放假安排 is said to be an estimate', () => {
    expect(demandClock(raised('2019-06-03'), { ...clock('2019-06-03'), calendars: new Map() })).toMatchObject({
      transferDueOn: '2019-06-04',
      isEstimated: true,
    })
  })

  test.each([
    ['open', raised('2022-06-06'), '2022-06-06', 'open', 'open', 'near'],
    ['due today is not overdue', raised('2022-06-06'), '2022-06-07', 'open', 'open', 'near'],
    ['transfer overdue', raised('2022-06-06'), '2022-06-08', 'overdue', 'open', 'overdue'],
    [
      'transferred late, reply near',
      raised('2022-06-06', { transferredOn: '2022-06-08' }),
      '2022-06-08',
      'late',
      'open',
      'near',
    ],
    [
      'in time twice',
      raised('2022-06-06', { transferredOn: '2022-06-07', repliedOn: '2022-06-09' }),
      '2022-06-30',
      'inTime',
      'inTime',
      'none',
    ],
    [
      'answered at once needs no transfer',
      raised('2022-06-06', { repliedOn: '2022-06-06' }),
      '2022-06-30',
      'none',
      'inTime',
      'none',
    ],
    [
      'solved without days is no delay',
      { ...raised('2022-06-06'), isSolved: true },
      '2022-06-30',
      'none',
      'none',
      'none',
    ],
    [
      'not solved and not answered is overdue',
      { ...raised('2022-06-06'), isSolved: false },
      '2022-06-30',
      'overdue',
      'overdue',
      'overdue',
    ],
  ] as const)('%s', (_name, demand, today, transferState, replyState, light) => {
    expect(demandClock(demand, clock(today))).toMatchObject({ transferState, replyState, light })
  })

  it('the last day that is overdue agrees with the clock of each day around it', () => {
    for (const today of ['2022-06-08', '2022-06-13', '2022-10-08', '2022-10-11', '2023-01-03']) {
      const until = overdueUntil(3, calendars, day(today))
      expect(until).not.toBeNull()
      if (until === null) continue
      expect(demandClock(raised(until), clock(today)).replyState).toBe('overdue')
      const next = new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
      expect(demandClock(raised(next), clock(today)).replyState).toBe('open')
    }
  })
})

describe('rates', () => {
  test.each([
    [146, 155, '94.19%'],
    [155, 155, '100%'],
    [3, 4, '75%'],
    [1, 8, '12.5%'],
    [0, 5, '0%'],
    [0, 0, null],
  ])('%i/%i is %s', (num, den, rate) => {
    expect(rateWithFraction(num, den)).toEqual({ num, den, rate })
  })

  it('open clocks are in no base, and 满意 goes with 基本满意', () => {
    const groups = [
      {
        ...raised('2022-06-06', { transferredOn: '2022-06-07', repliedOn: '2022-06-09' }),
        isSolved: true,
        satisfaction: 'satisfied' as const,
        count: 3,
      },
      {
        ...raised('2022-06-06', { transferredOn: '2022-06-08', repliedOn: '2022-06-09' }),
        isSolved: false,
        satisfaction: 'dissatisfied' as const,
        count: 1,
      },
      { ...raised('2022-06-29'), satisfaction: null, count: 2 },
      { ...raised('2022-06-06', { repliedOn: '2022-06-20' }), isSolved: true, satisfaction: 'fair' as const, count: 1 },
    ]
    expect(demandRates(groups, clock('2022-06-29'))).toEqual({
      resolution: { num: 4, den: 7, rate: '57.14%' },
      transferOnTime: { num: 3, den: 4, rate: '75%' },
      replyOnTime: { num: 4, den: 5, rate: '80%' },
      satisfaction: { num: 4, den: 5, rate: '80%' },
    })
  })
})

describe('several officials in one cell', () => {
  test.each([
    ['包联干部01、包联干部02', ['包联干部01', '包联干部02']],
    ['包联干部01，包联干部02；包联干部01', ['包联干部01', '包联干部02']],
    ['包联干部01\n包联干部02', ['包联干部01', '包联干部02']],
    [' ', []],
  ])('%j', (text, names) => {
    expect(splitNames(text)).toEqual(names)
  })

  it('one rank is of all, several are in the order of the names, and the order of writing does not matter', () => {
    expect(readOfficials('乙、甲', '处级')).toEqual([
      { name: '乙', rank: '处级' },
      { name: '甲', rank: '处级' },
    ])
    expect(officialCells(readOfficials('甲、乙', '处级、实职科级'))).toEqual({
      names: '乙、甲',
      ranks: '实职科级、处级',
    })
    expect(officialCells(readOfficials('乙、甲', '实职科级、处级'))).toEqual({
      names: '乙、甲',
      ranks: '实职科级、处级',
    })
  })
})
