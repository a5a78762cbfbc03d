import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../../shared/scoring/advice'
import { applyChange } from '../../../shared/scoring/changes'
import { evaluate } from '../../../shared/scoring/evaluate'
import { gapText, suggestionText } from '../../../shared/terms/scoring'
import { aLead, briefsIn, component, day, dongli, facts, given, landed, trainings, yearEnd } from './builders'
import { anyState } from './random-facts'

const scheme = dongli()

describe('5.1 补分路径: cheapest actions to full marks', () => {
  const all = facts({
    units: [aLead('nationalHiTech', landed('2022-06-01')), aLead('inCity')],
    dated: { brief: briefsIn([1, 2, 3, 4, 5, 6, 7, 8]) },
    ratios: { training: trainings(2, 3) },
    manual: { cooperate: given('18') },
  })
  const asOf = day('2022-08-31')

  test('3.5 of 4: 还差0.5个指标; first land the 市内, or file one 市内', () => {
    const advice = advise(scheme, all, asOf)
    expect(advice.gaps.map(gapText)).toEqual([
      '还差0.5个指标。',
      '还缺9月、10月、11月、12月的信息，每期2.92分。',
      '“招商培训”应参加3次、已参加2次，差1次。',
    ])
    const first = advice.suggestions.slice(0, 2)
    expect(
      first.map(({ code, params, predictedPoints }) => [code, params['class'], params['units'], predictedPoints]),
    ).toEqual([
      ['landUnits', '市内优质', '0.5', '30.00'],
      ['fileUnits', '市内优质', '0.5', '30.00'],
    ])
    expect(first.map(suggestionText)[1]).toContain('再备案1个市内优质项目（+0.5个指标），此项得分30.00')
  })

  test('a waiting lead is the cheapest when it closes the gap', () => {
    const lead = aLead('outOfCity')
    const waiting = { ...lead, requirements: { ...lead.requirements, acceptedOn: null } }
    const { suggestions } = advise(scheme, { ...all, units: [...all.units.slice(0, 1), waiting] }, asOf)
    expect(suggestions[0]).toMatchObject({
      code: 'confirmUnits',
      predictedPoints: '30.00',
      params: { label: lead.label },
    })
  })

  test('without a figure of the district the figure is asked for', () => {
    const { gaps, suggestions } = advise(scheme, { ...all, manual: {} }, asOf)
    expect(gaps.map((gap) => gap.code)).toContain('gapFigure')
    expect(suggestions.at(-1)).toMatchObject({ code: 'askFigure', gain: '21.00' })
  })

  test('nothing is advised when everything is full', () => {
    const full = facts({
      units: [aLead('highQuality')],
      dated: { brief: briefsIn([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) },
      manual: { cooperate: given('21') },
    })
    expect(advise(scheme, full, yearEnd)).toEqual({ gaps: [], suggestions: [] })
  })

  test('after the year nothing can be filed any more', () => {
    const late = advise(scheme, all, day('2023-02-01'))
    expect(late.gaps.map((gap) => gap.code)).toContain('gapUnits')
    expect(late.suggestions).toEqual([])
  })

  test.each(['linear', 'bonus', 'cap'])(
    'each suggestion, when applied, gives the predicted score (overflow %s)',
    (overflow) => {
      const components = scheme.components.map((entry) =>
        entry.rule === 'unitCount' ? { ...entry, overflow: overflow as 'cap' | 'linear' | 'bonus' } : entry,
      )
      const read = { ...scheme, components }
      let applied = 0
      fc.assert(
        fc.property(anyState, ({ asOf: on, facts: state }) => {
          for (const suggestion of advise(read, state, on).suggestions) {
            const result = evaluate(read, applyChange(state, suggestion.change), suggestion.on)
            applied += 1
            expect([suggestion.code, component(result, suggestion.componentId).points, result.total]).toEqual([
              suggestion.code,
              suggestion.predictedPoints,
              suggestion.predictedTotal,
            ])
          }
        }),
        { numRuns: 150 },
      )
      expect(applied).toBeGreaterThan(200)
    },
  )
})
