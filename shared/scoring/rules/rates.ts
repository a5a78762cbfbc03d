import type { Points } from '../../core/points'
import { addPoints, divPoints, formatExact, mulPoints, points, rateOf, zeroPoints } from '../../core/points'
import type { CompletionRate, ScoreRecord } from '../result'
import type { RuleContext } from './base'
import { isCounted } from './base'

/** Numerator and denominator of a key, summed over the facts that count on the as-of day. */
export interface SummedRate {
  readonly num: Points
  /** Null: the unit has no target. */
  readonly den: Points | null
  /** Null without a target or with a zero denominator. */
  readonly share: Points | null
  readonly isGiven: boolean
  readonly records: readonly ScoreRecord[]
}

/** Sums the rate facts of a key. */
export function sumRate(key: string, context: RuleContext): SummedRate {
  const facts = (context.facts.ratios[key] ?? []).filter((fact) => isCounted(fact.on, context))
  const records = facts.map((fact): ScoreRecord => ({
    id: fact.recordId,
    label: fact.label,
    units: fact.num,
    why: { code: 'ratioEntry', params: { num: fact.num, den: fact.den ?? '' } },
  }))
  const num = addPoints(...facts.map((fact) => points(fact.num)))
  const hasNoTarget = facts.some((fact) => fact.den === null)
  const den = hasNoTarget ? null : addPoints(...facts.map((fact) => points(fact.den ?? '0')))
  return { num, den, share: den ? divPoints(num, den) : null, isGiven: facts.length > 0, records }
}

/** The same rate in per cent, exact; null when there is none. */
export function percentOf(rate: SummedRate): Points | null {
  return rate.share ? mulPoints(rate.share, points(100)) : null
}

/** Unit: per cent with one decimal, zeros kept (「90.0%」). */
export function completionRate(rate: SummedRate, context: RuleContext): CompletionRate | null {
  const shown = rateOf(rate.num, rate.den ?? zeroPoints, {
    decimals: 1,
    mode: context.rounding.mode,
    trailingZeros: true,
  })
  if (!shown || !rate.den) return null
  return { percent: shown.percent, num: formatExact(rate.num), den: formatExact(rate.den) }
}
