import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findChecks } from '../../../shared/district/checks'
import type { CheckedReturn } from '../../../shared/district/check-model'
import type { ReportedLine } from '../../../shared/exchange/lines'
import { day } from '../../builders'
import { aFigure, aLead, aLine, aReturn, before, periodNamed } from './returns'

const q1 = periodNamed('2022Q1')
const q2 = periodNamed('2022Q2')

function check(lines: readonly ReportedLine[], about: Partial<CheckedReturn> = {}, period = q2) {
  return findChecks([aReturn(lines, about)], period)
}

function summary(lines: readonly ReportedLine[], about: Partial<CheckedReturn> = {}, period = q2) {
  return check(lines, about, period).map(({ code, lineKey, proposed }) => [
    code,
    lineKey,
    proposed?.approved ?? proposed?.verdict ?? null,
  ])
}

describe('arithmetic: a figure says what its lines and the period before come to', () => {
  const leads = [aLead('a'), aLead('b'), aLead('c')]
  const parts = leads.map(({ key }) => key)

  it.each<
    readonly [name: string, lines: readonly ReportedLine[], about: Partial<CheckedReturn>, approved: string | null]
  >([
    ['as many as its lines', [aFigure('filed', { cumulative: '3', parts }), ...leads], {}, null],
    ['one more than its lines', [aFigure('filed', { cumulative: '4', parts }), ...leads], {}, '3'],
    [
      'a line that is not there',
      [aFigure('filed', { cumulative: '3', parts: [...parts, 'lead/x'] }), ...leads],
      {},
      null,
    ],
    [
      'a line named twice counts once',
      [aFigure('filed', { cumulative: '4', parts: [...parts, 'lead/a'] }), ...leads],
      {},
      '3',
    ],
    [
      'amounts in the same unit are added up',
      [
        aFigure('sum', { unit: '万元', cumulative: '12.50', parts: ['figure/x', 'figure/y'] }),
        aFigure('x', { unit: '万元', cumulative: '10.25' }),
        aFigure('y', { unit: '万元', cumulative: '2.35' }),
      ],
      {},
      '12.6',
    ],
    [
      'a rounded sum may be off by what rounding does',
      [
        aFigure('sum', { unit: '万元', cumulative: '12.59', parts: ['figure/x', 'figure/y'] }),
        aFigure('x', { unit: '万元', cumulative: '10.25' }),
        aFigure('y', { unit: '万元', cumulative: '2.35' }),
      ],
      {},
      null,
    ],
    [
      'amounts of another unit are not added',
      [aFigure('sum', { unit: '万元', cumulative: '9', parts: ['figure/x'] }), aFigure('x', { cumulative: '1' })],
      {},
      null,
    ],
    [
      'the approved number before and this period',
      [aFigure('n', { current: '3', cumulative: '13' })],
      { before: before('2022Q1', [aFigure('n', { cumulative: '10' })]) },
      null,
    ],
    [
      'not what was carried over',
      [aFigure('n', { current: '3', cumulative: '15' })],
      { before: before('2022Q1', [aFigure('n', { cumulative: '10' })]) },
      '13',
    ],
    [
      'a gap between the periods proves nothing',
      [aFigure('n', { current: '3', cumulative: '15' })],
      { before: before('2022-01', [aFigure('n', { cumulative: '10' })]) },
      null,
    ],
    ['the rate as it is rounded', [aFigure('n', { target: '9', cumulative: '8', rate: '88.9%' })], {}, null],
    ['the rate cut off', [aFigure('n', { target: '9', cumulative: '8', rate: '88.8%' })], {}, null],
    ['another rate', [aFigure('n', { target: '9', cumulative: '8', rate: '98.9%' })], {}, '8'],
    ['no target, no rate', [aFigure('n', { cumulative: '8', rate: '—' })], {}, null],
    [
      'a part above the whole',
      [aFigure('investment.landed', { cumulative: '5' }), aFigure('investment.filed', { cumulative: '4' })],
      {},
      '4',
    ],
  ])('%s', (_, lines, about, approved) => {
    const found = check(lines, about).map(({ code, proposed }) => [code, proposed?.verdict, proposed?.approved])
    expect(found).toEqual(approved === null ? [] : [['arithmetic', 'adjusted', approved]])
  })

  it('compares 累计 with 本期 in the first period of a year', () => {
    expect(summary([aFigure('n', { current: '3', cumulative: '3' })], {}, q1)).toEqual([])
    expect(summary([aFigure('n', { current: '3', cumulative: '5' })], {}, q1)).toEqual([
      ['arithmetic', 'figure/n', '3'],
    ])
  })

  it('says one wrong figure once, with every sum that it breaks and the numbers', () => {
    const line = aFigure('filed', { target: '10', current: '1', cumulative: '5', rate: '30%', parts })
    const found = check([line, ...leads], { before: before('2022Q1', [aFigure('filed', { cumulative: '2' })]) })
    expect(found).toHaveLength(1)
    expect(found[0]?.text).toBe(
      '累计完成5个，所列3条明细合计3个，两者不符。累计完成5个，但上期核定累计2个加本季1个应为3个。完成率填30%，按5/10计算应为50%。',
    )
    expect(found[0]?.proposal).toBe('累计核定为3个，完成率相应重算')
  })

  it('asks again when the lines that count no longer come to the approved number', () => {
    const line = aFigure('filed', { cumulative: '3', parts })
    const verdict = {
      verdict: 'adjusted',
      reported: '3',
      approved: '3',
      reason: '核实',
      decidedBy: '核验人',
      decidedOn: '2022-07-04',
      origin: 'person',
    } as const
    const counted = [{ ...line, cumulative: '3' }, ...leads.slice(1)]
    const about = {
      verdicts: new Map([[line.key, verdict]]),
      approved: new Map(counted.map((each) => [each.key, each])),
    }
    expect(summary([line, ...leads], about)).toEqual([['arithmetic', 'figure/filed', '2']])
  })
})

