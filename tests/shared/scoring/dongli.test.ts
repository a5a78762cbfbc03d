import { describe, expect, test } from 'vitest'
import type { ScoringFacts, UnitFact } from '../../../shared/scoring/facts'
import { evaluate } from '../../../shared/scoring/evaluate'
import { validateManual } from '../../../shared/scoring/manual-figures'
import {
  aLead,
  allMonths,
  briefsIn,
  component,
  day,
  dongli,
  facts,
  given,
  landed,
  trainings,
  yearEnd,
} from './builders'

const scheme = dongli()
const allFull: Partial<ScoringFacts> = {
  dated: { brief: briefsIn(allMonths) },
  ratios: { training: trainings(3, 3) },
  manual: { cooperate: given('21') },
}

describe('Dongli 2022 category 3: 指标考核分占30分, 全年4个指标', () => {
  const cases: readonly (readonly [string, readonly UnitFact[], string, string])[] = [
    [
      'D01 four 市外优质 filed',
      [aLead('outOfCity'), aLead('outOfCity'), aLead('outOfCity'), aLead('outOfCity')],
      '4',
      '30.00',
    ],
    ['D02 one 高质量 filed', [aLead('highQuality')], '4', '30.00'],
    ['D03 one 北京 filed', [aLead('beijing')], '2', '15.00'],
    ['D04 北京 and 国高新 on one lead count once', [aLead(['beijing', 'nationalHiTech'])], '2', '15.00'],
    ['D05 高质量 that is also 北京 counts as the highest', [aLead(['beijing', 'highQuality'])], '4', '30.00'],
    ['D06 two 市内优质 filed', [aLead('inCity'), aLead('inCity')], '1', '7.50'],
    ['D07 one 市外 and one 无效', [aLead('outOfCity'), aLead('invalid')], '1', '7.50'],
    ['D08 landing replaces filing', [aLead('outOfCity', landed('2022-09-02'))], '2', '15.00'],
    ['D09 高质量 landed is 6, capped at 30', [aLead('highQuality', landed('2022-09-02'))], '6', '30.00'],
    [
      'D10 国高新 landed and 市内 filed',
      [aLead('nationalHiTech', landed('2022-09-02')), aLead('inCity')],
      '3.5',
      '26.25',
    ],
    [
      'D11 filed 2021 and registered 2022 is no 2022 filing',
      [aLead('outOfCity', { filedOn: day('2021-11-10'), ...landed('2022-05-16') })],
      '0',
      '0.00',
    ],
    [
      'D14 市内 landed, 市内 filed, 市外 filed',
      [aLead('inCity', landed('2022-08-01')), aLead('inCity'), aLead('outOfCity')],
      '2.5',
      '18.75',
    ],
    ['D15 eight 市内 reach the target', Array.from({ length: 8 }, () => aLead('inCity')), '4', '30.00'],
    ['D16 nothing', [], '0', '0.00'],
    [
      'D18 same investor filed by two staff counts once',
      [aLead('outOfCity'), aLead('outOfCity', { duplicateOf: 'lead-1' })],
      '1',
      '7.50',
    ],
    [
      'D19 OA filing backfilled later counts once, dated by the OA',
      [aLead('outOfCity', { backfilledOn: day('2022-06-20') })],
      '1',
      '7.50',
    ],
    ['D26 nine units are capped', Array.from({ length: 9 }, () => aLead('outOfCity')), '9', '30.00'],
  ]
  test.each(cases)('%s', (_name, units, raw, expected) => {
    const indicator = component(evaluate(scheme, facts({ units }), yearEnd), 'indicator')
    expect({ raw: indicator.raw, points: indicator.points }).toEqual({ raw, points: expected })
  })

  test('D12 filed 2022-11-20, registered 2023-01-10: 7.50 in 2022, 0 in 2023', () => {
    const units = [aLead('outOfCity', { filedOn: day('2022-11-20'), ...landed('2023-01-10') })]
    const later = evaluate(scheme, facts({ units }), day('2023-03-31'))
    const next = evaluate({ ...scheme, year: 2023 }, facts({ units }), day('2023-12-31'))
    expect(component(later, 'indicator').points).toBe('7.50')
    expect(component(next, 'indicator').points).toBe('0.00')
    expect(later.notes.map((note) => note.code)).toContain('lateLanding')
    expect(next.notes.map((note) => note.code)).toContain('filedOtherYear')
  })

  test('D13 certified and contacted, street has not accepted: 0 now, forecast 7.50', () => {
    const lead = aLead('outOfCity')
    const units = [{ ...lead, requirements: { ...lead.requirements, acceptedOn: null } }]
    const result = evaluate(scheme, facts({ units }), yearEnd)
    const indicator = component(result, 'indicator')
    expect([indicator.points, indicator.forecast]).toEqual(['0.00', '7.50'])
    expect(indicator.records[0]?.why).toEqual({
      code: 'pendingRequirements',
      params: { label: lead.label, missing: 'acceptedOn', units: '1' },
    })
    expect(result.notes.map((note) => note.code)).toContain('pendingList')
  })

  test('D17 国高新 re-classed 市外 by the district: 15.00 before, 7.50 after, the trail is named', () => {
    const earlierClasses = [{ classes: ['nationalHiTech'], until: day('2022-08-01') }]
    const units = [aLead('outOfCity', { earlierClasses })]
    expect(component(evaluate(scheme, facts({ units }), day('2022-07-31')), 'indicator').points).toBe('15.00')
    const after = evaluate(scheme, facts({ units }), yearEnd)
    expect(component(after, 'indicator').points).toBe('7.50')
    expect(after.notes.map((note) => note.code)).toContain('reclassed')
  })

  test('D28 talks end in the next year: filing units stay for 2022', () => {
    const units = [aLead('outOfCity', { filedOn: day('2022-12-28'), dormantOn: day('2023-02-10') })]
    const result = evaluate(scheme, facts({ units }), day('2023-03-01'))
    expect(component(result, 'indicator').points).toBe('7.50')
    expect(result.notes.map((note) => note.code)).toContain('dormantKept')
  })

  test('B4 one 北京 landed of 4.5 units: 30.00 with cap, 33.75 without', () => {
    const units = [aLead('beijing', landed('2022-09-02')), aLead('outOfCity'), aLead('inCity')]
    expect(component(evaluate(scheme, facts({ units }), yearEnd), 'indicator').points).toBe('30.00')
    const open = evaluate(scheme, facts({ units }), yearEnd, { overflow: 'linear' })
    expect(component(open, 'indicator').points).toBe('33.75')
  })

  test('ambiguity 14: units are gone from the day of revocation, not before', () => {
    const units = [aLead('outOfCity', { revokedOn: day('2022-10-01') })]
    expect(component(evaluate(scheme, facts({ units }), day('2022-09-30')), 'indicator').points).toBe('7.50')
    expect(component(evaluate(scheme, facts({ units }), day('2022-10-01')), 'indicator').points).toBe('0.00')
  })
})

