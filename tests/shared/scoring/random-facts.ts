import fc from 'fast-check'
import type { IsoDate } from '../../../shared/core/dates'
import { addDays } from '../../../shared/core/dates'
import type { RequirementFact, ScoringFacts, UnitFact } from '../../../shared/scoring/facts'
import { noFacts } from '../../../shared/scoring/facts'
import { day } from './builders'

const classIds = ['highQuality', 'beijing', 'nationalHiTech', 'outOfCity', 'inCity', 'invalid'] as const
const conditions = ['filedTruthfully', 'certifiedOn', 'contactedOn', 'acceptedOn'] as const

/** Any day of 2022. */
export const dayOf2022 = fc.integer({ min: 0, max: 364 }).map((days) => addDays(day('2022-01-01'), days))

function dayUpTo(last: IsoDate) {
  return fc.integer({ min: 0, max: 450 }).map((days) => addDays(last, -days))
}

/** Null nine times in ten. */
function rarely<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value })
}

/** A lead in any state, none of its facts after `last`. */
function lead(last: IsoDate): fc.Arbitrary<UnitFact> {
  const on = fc.option(dayUpTo(last), { nil: null })
  const classes = fc.uniqueArray(fc.constantFrom(...classIds), { maxLength: 2 })
  return fc
    .record({
      recordId: fc.uuid(),
      classes,
      proposedClasses: classes,
      filedOn: fc.option(dayUpTo(last), { nil: null, freq: 8 }),
      met: fc.tuple(on, on, on),
      landedOn: fc.option(dayUpTo(last), { nil: null, freq: 1 }),
      registeredInDistrict: fc.option(fc.boolean(), { nil: null }),
      duplicateOf: rarely(fc.constant('another')),
      revokedOn: rarely(dayUpTo(last)),
      isEffective: fc.boolean(),
    })
    .map(({ met, isEffective, ...fields }) => {
      const requirements = Object.fromEntries(
        conditions.map((condition, index): [string, RequirementFact] => [
          condition,
          isEffective || index === 0 ? true : (met[index - 1] ?? null),
        ]),
      )
      return { ...fields, label: fields.recordId.slice(0, 4), requirements }
    })
}

/** Everything the third-category scheme looks at, in any state, up to a day. */
export function anyFacts(last: IsoDate): fc.Arbitrary<ScoringFacts> {
  const briefs = fc.array(
    fc.record({ recordId: fc.uuid(), label: fc.constant('信息'), on: dayUpTo(last), accepted: fc.boolean() }),
    { maxLength: 20 },
  )
  const attended = fc.record({
    recordId: fc.uuid(),
    label: fc.constant('培训'),
    on: dayUpTo(last),
    num: fc.constantFrom('0', '1'),
    den: fc.constant('1'),
  })
  const manual = fc.option(fc.integer({ min: 0, max: 42 }), { nil: null }).map((halves) => {
    if (halves === null) return {}
    return {
      cooperate: [
        { value: `${Math.floor(halves / 2)}${halves % 2 ? '.5' : ''}`, evidence: null, docRef: null, givenOn: null },
      ],
    }
  })
  return fc
    .record({
      units: fc.array(lead(last), { maxLength: 8 }),
      brief: briefs,
      training: fc.array(attended, { maxLength: 5 }),
      manual,
    })
    .map((found) => ({
      ...noFacts,
      units: found.units,
      dated: { brief: found.brief },
      ratios: { training: found.training },
      manual: found.manual,
    }))
}

/** A day of 2022 with facts up to it. */
export const anyState = dayOf2022.chain((asOf) => anyFacts(asOf).map((facts) => ({ asOf, facts })))