describe('jump: against the period before', () => {
  const last = (cumulative: string, unit = '个') => ({ before: before('2022Q1', [aFigure('n', { unit, cumulative })]) })

  it.each([
    ['less than before', { current: '0', cumulative: '8' }, last('10'), '10'],
    ['less than before, though something was added', { current: '2', cumulative: '8' }, last('10'), '12'],
    ['as before', { current: '0', cumulative: '10' }, last('10'), null],
    ['more than five times the mean and twenty', { current: '40', cumulative: '45' }, last('5'), 'returned'],
    ['exactly five times', { current: '25', cumulative: '30' }, last('5'), null],
    ['small numbers may move', { current: '20', cumulative: '20' }, last('0'), null],
    ['from nothing beyond twenty', { current: '21', cumulative: '21' }, last('0'), 'returned'],
    ['money by its own measure', { unit: '万元', current: '490', cumulative: '490' }, last('0', '万元'), null],
    [
      'money beyond its measure',
      { unit: '万元', current: '10010', cumulative: '12010' },
      last('2000', '万元'),
      'returned',
    ],
    ['what stands on a day may fall', { current: null, cumulative: '8' }, last('10'), null],
    ['rates are not accumulated', { unit: '%', current: '40', cumulative: '40' }, last('90', '%'), null],
  ])('%s', (_, line, about, proposed) => {
    expect(summary([aFigure('n', line)], about)).toEqual(proposed === null ? [] : [['jump', 'figure/n', proposed]])
  })

  it('takes the mean of the periods that have gone by', () => {
    const about = { before: before('2022Q3', [aFigure('n', { cumulative: '30' })]) }
    expect(summary([aFigure('n', { current: '50', cumulative: '80' })], about, periodNamed('2022Q4'))).toEqual([])
    expect(summary([aFigure('n', { current: '51', cumulative: '81' })], about, periodNamed('2022Q4'))).toEqual([
      ['jump', 'figure/n', 'returned'],
    ])
  })

  it('gives the numbers and the limits in the sentence', () => {
    expect(check([aFigure('n', { current: '40', cumulative: '45' })], last('5'))[0]?.text).toBe(
      '本季增加40个（5→45），年内前期平均每期5个；超过平均数（不足4个的按4个）的5倍，即25个。',
    )
  })
})

