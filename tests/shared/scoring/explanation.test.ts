import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../shared/scoring/evaluate'
import { readScheme } from '../../../shared/scoring/read-rule'
import { findScheme, shippedSchemes } from '../../../shared/scoring/schemes'
import { withParameters } from '../../../shared/scoring/parameters'
import { waterfall } from '../../../shared/scoring/waterfall'
import { noteText, remarkText } from '../../../shared/terms/scoring'
import { aLead, briefsIn, component, day, dongli, facts, given, landed, yearEnd } from './builders'
import { anyState } from './random-facts'

const scheme = dongli()

describe('I2 得分说明: from the total down to clause, records and arithmetic', () => {
  const units = [aLead('outOfCity'), aLead('beijing'), aLead('inCity'), aLead('invalid')]
  const all = facts({ units, dated: { brief: briefsIn([1, 2]) }, manual: { cooperate: given('18') } })
  const result = evaluate(scheme, all, day('2022-03-31'))

  test('26.25 stands on four records, 1×2 + 1×1 + 1×0.5, ÷4×30', () => {
    const steps = waterfall(result)
    expect(steps[0]).toMatchObject({
      kind: 'total',
      points: '64.08',
      pending: '0',
      arithmetic: '26.25 + 5.8333… + 14 + 18',
    })
    expect(steps[1]).toMatchObject({
      kind: 'component',
      id: 'indicator',
      points: '26.25',
      from: '0',
      to: '26.25',
      lost: '3.75',
    })
    expect(steps[2]).toMatchObject({
      kind: 'clause',
      arithmetic: '30 × min(1, 3.5 ÷ 4) = 26.25',
      inputs: { units: '3.5', target: '4', sum: '1×2 + 1×1 + 1×0.5', ratio: '87.5%' },
    })
    const records = steps.flatMap((step) =>
      step.kind === 'record' && step.componentId === 'indicator' ? [step.record] : [],
    )
    expect(records.map((record) => record.units)).toEqual(['1', '2', '0.5', '0'])
    expect(remarkText(records[1]?.why ?? { code: 'draft', params: {} })).toBe('北京，备案有效、未落地，计2个指标。')
  })

  test('the page has the clause text of every component', () => {
    const clauses = waterfall(result).flatMap((step) => (step.kind === 'clause' ? [step.clause] : []))
    expect(clauses).toEqual(scheme.components.map((entry) => entry.clause))
    expect(clauses[0]).toContain('2022年备案的项目年内在东丽区注册公司')
  })

  test('parts add up step by step; what is outside the total has no bar', () => {
    const bars = waterfall(result).flatMap((step) => (step.kind === 'component' ? [[step.id, step.from, step.to]] : []))
    expect(bars).toEqual([
      ['indicator', '0', '26.25'],
      ['brief', '26.25', '32.08'],
      ['training', '32.08', '46.08'],
      ['cooperate', '46.08', '64.08'],
      ['lecture', null, null],
    ])
  })
})