describe('Dongli 2022 category 3: 平时考核70分', () => {
  test('D20 items in 11 of 12 months, two in November, none in October: 32.08', () => {
    const dated = { brief: briefsIn([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 11, 12]) }
    const brief = component(evaluate(scheme, facts({ dated }), yearEnd), 'brief')
    expect([brief.points, brief.exact, brief.arithmetic]).toEqual(['32.08', '32.0833…', '35 × 11 ÷ 12 = 32.0833…'])
    expect(brief.inputs).toEqual({
      periods: '11',
      assessed: '12',
      have: '1,2,3,4,5,6,7,8,9,11,12',
      missing: '10',
    })
  })

  test('D21 assessed months 4–12, 8 of 9: 31.11', () => {
    const dated = { brief: briefsIn([1, 4, 5, 6, 7, 8, 9, 11, 12]) }
    const result = evaluate(scheme, facts({ dated }), yearEnd, { assessedMonths: '4-12' })
    expect(component(result, 'brief').points).toBe('31.11')
  })

  test.each([
    ['3 of 4', 3, 4, '10.50'],
    ['2 of 3', 2, 3, '9.33'],
    ['0 of 0', 0, 0, '14.00'],
  ])('D22 training %s', (_name, attended, required, expected) => {
    const ratios = { training: trainings(attended, required) }
    expect(component(evaluate(scheme, facts({ ratios }), yearEnd), 'training').points).toBe(expected)
  })

  test('D23 配合 18 stands; 22 is refused', () => {
    const result = evaluate(scheme, facts({ manual: { cooperate: given('18') } }), yearEnd)
    expect(component(result, 'cooperate').points).toBe('18.00')
    expect(validateManual(scheme, 'cooperate', '18')).toEqual({ ok: true, value: '18' })
    const params = { name: '材料反馈宣传配合', value: '22', max: '21' }
    expect(validateManual(scheme, 'cooperate', '22')).toEqual({ ok: false, error: { code: 'manualAboveMax', params } })
  })

  test.each([
    ['cooperate', '-1', 'manualNegative'],
    ['cooperate', '十八', 'manualInvalid'],
    ['indicator', '18', 'manualNotAllowed'],
    ['nothing', '18', 'componentUnknown'],
  ])('D23 %s = %s is refused as %s', (id, value, code) => {
    const result = validateManual(scheme, id, value)
    expect(result.ok ? null : result.error.code).toBe(code)
  })
})