describe('evidence: what counts for points comes with a file', () => {
  it.each<readonly [name: string, line: ReportedLine, isMissing: boolean]>([
    ['a filed lead', aLead('a', { evidence: 0 }), true],
    ['a lead with a file', aLead('a'), false],
    ['a draft', aLead('a', { evidence: 0, detail: { filedOn: null } }), false],
    ['a withdrawn lead', aLead('a', { evidence: 0, detail: { ending: 'withdrawn' } }), false],
    ['an invalid lead', aLead('a', { evidence: 0, detail: { leadClass: 'invalid' } }), false],
    ['a lead that is marked as a duplicate', aLead('a', { evidence: 0, detail: { duplicateOf: 'b' } }), false],
    [
      'a submitted brief',
      aLine({ key: 'brief/a', kind: 'brief', detail: { submittedOn: '2022-05-05', isAccepted: 'yes' } }),
      true,
    ],
    [
      'a brief that was not taken',
      aLine({ key: 'brief/a', kind: 'brief', detail: { submittedOn: '2022-05-05', isAccepted: 'no' } }),
      false,
    ],
    [
      'a completed project',
      aLine({ key: 'project/a', kind: 'project', stream: 'projects', detail: { completedOn: '2022-05-05' } }),
      true,
    ],
    ['a project under way', aLine({ key: 'project/a', kind: 'project', stream: 'projects', detail: {} }), false],
    [
      'booked revenue',
      aLine({ key: 'entry/a', kind: 'entry', stream: 'revenue', detail: { bookedOn: '2022-05-05', status: 'booked' } }),
      true,
    ],
    [
      'reversed revenue',
      aLine({
        key: 'entry/a',
        kind: 'entry',
        stream: 'revenue',
        detail: { bookedOn: '2022-05-05', status: 'reversed' },
      }),
      false,
    ],
    ['a visit', aLine({ key: 'visit/a', kind: 'visit', stream: 'environment' }), false],
  ])('%s', (_, line, isMissing) => {
    expect(summary([line])).toEqual(isMissing ? [['evidenceMissing', line.key, 'returned']] : [])
  })

  it('asks for none where the chapter has 本期无新增', () => {
    expect(summary([aLead('a', { evidence: 0 })], { nil: ['investment'] })).toEqual([])
    expect(summary([aLead('a', { evidence: 0 })], { nil: ['revenue'] })).toHaveLength(1)
  })

  it('asks once in a year: what counted without a file before is settled', () => {
    const bare = aLead('a', { evidence: 0 })
    expect(summary([bare], { before: before('2022Q1', [bare]) })).toEqual([])
    expect(summary([bare], { before: before('2022Q1', []) })).toHaveLength(1)
    expect(summary([bare], { before: before('2022Q1', [aLead('a', { evidence: 2 })]) })).toHaveLength(1)
  })
})

describe('out of range', () => {
  it.each<readonly [name: string, line: ReportedLine, isWrong: boolean]>([
    ['a count below zero', aFigure('n', { cumulative: '-1' }), true],
    ['money may be paid back', aFigure('n', { unit: '万元', cumulative: '-1' }), false],
    ['ten times the target', aFigure('n', { target: '2', cumulative: '20' }), false],
    ['more than ten times the target', aFigure('n', { target: '2', cumulative: '21' }), true],
    ['a target of nothing', aFigure('n', { target: '0', cumulative: '21' }), false],
    ['a lead of another year', aLead('a', { happenedOn: day('2021-05-10') }), true],
    [
      'a lead of another year that does not count in this one',
      aLead('a', { happenedOn: day('2021-05-10'), detail: { isOfYear: 'no' } }),
      false,
    ],
    [
      'a project that began earlier',
      aLine({
        key: 'project/a',
        kind: 'project',
        stream: 'projects',
        happenedOn: day('2020-05-05'),
        evidence: 1,
        detail: { completedOn: '2022-05-05' },
      }),
      false,
    ],
  ])('%s', (_, line, isWrong) => {
    expect(summary([line])).toEqual(isWrong ? [['outOfRange', line.key, 'returned']] : [])
  })

  it('points above what a component has', () => {
    const component = { id: 'cooperate', name: '材料反馈宣传配合', max: '21', arithmetic: '' }
    const stated = (points: string) => ({
      schemeId: 's',
      schemeVersion: '1.0.0',
      total: null,
      max: null,
      components: [{ ...component, points }],
    })
    expect(check([], { stated: stated('21') })).toEqual([])
    expect(check([], { stated: stated('22') }).map(({ code, text }) => [code, text])).toEqual([
      ['outOfRange', '自报“材料反馈宣传配合”22分，超过满分21分。'],
    ])
  })
})

