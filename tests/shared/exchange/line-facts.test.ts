import { describe, expect, it } from 'vitest'
import { factsOfLines } from '../../../shared/exchange/line-facts'
import { evaluate } from '../../../shared/scoring/evaluate'
import { shippedSchemes } from '../../../shared/scoring/schemes'
import { day } from '../../builders'
import { aFigure, aLead, aLine } from '../district/returns'

const unitNames = ['单位01']
const [scheme] = shippedSchemes()
const accepted = {
  certifiedOn: '2022-05-11',
  contactedOn: '2022-05-12',
  acceptedOn: '2022-05-13',
  acceptedBy: '示例园区',
}

function indicator(lines: Parameters<typeof factsOfLines>[0]) {
  if (!scheme) throw new Error('shipped')
  const { components } = evaluate(scheme, factsOfLines(lines, { unitNames }), day('2022-06-30'))
  const found = components.find(({ id }) => id === 'indicator')
  return { raw: found?.raw, records: found?.records.map(({ id, units }) => [id, units]) }
}

describe('lines as facts', () => {
  it('names the records by their line keys, so that a score opens to the lines', () => {
    const lines = [aLead('a', { detail: accepted }), aLead('b', { detail: { ...accepted, duplicateOf: 'a' } })]
    expect(indicator(lines)).toEqual({
      raw: '1',
      records: [
        ['lead/a', '1'],
        ['lead/b', '0'],
      ],
    })
  })

  it('an enterprise that the district split between two units counts half for each; a shared one counts whole', () => {
    const split = aLead('a', { detail: { ...accepted, claim: 'split', claimants: '2' } })
    const shared = aLead('b', { detail: { ...accepted, claim: 'shared', claimants: '2' } })
    expect(indicator([split]).raw).toBe('0.5')
    expect(indicator([shared]).raw).toBe('1')
  })

  it('a figure feeds figure, rate and place; one without a target has none; one without a number nothing', () => {
    const facts = factsOfLines(
      [
        aFigure('projects.count', { cumulative: '18', target: '20' }),
        aFigure('2019-争取资金', { cumulative: '1.5', target: null }),
        aFigure('unknown', { current: '3' }),
      ],
      { unitNames },
    )
    expect(facts.ratios['projects.count']).toMatchObject([{ num: '18', den: '20', recordId: 'figure/projects.count' }])
    expect(facts.ranks['projects.count']).toEqual({ place: 18, on: null })
    expect(facts.ratios['2019-争取资金']).toMatchObject([{ num: '1.5', den: null }])
    expect(facts.ranks['2019-争取资金']).toBeUndefined()
    expect(facts.figures['unknown']).toBeUndefined()
  })

  it('projects by their days, in 亿元; a booking that was reversed counts nothing', () => {
    const started = { totalInvestment: '60000', stage: 'building', startedOn: '2022-03-01', completedOn: null }
    const facts = factsOfLines(
      [
        aLine({ key: 'project/p', kind: 'project', detail: started }),
        aLine({ key: 'project/q', kind: 'project', detail: { totalInvestment: '一亿' } }),
        aLine({
          key: 'entry/e',
          kind: 'entry',
          cumulative: '0',
          detail: { status: 'reversed', districtRetained: '5' },
        }),
      ],
      { unitNames },
    )
    expect(facts.items['project']).toMatchObject([{ recordId: 'project/p', amount: '6', on: null }])
    expect(facts.items['project.started']).toMatchObject([{ amount: '6', on: '2022-03-01' }])
    expect(facts.items['project.completed']).toBeUndefined()
    expect(facts.items['entry']).toMatchObject([{ amount: '0' }])
  })

  it('texts of another chapter count where they serve 抓招商 as well; trainings that nobody had to attend do not', () => {
    const brief = { isAccepted: 'yes', submittedOn: '2022-05-05' }
    const facts = factsOfLines(
      [
        aLine({ key: 'brief/1', kind: 'brief', detail: brief }),
        aLine({
          key: 'brief/2',
          kind: 'brief',
          stream: 'environment',
          detail: { ...brief, uses: 'environmentBrief,investmentBrief' },
        }),
        aLine({ key: 'brief/3', kind: 'brief', stream: 'environment', detail: { ...brief, uses: 'environmentBrief' } }),
        aLine({
          key: 'training/1',
          kind: 'training',
          detail: { isRequired: 'no', isAttended: 'yes', heldOn: '2022-05-05' },
        }),
      ],
      { unitNames },
    )
    expect(facts.dated['brief']?.map(({ recordId }) => recordId)).toEqual(['brief/1', 'brief/2'])
    expect(facts.ratios['training']).toBeUndefined()
  })

  it('a hostile line can be no more than a fact that no rule asks for', () => {
    const facts = factsOfLines(
      [
        aFigure('__proto__', { cumulative: '9' }),
        aFigure('constructor', { cumulative: '9' }),
        aLead('x', { detail: { filedOn: '2022-13-45', leadClass: 'toString', claim: 'split', claimants: '-3' } }),
      ],
      { unitNames },
    )
    expect(Object.getPrototypeOf(facts.figures)).toBe(Object.prototype)
    expect(facts.units).toMatchObject([{ classes: [], filedOn: null }])
    expect(facts.units[0]?.claimants).toBeUndefined()
  })
})
