import { z } from 'zod'
import type { IsoDate } from '../../core/dates'
import { monthNumberOf, quarterOf, yearOf } from '../../core/dates'
import { divPoints, formatExact, mulPoints, points, rateOf, zeroPoints } from '../../core/points'
import type { Remark, ScoreRecord } from '../result'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, equalsText, factKey } from './base'

/** Points for each period that has at least `min` accepted items dated in it. */
export const periodPresenceSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('periodPresence'),
  max: decimalText,
  key: factKey,
  period: z.enum(['month', 'quarter']),
  /** Numbers of the assessed periods, e.g. 1–12. */
  assessed: z.array(z.number().int().min(1).max(12)).min(1),
  min: z.number().int().min(1),
})

export type PeriodPresenceComponent = z.infer<typeof periodPresenceSchema>

function periodOf(component: PeriodPresenceComponent, day: IsoDate): number {
  return component.period === 'month' ? monthNumberOf(day) : quarterOf(day)
}

interface Presence {
  readonly have: readonly number[]
  readonly missing: readonly number[]
  readonly surplus: readonly { readonly period: number; readonly count: number }[]
  readonly records: readonly ScoreRecord[]
}

/** Which assessed periods have their items on the as-of day. */
export function presenceOf(component: PeriodPresenceComponent, context: RuleContext): Presence {
  const counts = new Map<number, number>()
  const records: ScoreRecord[] = []
  for (const item of context.facts.dated[component.key] ?? []) {
    if (item.on > context.asOf || yearOf(item.on) !== context.year) continue
    const period = periodOf(component, item.on)
    const isAssessed = component.assessed.includes(period)
    const before = counts.get(period) ?? 0
    if (item.accepted && isAssessed) counts.set(period, before + 1)
    const code = !item.accepted ? 'itemNotAccepted' : isAssessed ? 'itemInPeriod' : 'itemOutsideAssessed'
    const params = { label: item.label, on: item.on, period, unit: component.period }
    records.push({
      id: item.recordId,
      label: item.label,
      units: item.accepted && isAssessed ? '1' : '0',
      why: { code, params },
    })
  }
  const assessed = [...component.assessed].sort((left, right) => left - right)
  const have = assessed.filter((period) => (counts.get(period) ?? 0) >= component.min)
  const missing = assessed.filter((period) => !have.includes(period))
  const surplus = have.flatMap((period) => {
    const count = counts.get(period) ?? 0
    return count > component.min ? [{ period, count }] : []
  })
  return { have, missing, surplus, records }
}

/** Exact points for a number of periods. */
export function presencePoints(component: PeriodPresenceComponent, have: number) {
  const share = divPoints(points(have), points(component.assessed.length)) ?? zeroPoints
  return mulPoints(points(component.max), share)
}

function currentPeriod(component: PeriodPresenceComponent, context: RuleContext): number {
  const year = yearOf(context.asOf)
  return year < context.year ? 0 : year > context.year ? 13 : periodOf(component, context.asOf)
}

/** Source: 「每月至少报送1篇」; an item counts for the month it is dated in, two in one month do not repair another. */
export function scorePeriodPresence(component: PeriodPresenceComponent, context: RuleContext): Outcome {
  const { have, missing, surplus, records } = presenceOf(component, context)
  const value = presencePoints(component, have.length)
  const total = component.assessed.length
  const notes: Remark[] = []
  const over = missing.filter((period) => period < currentPeriod(component, context))
  if (over.length > 0) {
    const lost = mulPoints(points(component.max), divPoints(points(over.length), points(total)) ?? zeroPoints)
    const params = { unit: component.period, periods: over.join('\n'), lost: formatExact(lost) }
    notes.push({ code: 'periodsMissing', params })
  }
  for (const { period, count } of surplus)
    notes.push({ code: 'surplusItems', params: { unit: component.period, period, count, counted: component.min } })
  const rate = rateOf(points(have.length), points(total), {
    decimals: 1,
    mode: context.rounding.mode,
    trailingZeros: true,
  })
  return {
    value,
    state: 'scored',
    inputs: { periods: String(have.length), assessed: String(total), have: have.join(','), missing: missing.join(',') },
    arithmetic: `${component.max} × ${have.length} ÷ ${total}${equalsText(value)}`,
    records,
    notes,
    raw: String(have.length),
    ...(rate ? { rate: { percent: rate.percent, num: String(have.length), den: String(total) } } : {}),
  }
}