describe('the score that the unit computed', () => {
  const rule = { id: 'rule', version: '1.1.0', name: '考核办法' }
  const stated = (version: string, points: string) => ({
    schemeId: 'rule',
    schemeVersion: version,
    total: points,
    max: '100',
    components: [
      { id: 'indicator', name: '指标考核', points, max: '30', arithmetic: '' },
      { id: 'cooperate', name: '配合', points: '18', max: '21', arithmetic: '' },
    ],
  })
  const evaluated = { components: [{ id: 'indicator', name: '指标考核', points: '26.25' }] }

  it('agrees, whatever somebody else gives', () => {
    expect(check([], { rule, evaluated, stated: stated('1.1.0', '26.25') })).toEqual([])
  })

  it('differs, with both numbers', () => {
    expect(check([], { rule, evaluated, stated: stated('1.1.0', '30') })[0]).toMatchObject({
      code: 'scoreDiffers',
      text: '自报得分（不含区里评定的部分）30分，区级按同一规则和所报明细计算为26.25分：指标考核自报30分，计算26.25分。',
    })
  })

  it('was computed by another version: then the points are not compared', () => {
    expect(check([], { rule, evaluated, stated: stated('1.0.0', '30') }).map(({ code, text }) => [code, text])).toEqual(
      [['ruleDiffers', '本包用“rule 1.0.0”规则计算得分，区里要求用“考核办法（rule 1.1.0）”。']],
    )
  })

  it('says nothing where the unit sent no score, or the district has no rule', () => {
    expect(check([], { rule, evaluated })).toEqual([])
    expect(check([], { stated: stated('1.0.0', '30') })).toEqual([])
  })
})

describe('keys of results', () => {
  const wrong = (cumulative: string) => check([aFigure('n', { current: '1', cumulative })], {}, q1)[0]?.key

  it('are the same for the same fact, and others when the numbers are others', () => {
    expect(wrong('5')).toBe(wrong('5'))
    expect(wrong('5')).not.toBe(wrong('6'))
  })

  it('stay short whatever a package calls its lines', () => {
    const key = check([aLine({ key: `lead/${'长'.repeat(190)}`, kind: 'lead', detail: { filedOn: '2022-05-01' } })])[0]
      ?.key
    expect(key).toMatch(/^evidenceMissing-[0-9a-f]{16}$/)
  })
})

describe('returns that hold', () => {
  /** A year's leads and amounts reported over four quarters, each figure counted from its own records. */
  const year = fc.record({
    leads: fc.array(fc.record({ quarter: fc.integer({ min: 1, max: 4 }), landed: fc.boolean() }), { maxLength: 12 }),
    amounts: fc.array(
      fc.record({ quarter: fc.integer({ min: 1, max: 4 }), fen: fc.integer({ min: 1, max: 5_000_000 }) }),
      { maxLength: 8 },
    ),
    target: fc.integer({ min: 2, max: 30 }),
    decimals: fc.constantFrom(0, 1, 2),
  })
  type Year = typeof year extends fc.Arbitrary<infer T> ? T : never

  const tenThousands = (fen: number): string => (fen / 1_000_000).toFixed(2)

  function reported({ leads, amounts, target, decimals }: Year, quarter: number): ReportedLine[] {
    const month = String(quarter * 3).padStart(2, '0')
    const upTo = leads.map((lead, index) => ({ ...lead, index })).filter((lead) => lead.quarter <= quarter)
    const records = upTo.map(({ index, quarter: of }) =>
      aLead(String(index), { happenedOn: day(`2022-${String(of * 3).padStart(2, '0')}-15`) }),
    )
    const fen = (items: readonly { readonly fen: number }[]): number => items.reduce((sum, item) => sum + item.fen, 0)
    const landed = upTo.filter((lead) => lead.landed).length
    return [
      aFigure('investment.filed', {
        target: String(target),
        current: String(upTo.filter((lead) => lead.quarter === quarter).length),
        cumulative: String(upTo.length),
        rate: `${((upTo.length * 100) / target).toFixed(decimals)}%`,
        parts: records.map(({ key }) => key),
      }),
      aFigure('investment.landed', { cumulative: String(landed) }),
      aFigure('revenue.districtRetained', {
        stream: 'revenue',
        unit: '万元',
        current: tenThousands(fen(amounts.filter((item) => item.quarter === quarter))),
        cumulative: tenThousands(fen(amounts.filter((item) => item.quarter <= quarter))),
      }),
      ...records,
      aLine({
        key: `brief/${quarter}`,
        kind: 'brief',
        happenedOn: day(`2022-${month}-20`),
        evidence: 1,
        detail: { submittedOn: `2022-${month}-20`, isAccepted: 'yes' },
      }),
    ]
  }

  it('give no false hit in any quarter', () => {
    fc.assert(
      fc.property(year, (facts) => {
        for (const quarter of [1, 2, 3, 4]) {
          const about = quarter === 1 ? {} : { before: before(`2022Q${quarter - 1}`, reported(facts, quarter - 1)) }
          expect(findChecks([aReturn(reported(facts, quarter), about)], periodNamed(`2022Q${quarter}`))).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })
})
