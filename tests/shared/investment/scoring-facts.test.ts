import { describe, expect, test } from 'vitest'
import type { LeadRecord } from '../../../shared/investment/record'
import { investmentFacts, unitFactOf, type InvestmentLedger } from '../../../shared/investment/scoring-facts'
import { evaluate } from '../../../shared/scoring/evaluate'
import { findScheme, shippedSchemes } from '../../../shared/scoring/schemes'
import { aBrief, aFiledLead, aLandedLead, aLead, anEffectiveLead, aTraining, day } from './builders'

/** The six leads of the sample ledger, typed in by hand. */
const leads: readonly LeadRecord[] = [
  anEffectiveLead({
    id: 'lead-1',
    title: '航空零部件研发中心',
    investorName: '北京航材研究公司',
    districtClass: 'beijing',
    filedOn: day('2022-03-15'),
    certifiedOn: day('2022-03-20'),
    contactedOn: day('2022-03-28'),
    acceptedOn: day('2022-04-06'),
  }),
  aLandedLead({ id: 'lead-2', title: '医疗器械检测平台' }),
  anEffectiveLead({
    id: 'lead-3',
    title: '智能制造产业园',
    filedOn: day('2022-06-01'),
    certifiedOn: day('2022-06-06'),
    contactedOn: day('2022-06-10'),
    acceptedOn: null,
  }),
  anEffectiveLead({
    id: 'lead-4',
    title: '仓储物流信息',
    districtClass: 'inCity',
    filedOn: day('2022-07-08'),
    certifiedOn: day('2022-07-12'),
    contactedOn: day('2022-07-15'),
    acceptedOn: day('2022-07-20'),
  }),
  aFiledLead({ id: 'lead-5', title: '重复线索', districtClass: 'invalid', filedOn: day('2022-07-30') }),
  aLandedLead({
    id: 'lead-6',
    title: '高端轴承项目',
    filedOn: day('2021-11-10'),
    certifiedOn: day('2021-11-15'),
    contactedOn: day('2021-11-20'),
    acceptedOn: day('2021-12-01'),
    landedOn: day('2022-05-16'),
  }),
]

const briefDays = [
  '2022-01-10',
  '2022-02-11',
  '2022-03-12',
  '2022-04-13',
  '2022-05-14',
  '2022-06-15',
  '2022-07-16',
  '2022-08-17',
  '2022-09-18',
  '2022-11-19',
  '2022-11-20',
  '2022-12-21',
]

const ledger: InvestmentLedger = {
  unitNames: ['区审计局'],
  leads,
  briefs: briefDays.map((on) => aBrief(on)),
  trainings: [aTraining('2022-05-12', true), aTraining('2022-07-06', true), aTraining('2022-10-19', false)],
  manual: { cooperate: [{ value: '18', evidence: '区通报', docRef: '区办通报', givenOn: null }] },
  lectures: [],
}

function score(asOf: string, given: Partial<InvestmentLedger> = {}) {
  const scheme = findScheme(shippedSchemes(), 2022, 3, day(asOf))
  if (!scheme.ok) throw new Error('the 2022 scheme is shipped')
  const result = evaluate(scheme.value, investmentFacts({ ...ledger, ...given }), day(asOf))
  const pointsOf = (id: string) => result.components.find((component) => component.id === id)?.points
  return {
    total: result.total,
    indicator: pointsOf('indicator'),
    brief: pointsOf('brief'),
    training: pointsOf('training'),
  }
}

describe('the sample ledgers under 东丽区2022年办法 (第三类)', () => {
  test.each([
    ['2022-06-30', '22.50', '北京2 + 市外1 = 3'],
    ['2022-08-31', '26.25', '3 + 市内0.5 = 3.5'],
    ['2022-12-31', '30.00', '落地替代备案: 3.5 − 1 + 2 = 4.5, 封顶'],
  ])('（1）指标考核 as of %s → %s (%s)', (asOf, indicator) => {
    expect(score(asOf).indicator).toBe(indicator)
  })

  test('（2）平时考核: 11 of 12 months, 2 of 3 trainings, 配合 18 → 89.42', () => {
    expect(score('2022-12-31')).toEqual({ total: '89.42', indicator: '30.00', brief: '32.08', training: '9.33' })
  })

  test('items of another stream, without a day or not accepted change nothing', () => {
    const more = [
      ...ledger.briefs,
      aBrief('2022-10-10', { stream: 'environment' }),
      aBrief(null, { month: ledger.briefs[9]?.month ?? aBrief('2022-10-01').month }),
      aBrief('2022-10-11', { isAccepted: false }),
    ]
    expect(score('2022-12-31', { briefs: more }).brief).toBe('32.08')
    expect(score('2022-12-31', { briefs: [...more, aBrief('2022-10-12')] }).brief).toBe('35.00')
  })

  test('trainings that were not required change nothing', () => {
    const trainings = [...ledger.trainings, aTraining('2022-11-01', true, { isRequired: false })]
    expect(score('2022-12-31', { trainings }).training).toBe('9.33')
  })
})

describe('a lead as a counted unit', () => {
  test('an undecided class and a proposal', () => {
    const unit = unitFactOf(aLead({ proposedClass: 'beijing' }))
    expect(unit).toMatchObject({ classes: [], proposedClasses: ['beijing'], filedOn: null })
  })

  test('acceptance without the name of the street counts as not given', () => {
    expect(unitFactOf(anEffectiveLead({ acceptedBy: ' ' })).requirements['acceptedOn']).toBeNull()
  })

  test('briefs count by the duties they serve; trainings by stream, once held', () => {
    const facts = investmentFacts({
      unitNames: [],
      leads: [],
      briefs: [
        aBrief('2022-01-10', { id: 'own' }),
        aBrief('2022-02-10', { id: 'shared', stream: 'environment', uses: ['investmentBrief'] }),
        aBrief('2022-03-10', { id: 'other', stream: 'environment' }),
      ],
      trainings: [
        aTraining('2022-03-10', true, { id: 'held' }),
        aTraining('2022-04-10', false, { status: 'planned' }),
        aTraining('2022-05-10', true, { stream: 'environment' }),
      ],
      manual: {},
      lectures: [],
    })
    expect(facts.dated['brief']?.map(({ recordId }) => recordId)).toEqual(['own', 'shared'])
    expect(facts.ratios['training']?.map(({ recordId }) => recordId)).toEqual(['held'])
  })

  test('a landing without its company counts as not given', () => {
    expect(unitFactOf(aLandedLead({ companyName: '' })).landedOn).toBeNull()
    expect(unitFactOf(aLandedLead()).landedOn).toBe('2022-09-02')
  })

  test.each([
    ['revoked', '2022-11-01', '2022-11-01', null],
    ['withdrawn', null, '2022-04-18', null],
    ['dormant', '2022-11-01', null, '2022-11-01'],
  ] as const)('ending %s', (ending, endedOn, revokedOn, dormantOn) => {
    const unit = unitFactOf(anEffectiveLead({ ending, endedOn: endedOn === null ? null : day(endedOn) }))
    expect(unit).toMatchObject({ revokedOn, dormantOn })
  })
})