describe('Dongli 2022 category 3: the total is rounded once', () => {
  test('D24 85.67, though the rounded parts add up to 85.66', () => {
    const result = evaluate(
      scheme,
      facts({
        units: [aLead('nationalHiTech', landed('2022-09-02')), aLead('inCity')],
        dated: { brief: briefsIn([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]) },
        ratios: { training: trainings(2, 3) },
        manual: { cooperate: given('18') },
      }),
      yearEnd,
    )
    expect([result.total, result.exactTotal, result.max, result.pending]).toEqual(['85.67', '85.6667…', '100', '0'])
    expect(result.notes.find((note) => note.code === 'partsDoNotAdd')?.params).toMatchObject({ sum: '85.66' })
    expect(result.notes.filter((note) => note.code === 'parameter').map((note) => note.params['id'])).toContain(
      'roundingOnce',
    )
  })

  test('D25 all full and one lecture: 100.00, the bonus waits for the district', () => {
    const events = { lecture: [{ recordId: 'l1', label: '授课', on: day('2022-06-01') }] }
    const result = evaluate(scheme, facts({ ...allFull, units: [aLead('highQuality')], events }), yearEnd)
    expect([result.total, result.bonus, component(result, 'lecture').state]).toEqual(['100.00', '0', 'pending'])
    expect(result.notes.map((note) => note.code)).toContain('bonusPending')
  })

  test('D26 nine units, all else full: 100.00; 137.50 only if linear; 37.5 outside as bonus', () => {
    const all = facts({ ...allFull, units: Array.from({ length: 9 }, () => aLead('outOfCity')) })
    expect(evaluate(scheme, all, yearEnd).total).toBe('100.00')
    expect(evaluate(scheme, all, yearEnd, { overflow: 'linear' }).total).toBe('137.50')
    const bonus = evaluate(scheme, all, yearEnd, { overflow: 'bonus' })
    expect([bonus.total, bonus.bonus]).toEqual(['100.00', '37.5'])
  })

  test('D27 snapshot 2022-06-30: 39.00 已得, 21 待评, 181/365 = 49.6%', () => {
    const result = evaluate(
      scheme,
      facts({
        units: [aLead('outOfCity')],
        dated: { brief: briefsIn(allMonths) },
        ratios: { training: [...trainings(1, 1), ...trainings(0, 7).slice(6)] },
        manual: { cooperate: given('18', day('2022-12-20')) },
      }),
      day('2022-06-30'),
    )
    expect([result.earned, result.pending, result.max]).toEqual(['39.00', '21', '100'])
    expect(component(result, 'cooperate').state).toBe('notGiven')
    expect(result.timeProgress).toEqual({ days: 181, of: 365, percent: '49.6%' })
  })

  test('streams without points are named, never scored as zero', () => {
    const result = evaluate(scheme, facts({}), yearEnd)
    expect(result.streamsWithoutPoints).toEqual(['projects', 'environment', 'revenue'])
  })

  test('a figure given earlier is replaced by the later one, as of each day', () => {
    const manual = { cooperate: [...given('15', day('2022-07-01')), ...given('18', day('2022-12-20'))] }
    expect(component(evaluate(scheme, facts({ manual }), day('2022-08-01')), 'cooperate').points).toBe('15.00')
    expect(component(evaluate(scheme, facts({ manual }), yearEnd), 'cooperate').points).toBe('18.00')
  })
})

