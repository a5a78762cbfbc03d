import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { awardSections } from '../../../renderer/scoring/rules-awards-form'
import { componentFields } from '../../../renderer/scoring/rules-components-form'
import { emptyRule, finished, nextVersion, problemsOf, startOf } from '../../../renderer/scoring/rules-edit'
import {
  blankOf,
  isFields,
  listOf,
  moved,
  textAt,
  valueAt,
  withValue,
  type Fields,
  type RuleField,
} from '../../../renderer/scoring/rules-form'
import { fieldsOfComponent, schemeSections } from '../../../renderer/scoring/rules-scheme-form'
import { awardPlanSchema } from '../../../shared/scoring/award-plan'
import { componentSchema, schemeSchema } from '../../../shared/scoring/scheme'
import { shippedSchemes } from '../../../shared/scoring/schemes'

function fieldsOf(value: unknown): Fields {
  if (!isFields(value)) throw new Error('no document')
  return value
}

function read(file: string): Fields {
  return fieldsOf(JSON.parse(readFileSync(file, 'utf8')))
}

const shipped = fieldsOf(shippedSchemes()[0])
const schemeFolder = 'tests/shared/scoring/schemes'
const schemeFiles = [
  ...readdirSync(schemeFolder).map((name) => path.join(schemeFolder, name)),
  'tests/fixtures/district/haizhou-2019-scheme.json',
]
const awardFiles = ['haizhou-2019-awards', 'awards-2022'].map((name) => `tests/fixtures/district/${name}.json`)

/** Places of a document for which the form has no field. */
function unknownPlaces(value: unknown, fields: readonly RuleField[], at = ''): readonly string[] {
  return Object.entries(fieldsOf(value)).flatMap(([key, inner]) => {
    const place = `${at}/${key}`
    const shape = fields.find((field) => field.kind === 'variant')
    if (shape?.kind === 'variant' && (key === shape.key || !fields.some((field) => field.key === key))) {
      const chosen = shape.variants[textAt(value, [shape.key])]
      return chosen && (key === shape.key || chosen.fields.some((field) => field.key === key)) ? [] : [place]
    }
    const field = fields.find((each) => each.key === key)
    if (!field) return [place]
    if (field.kind === 'components')
      return listOf(inner).flatMap((component) => {
        const { id: _id, rule: _rule, ...rest } = fieldsOf(component)
        return unknownPlaces(rest, fieldsOfComponent(component), `${place}/${textAt(component, ['id'])}`)
      })
    if (field.kind === 'rows') return listOf(inner).flatMap((row) => unknownPlaces(row, field.fields, place))
    if (field.kind === 'keyed')
      return Object.values(fieldsOf(inner)).flatMap((row) => unknownPlaces(row, field.fields, place))
    return field.kind === 'group' && inner !== null ? unknownPlaces(inner, field.fields, place) : []
  })
}

const given = (document: Fields): Fields => {
  const { format: _format, id: _id, ...rest } = document
  return rest
}
const formOf = (sections: typeof schemeSections): readonly RuleField[] => sections.flatMap(({ fields }) => fields)

describe('the form asks for everything that a rule says (P2: no rule needs a text file)', () => {
  test.each(componentSchema.options.map((option) => [option.shape.rule.value, option] as const))(
    'rule type %s',
    (rule, option) => {
      const asked = ['id', 'rule', ...componentFields[rule].map(({ key }) => key)]
      expect(asked.toSorted()).toEqual(Object.keys(option.shape).toSorted())
    },
  )

  test('the scheme and the award plan themselves', () => {
    const keys = (sections: typeof schemeSections) => ['format', 'id', ...formOf(sections).map(({ key }) => key)]
    expect(keys(schemeSections).toSorted()).toEqual(Object.keys(schemeSchema.shape).toSorted())
    expect(keys(awardSections).toSorted()).toEqual(Object.keys(awardPlanSchema.shape).toSorted())
  })

  test.each(schemeFiles)('every place of %s has a field', (file) => {
    const scheme = fieldsOf(schemeSchema.parse(read(file)))
    expect(unknownPlaces(given(scheme), formOf(schemeSections))).toEqual([])
    expect(problemsOf('scheme', finished('scheme', scheme))).toEqual(new Map())
  })

  test.each(awardFiles)('every place of %s has a field', (file) => {
    const plan = fieldsOf(awardPlanSchema.parse(read(file)))
    expect(unknownPlaces(given(plan), formOf(awardSections))).toEqual([])
  })
})

