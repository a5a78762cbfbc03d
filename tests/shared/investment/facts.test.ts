import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/core/dates'
import { leadState, missingForEffective } from '../../../shared/investment/facts'
import type { LeadRecord } from '../../../shared/investment/record'
import { aFiledLead, aLandedLead, aLead, anEffectiveLead, day } from './builders'

const yearEnd = day('2022-12-31')

describe('state of a lead from its facts (指标定义①②)', () => {
  const cases: readonly (readonly [string, LeadRecord, string])[] = [
    ['nothing filed', aLead(), 'draft'],
    ['filed', aFiledLead(), 'filed'],
    ['certified', aFiledLead({ certifiedOn: day('2022-04-22') }), 'certified'],
    ['certified and contacted', anEffectiveLead({ acceptedOn: null }), 'contacted'],
    ['contacted without certification stays filed', anEffectiveLead({ certifiedOn: null }), 'filed'],
    ['all facts', anEffectiveLead(), 'effective'],
    ['all facts, class undecided', anEffectiveLead({ districtClass: 'pending' }), 'contacted'],
    ['accepted by nobody named', anEffectiveLead({ acceptedBy: ' ' }), 'contacted'],
    ['landed', aLandedLead(), 'landed'],
    ['registered outside the district', aLandedLead({ isRegisteredInDistrict: false }), 'effective'],
    ['place of registration unknown', aLandedLead({ isRegisteredInDistrict: null }), 'effective'],
    ['registered without credit code', aLandedLead({ creditCode: '' }), 'effective'],
    ['invalid', aFiledLead({ districtClass: 'invalid' }), 'invalid'],
    ['revoked', anEffectiveLead({ ending: 'revoked', endedOn: day('2022-11-01') }), 'revoked'],
    ['dormant', anEffectiveLead({ ending: 'dormant', endedOn: day('2022-11-01') }), 'dormant'],
    ['withdrawn', aFiledLead({ ending: 'withdrawn', endedOn: day('2022-11-01') }), 'withdrawn'],
  ]
  test.each(cases)('%s', (_name, lead, state) => {
    expect(leadState(lead, yearEnd)).toBe(state)
  })

  test('filed in November, registered the next January: not landed (落地须在备案当年)', () => {
    const lead = aLandedLead({ landedOn: day('2023-01-05') })
    expect(leadState(lead, day('2023-06-30'))).toBe('effective')
  })

  test.each([
    ['2022-04-17', 'draft'],
    ['2022-04-18', 'filed'],
    ['2022-04-22', 'certified'],
    ['2022-04-26', 'contacted'],
    ['2022-05-05', 'effective'],
    ['2022-09-01', 'effective'],
    ['2022-09-02', 'landed'],
  ])('as of %s a landed lead was %s', (asOf, state) => {
    expect(leadState(aLandedLead(), day(asOf))).toBe(state)
  })

  test('an ending holds from its day on', () => {
    const lead = anEffectiveLead({ ending: 'revoked', endedOn: day('2022-11-01') })
    expect(leadState(lead, day('2022-10-31'))).toBe('effective')
    expect(leadState(lead, day('2022-11-01'))).toBe('revoked')
  })

  test('without an ending the state never goes back as time passes', () => {
    const order = ['draft', 'filed', 'certified', 'contacted', 'effective', 'landed']
    const anyDay = fc.option(
      fc.integer({ min: 0, max: 364 }).map((offset) => addDays(day('2022-01-01'), offset)),
      { nil: null },
    )
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, anyDay, anyDay, fc.nat(364), fc.nat(60), (...given) => {
        const [filedOn, certifiedOn, contactedOn, acceptedOn, landedOn, start, later] = given
        const lead = aLandedLead({ filedOn, certifiedOn, contactedOn, acceptedOn, landedOn })
        const before = leadState(lead, addDays(day('2022-01-01'), start))
        const after = leadState(lead, addDays(day('2022-01-01'), start + later))
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
      }),
    )
  })
})

describe('what is missing for 有效', () => {
  test.each([
    ['certifiedOn', { certifiedOn: null }],
    ['contactedOn', { contactedOn: null }],
    ['acceptedOn', { acceptedOn: null }],
    ['acceptedBy', { acceptedBy: '' }],
    ['districtClass', { districtClass: 'pending' }],
  ] as const)('%s', (field, facts) => {
    expect(missingForEffective(anEffectiveLead(facts), yearEnd)).toEqual([field])
  })
  test('nothing', () => {
    expect(missingForEffective(anEffectiveLead(), yearEnd)).toEqual([])
  })
})
