import { z } from 'zod'
import type { Points } from '../../core/points'
import {
  addPoints,
  comparePoints,
  divPoints,
  formatExact,
  minPoints,
  mulPoints,
  points,
  zeroPoints,
} from '../../core/points'
import type { ItemFact } from '../facts'
import type { Remark, ScoreRecord } from '../result'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, equalsText, factKey, identifier, isCounted } from './base'

/** P3 and P4: each item has the points of its tier, times the factors of its traits. */
export const tieredCountSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('tieredCount'),
  key: factKey,
  /** Unit the tiers are written in, e.g. 亿元. */
  unit: z.string().min(1),
  /** Which tier an amount exactly on a limit is in; a document that leaves it open is read here, in writing. */
  boundary: z.enum(['lowerInclusive', 'upperInclusive']),
  /** Ascending; the first one starts at null (anything below the next). */
  tiers: z.array(z.strictObject({ from: decimalText.nullable(), points: decimalText })).min(1),
  multipliers: z
    .array(z.strictObject({ trait: identifier, label: z.string().min(1), factor: decimalText }))
    .default([]),
  /** A condition on two amounts of the item: `num ÷ amount ≥ atLeast`. */
  guard: z
    .strictObject({ num: factKey, atLeast: decimalText, text: z.string().min(1) })
    .nullable()
    .default(null),
  /** The same record counts once, with its best value. */
  oncePerRecord: z.boolean().default(false),
})

export type TieredCountComponent = z.infer<typeof tieredCountSchema>

/** Each item adds the points of each of its traits. */
export const traitPointsSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('traitPoints'),
  key: factKey,
  traits: z.record(identifier, z.strictObject({ label: z.string().min(1), points: decimalText })),
})

export type TraitPointsComponent = z.infer<typeof traitPointsSchema>

/** The points of the tier an amount falls in; null below the lowest one. */
export function tierPoints(component: TieredCountComponent, amount: Points): Points | null {
  let found: string | null = null
  for (const tier of component.tiers) {
    const order = tier.from === null ? 1 : comparePoints(amount, points(tier.from))
    if (order > 0 || (order === 0 && component.boundary === 'lowerInclusive')) found = tier.points
  }
  return found === null ? null : points(found)
}

interface Valued {
  readonly item: ItemFact
  readonly value: Points
  readonly why: Remark
}

function passesGuard(component: TieredCountComponent, item: ItemFact): boolean {
  if (!component.guard) return true
  const share = divPoints(points(item.amounts?.[component.guard.num] ?? '0'), points(item.amount))
  return share !== null && comparePoints(share, points(component.guard.atLeast)) >= 0
}

function valueItem(component: TieredCountComponent, item: ItemFact): Valued {
  const { label, amount } = item
  if (component.guard && !passesGuard(component, item)) {
    const params = { label, amount, text: component.guard.text }
    return { item, value: zeroPoints, why: { code: 'itemGuardFailed', params } }
  }
  const base = tierPoints(component, points(amount)) ?? zeroPoints
  const factors = component.multipliers.filter((multiplier) => item.traits.includes(multiplier.trait))
  const value = mulPoints(base, ...factors.map((multiplier) => points(multiplier.factor)))
  const product = [formatExact(base), ...factors.map((multiplier) => multiplier.factor)].join(' × ')
  return {
    item,
    value,
    why: { code: 'itemTier', params: { label, amount, unit: component.unit, product, value: formatExact(value) } },
  }
}

function bestPerRecord(valued: readonly Valued[]): readonly Valued[] {
  const best = new Map<string, Valued>()
  for (const entry of valued) {
    const other = best.get(entry.item.recordId)
    if (!other || comparePoints(entry.value, other.value) > 0) best.set(entry.item.recordId, entry)
  }
  return [...best.values()]
}

function summed(component: { readonly name: string; readonly max: string | null }, valued: readonly Valued[]): Outcome {
  const open = addPoints(...valued.map((entry) => entry.value))
  const max = component.max === null ? null : points(component.max)
  const value = max ? minPoints(max, open) : open
  const isCut = comparePoints(value, open) !== 0
  const sum = valued.length === 0 ? '0' : valued.map((entry) => formatExact(entry.value)).join(' + ')
  return {
    value,
    state: 'scored',
    inputs: { items: String(valued.length), sum: formatExact(open) },
    arithmetic: isCut ? `min(${component.max}, ${sum})${equalsText(value)}` : `${sum}${equalsText(value)}`,
    records: valued.map((entry): ScoreRecord => ({
      id: entry.item.recordId,
      label: entry.item.label,
      units: formatExact(entry.value),
      why: entry.why,
    })),
    notes: isCut ? [{ code: 'partCapped', params: { name: component.name, max: component.max ?? '' } }] : [],
    raw: formatExact(open),
  }
}

/** P3, P4. Source: T5 and YA (tiers), LH (×1.2, ×1.5, half for 省内), AH (guard of 5 %, one project once). */
export function scoreTieredCount(component: TieredCountComponent, context: RuleContext): Outcome {
  const items = (context.facts.items[component.key] ?? []).filter((item) => isCounted(item.on, context))
  const valued = items.map((item) => valueItem(component, item))
  return summed(component, component.oncePerRecord ? bestPerRecord(valued) : valued)
}

/** Source: YA 「新开 5 / 续建 2」, 「产业 15 / 民生 8 / 功能 6」. */
export function scoreTraitPoints(component: TraitPointsComponent, context: RuleContext): Outcome {
  const items = (context.facts.items[component.key] ?? []).filter((item) => isCounted(item.on, context))
  const valued = items.map((item): Valued => {
    const values = item.traits.flatMap((trait) => component.traits[trait] ?? [])
    const value = addPoints(...values.map((entry) => points(entry.points)))
    const product = values.length === 0 ? '0' : values.map((entry) => entry.points).join(' + ')
    const params = { label: item.label, amount: item.amount, unit: '', product, value: formatExact(value) }
    return { item, value, why: { code: 'itemTier', params } }
  })
  return summed(component, valued)
}