describe('what is wrong stands at its field', () => {
  test('a missing clause, a word for a number and a day left open', () => {
    const copy = startOf(
      { kind: 'scheme', mode: 'copy', base: { documentId: 'dongli-2022-cat3', version: '1.0.0' } },
      shipped,
      ['1.0.0'],
    )
    const bare = withValue(copy, ['components', 1, 'clause'], '')
    const wrong = fieldsOf(withValue(bare, ['components', 0, 'units', 'inCity', 'filed'], '半个'))
    expect(wrong['version']).toBe('1.1.0')
    expect([...problemsOf('scheme', wrong)]).toEqual([
      ['effectiveFrom', '没有填写。'],
      ['components/0/units/inCity/filed', '格式不对。'],
      ['components/1/clause', '没有填写。'],
    ])
  })

  test('a tie-break by a component that was taken away', () => {
    const scheme = fieldsOf(schemeSchema.parse(read('tests/fixtures/district/haizhou-2019-scheme.json')))
    const without = listOf(scheme['components']).filter((component) => textAt(component, ['id']) !== 'started')
    const problems = problemsOf('scheme', { ...scheme, components: without })
    expect([...problems]).toEqual([['ranking/tieBreak', '没有这个项目。']])
  })

  test('an empty rule of either kind asks for its fields and for nothing that the form does not have', () => {
    for (const kind of ['scheme', 'awards'] as const) {
      const sections = kind === 'scheme' ? schemeSections : awardSections
      const empty = emptyRule(kind, 2022, [`${kind}-2022-1`])
      expect(empty['id']).toBe(`${kind}-2022-2`)
      const places = [...problemsOf(kind, empty).keys()].map((place) => place.split('/')[0] ?? '')
      expect(places).toContain('name')
      const asked = formOf(sections).map(({ key }) => key)
      expect(places.filter((place) => !asked.includes(place))).toEqual([])
    }
  })

  test.each(Object.entries(componentFields))(
    'an added component of type %s is only incomplete, not unknown',
    (rule, fields) => {
      const component = { id: 'item1', rule, ...blankOf(fields) }
      const problems = problemsOf('scheme', { ...shipped, parameters: [], components: [component] })
      expect(problems.get('components/0/clause')).toBe('没有填写。')
      expect([...problems.values()].filter((problem) => problem.includes('不认识'))).toEqual([])
    },
  )
})

describe('口径 follow the rule that was changed', () => {
  const parameterOf = (document: Fields, id: string): unknown =>
    listOf(document['parameters']).find((parameter) => textAt(parameter, ['id']) === id)

  test('the default is what the rule says; months beyond the options join them', () => {
    const added = withValue(shipped, ['components', 0, 'landingMode'], 'add')
    const changed = finished('scheme', fieldsOf(withValue(added, ['components', 1, 'assessed'], [3, 4, 5])))
    expect(valueAt(parameterOf(changed, 'landingMode'), ['default'])).toBe('add')
    expect(valueAt(parameterOf(changed, 'assessedMonths'), ['default'])).toBe('3-5')
    expect(textAt(parameterOf(changed, 'assessedMonths'), ['options', 2, 'note'])).toContain('只考核3-5月')
    expect(problemsOf('scheme', changed)).toEqual(new Map())
  })

  test('the reading of a component goes with it', () => {
    const [first, , ...rest] = listOf(shipped['components'])
    const changed = finished('scheme', { ...shipped, components: [first, ...rest] })
    expect(parameterOf(changed, 'assessedMonths')).toBeUndefined()
    expect(parameterOf(changed, 'overlap')).toBeDefined()
    expect(problemsOf('scheme', changed)).toEqual(new Map())
  })
})

describe('small steps', () => {
  test('the next version is proposed after the newest, by number and not by letter', () => {
    expect(nextVersion(['1.9.2', '1.10.0', '1.2.0'])).toBe('1.11.0')
    expect(nextVersion([])).toBe('1.0.0')
  })

  test('a change makes another document and leaves the old one alone', () => {
    const before = { list: [{ a: 1 }, { a: 2 }], own: 'x' }
    expect(withValue(before, ['list', 1, 'a'], 3)).toEqual({ list: [{ a: 1 }, { a: 3 }], own: 'x' })
    expect(before.list[1]).toEqual({ a: 2 })
    expect(valueAt(before, ['constructor'])).toBeUndefined()
  })

  test('rows move by one place and stay at the ends', () => {
    const rows = ['a', 'b', 'c']
    expect(moved(rows, 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(rows, 0, -1)).toBe(rows)
  })
})