describe('ledger of the example files', () => {
  const conditions = (certified: string, contacted: string, accepted: string | null) => ({
    filedTruthfully: true as const,
    certifiedOn: day(certified),
    contactedOn: day(contacted),
    acceptedOn: accepted === null ? null : day(accepted),
  })
  const units: readonly UnitFact[] = [
    aLead('beijing', {
      filedOn: day('2022-03-15'),
      requirements: conditions('2022-03-20', '2022-03-28', '2022-04-06'),
    }),
    aLead('outOfCity', {
      filedOn: day('2022-04-18'),
      requirements: conditions('2022-04-22', '2022-04-26', '2022-05-05'),
      ...landed('2022-09-02'),
    }),
    aLead('outOfCity', { filedOn: day('2022-06-01'), requirements: conditions('2022-06-06', '2022-06-10', null) }),
    aLead('inCity', { filedOn: day('2022-07-08'), requirements: conditions('2022-07-12', '2022-07-15', '2022-07-20') }),
    aLead('invalid', { filedOn: day('2022-07-30'), requirements: {} }),
    aLead('outOfCity', {
      filedOn: day('2021-11-10'),
      requirements: conditions('2021-11-15', '2021-11-20', '2021-12-01'),
      ...landed('2022-05-16'),
    }),
  ]
  test.each([
    ['2022-06-30', '3', '22.50', '30 × min(1, 3 ÷ 4) = 22.5'],
    ['2022-08-31', '3.5', '26.25', '30 × min(1, 3.5 ÷ 4) = 26.25'],
    ['2022-12-31', '4.5', '30.00', '30 × min(1, 4.5 ÷ 4) = 30'],
  ])('leads as of %s: %s units, %s', (asOf, raw, points, arithmetic) => {
    const indicator = component(evaluate(scheme, facts({ units }), day(asOf)), 'indicator')
    expect([indicator.raw, indicator.points, indicator.arithmetic]).toEqual([raw, points, arithmetic])
  })

  test('the whole year: 30.00 + 32.08 + 9.33 + 18 = 89.42', () => {
    const all = facts({
      units,
      dated: { brief: briefsIn([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 11, 12]) },
      ratios: { training: trainings(2, 3) },
      manual: { cooperate: given('18') },
    })
    const result = evaluate(scheme, all, yearEnd)
    expect(result.total).toBe('89.42')
    expect(result.components.map((entry) => [entry.id, entry.points, entry.state])).toEqual([
      ['indicator', '30.00', 'scored'],
      ['brief', '32.08', 'scored'],
      ['training', '9.33', 'scored'],
      ['cooperate', '18.00', 'scored'],
      ['lecture', '0.00', 'scored'],
    ])
  })
})