describe('口径说明: only readings that made a difference', () => {
  const readings = (notes: ReturnType<typeof evaluate>['notes']) =>
    notes.filter((note) => note.code === 'parameter').map((note) => note.params['id'])

  test('an empty year names the open readings only', () => {
    const result = evaluate(scheme, facts({}), yearEnd)
    expect(readings(result.notes)).toEqual(['partial', 'assessedMonths', 'whenNoneRequired', 'cooperateBy'])
  })

  test('landing, duplicates, several classes and over-completion bring theirs', () => {
    const units = [
      aLead(['beijing', 'highQuality'], landed('2022-06-01')),
      aLead('outOfCity', { duplicateOf: 'x' }),
      aLead('outOfCity', { filedOn: day('2021-11-10'), ...landed('2022-05-16') }),
    ]
    const all = facts({
      units,
      manual: { cooperate: given('21') },
      dated: { brief: briefsIn([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) },
    })
    expect(readings(evaluate(scheme, all, yearEnd).notes)).toEqual([
      'landingMode',
      'overlap',
      'overflow',
      'yearOfFiling',
      'classDecision',
      'whenNoneRequired',
      'duplicates',
    ])
  })

  test('a reading that is not the default is always named, with its own sentence', () => {
    const notes = evaluate(scheme, facts({}), yearEnd, { overflow: 'linear', cutOff: '2023-01-15' }).notes
    expect(notes.filter((note) => note.params['id'] === 'overflow').map(remarkText)).toEqual([
      '超额完成的，指标考核按比例继续计分，不封顶。',
    ])
    expect(notes.filter((note) => note.params['id'] === 'cutOff').map(remarkText)[0]).toContain('须在2023-01-15前齐备')
  })

  test('ambiguity 8: with a cut-off, a later acceptance no longer counts', () => {
    const lead = aLead('outOfCity', { filedOn: day('2022-12-20') })
    const units = [{ ...lead, requirements: { ...lead.requirements, acceptedOn: day('2023-01-20') } }]
    const indicator = (asOf: string, overrides: Record<string, string>) =>
      component(evaluate(scheme, facts({ units }), day(asOf), overrides), 'indicator')
    expect(indicator('2022-12-31', {}).forecast).toBe('7.50')
    expect(indicator('2023-02-01', {}).points).toBe('7.50')
    expect(indicator('2023-01-10', { cutOff: '2023-01-15' }).forecast).toBe('7.50')
    const after = indicator('2023-02-01', { cutOff: '2023-01-15' })
    expect([after.points, after.forecast, after.records[0]?.why.code]).toEqual(['0.00', null, 'afterCutOff'])
  })

  test.each([
    [{ nothing: '1' }, 'parameterUnknown'],
    [{ overflow: 'sometimes' }, 'parameterValueUnknown'],
    [{ assessedMonths: '4-13' }, 'parameterValueUnknown'],
    [{ cutOff: '2022-02-30' }, 'parameterValueUnknown'],
    [{ registration: 'intended' }, 'parameterValueUnknown'],
  ])('%j is refused as %s', (overrides, code) => {
    const read = withParameters(scheme, overrides)
    expect(read.ok ? null : read.error.code).toBe(code)
  })
})

describe('schemes', () => {
  test('found by year and category; a year without scheme is refused', () => {
    const found = findScheme(shippedSchemes(), 2022, 3, yearEnd)
    expect(found.ok && found.value.id).toBe('dongli-2022-cat3')
    expect(findScheme(shippedSchemes(), 2022, 1, yearEnd)).toEqual({
      ok: false,
      error: { code: 'schemeMissing', params: { year: 2022, category: 1 } },
    })
  })

  test.each([
    ['a field the format does not know', { formula: '1+1' }],
    ['a number that is no decimal text', { total: 100 }],
    ['another format version', { format: 2 }],
    ['repeated component ids', { components: [...scheme.components, ...scheme.components.slice(0, 1)] }],
    [
      'a parameter whose default is not what the rule says',
      {
        parameters: scheme.parameters.map((entry) =>
          entry.id === 'overflow' ? { ...entry, default: 'linear' } : entry,
        ),
      },
    ],
  ])('%s is refused', (_name, change) => {
    const read = readScheme({ ...scheme, ...change })
    expect(read.ok ? null : read.error.code).toBe('schemeInvalid')
  })

  test('all fifteen ambiguities have a parameter with a sentence', () => {
    expect(scheme.parameters.map((parameter) => parameter.no)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ])
  })

  test('P1 change 0.5 → 0.6 for 2023: the score of 2022 stays', () => {
    const components = scheme.components.map((entry) =>
      entry.rule === 'unitCount'
        ? { ...entry, units: { ...entry.units, inCity: { label: '市内优质', filed: '0.6', landed: '1' } } }
        : entry,
    )
    const next = { ...scheme, id: 'dongli-2023-cat3', year: 2023, components }
    const found = findScheme([next, ...shippedSchemes()], 2022, 3, yearEnd)
    const units = [aLead('inCity')]
    expect(found.ok && component(evaluate(found.value, facts({ units }), yearEnd), 'indicator').points).toBe('3.75')
  })
})

test('every remark of any state has a whole sentence', () => {
  fc.assert(
    fc.property(anyState, ({ asOf, facts: all }) => {
      const result = evaluate(scheme, all, asOf)
      const remarks = [
        ...result.notes,
        ...result.components.flatMap((part) => part.records.map((record) => record.why)),
      ]
      for (const remark of remarks) expect(remarkText(remark)).not.toMatch(/undefined|[{}]/)
    }),
  )
})

test('lists in a sentence are joined with 、', () => {
  expect(noteText('pendingRequirements', { label: '甲', missing: 'acceptedOn\ncontactedOn', units: '1' })).toBe(
    '“甲”待确认：尚缺街道园区确认接收、直接对接；齐备后可计1个指标。',
  )
  expect(noteText('periodsMissing', { unit: 'month', periods: '10', lost: '2.9167…' })).toBe(
    '10月没有采用的信息，已不能补，少得2.9167…分。',
  )
})
