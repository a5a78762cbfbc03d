import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePoints, points } from '../../../shared/core/points'
import type { ScoringFacts } from '../../../shared/scoring/facts'
import { evaluate, trendByMonth } from '../../../shared/scoring/evaluate'
import { component, day, dongli, facts, aLead, yearEnd } from './builders'
import { anyFacts, anyState, dayOf2022 } from './random-facts'

const scheme = dongli()

function unitsOn(all: ScoringFacts, asOf: ReturnType<typeof day>) {
  return points(component(evaluate(scheme, all, asOf), 'indicator').raw ?? '0')
}

describe('laws of the score', () => {
  test('the total and each part stay between 0 and their maximum (cap)', () => {
    fc.assert(
      fc.property(anyState, ({ asOf, facts: all }) => {
        const result = evaluate(scheme, all, asOf)
        expect(comparePoints(points(result.total ?? '0'), points('100'))).toBeLessThanOrEqual(0)
        expect(comparePoints(points(result.total ?? '0'), points('0'))).toBeGreaterThanOrEqual(0)
        for (const part of result.components) {
          if (part.max === null || part.points === null) continue
          expect(comparePoints(points(part.points), points(part.max))).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  test('the order of records does not matter', () => {
    const shuffled = anyState.chain(({ asOf, facts: all }) =>
      fc
        .record({
          units: fc.shuffledSubarray([...all.units], { minLength: all.units.length }),
          brief: fc.shuffledSubarray([...(all.dated['brief'] ?? [])], { minLength: all.dated['brief']?.length ?? 0 }),
          training: fc.shuffledSubarray([...(all.ratios['training'] ?? [])], {
            minLength: all.ratios['training']?.length ?? 0,
          }),
        })
        .map((other) => ({ asOf, all, other })),
    )
    fc.assert(
      fc.property(shuffled, ({ asOf, all, other }) => {
        const left = evaluate(scheme, all, asOf)
        const mixed = {
          ...all,
          units: other.units,
          dated: { brief: other.brief },
          ratios: { training: other.training },
        }
        const right = evaluate(scheme, mixed, asOf)
        const shown = (result: typeof left) =>
          result.components.map((part) => [part.id, part.exact, part.forecast, part.arithmetic, part.inputs])
        expect([right.total, right.forecast, shown(right)]).toEqual([left.total, left.forecast, shown(left)])
      }),
    )
  })

  test('filing units never fall as the as-of day moves on, without revocation', () => {
    const kept = anyFacts(yearEnd).map((all) => ({
      ...all,
      units: all.units.map((unit) => ({ ...unit, revokedOn: null })),
    }))
    fc.assert(
      fc.property(kept, dayOf2022, dayOf2022, (all, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one]
        return comparePoints(unitsOn(all, earlier), unitsOn(all, later)) <= 0
      }),
    )
  })

  test('the forecast is never below the score', () => {
    fc.assert(
      fc.property(anyState, ({ asOf, facts: all }) => {
        const result = evaluate(scheme, all, asOf)
        return comparePoints(points(result.forecast ?? result.total ?? '0'), points(result.total ?? '0')) >= 0
      }),
    )
  })

  test('only facts up to the as-of day count', () => {
    fc.assert(
      fc.property(anyFacts(yearEnd), dayOf2022, (all, asOf) => {
        const known = {
          ...all,
          dated: { brief: (all.dated['brief'] ?? []).filter((fact) => fact.on <= asOf) },
          units: all.units.filter((unit) => unit.filedOn !== null && unit.filedOn <= asOf),
        }
        expect(evaluate(scheme, known, asOf)).toEqual(evaluate(scheme, all, asOf))
      }),
    )
  })
})

test('I3 trend: month ends up to the as-of day, then the day itself', () => {
  const units = [aLead('beijing', { filedOn: day('2022-02-10') }), aLead('outOfCity', { filedOn: day('2022-03-10') })]
  const ends = ['2022-01-31', '2022-02-28', '2022-03-31', '2022-04-30'].map(day)
  expect(trendByMonth(scheme, facts({ units }), day('2022-03-20'), ends)).toEqual([
    { on: '2022-01-31', total: '14.00' },
    { on: '2022-02-28', total: '29.00' },
    { on: '2022-03-20', total: '36.50' },
  ])
})
