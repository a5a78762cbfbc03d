import { z } from 'zod'
import type { Points } from '../../core/points'
import {
  addPoints,
  comparePoints,
  divPoints,
  formatExact,
  maxPoints,
  minPoints,
  mulPoints,
  points,
  subPoints,
  zeroPoints,
} from '../../core/points'
import type { Remark } from '../result'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, equalsText, factKey, isKnown, notGiven } from './base'

/** Whose figures are compared: the units of the own category, or all of the district. */
const among = z.enum(['category', 'all']).default('category')

/** P8: points by place, from a published place or from the peers' figures. */
export const rankTableSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('rankTable'),
  max: decimalText,
  key: factKey,
  source: z.enum(['place', 'peers']),
  among,
  order: z.enum(['higherFirst', 'lowerFirst']).default('higherFirst'),
  award: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('table'),
      /** Places `from`–`to` have the points; others none. */
      places: z
        .array(z.strictObject({ from: z.number().int().min(1), to: z.number().int().min(1), points: decimalText }))
        .min(1),
    }),
    z.strictObject({ kind: z.literal('perPlace'), first: decimalText, less: decimalText, floor: decimalText }),
  ]),
  /** best: equal units share the best place (1, 1, 3); dense: (1, 1, 2); average: mean of the places' points. */
  ties: z.enum(['best', 'dense', 'average']),
})

export type RankTableComponent = z.infer<typeof rankTableSchema>

/** P9: 功效系数, the own figure between the lowest and the highest of all. */
export const peerNormalisedSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('peerNormalised'),
  max: decimalText,
  key: factKey,
  among,
  base: decimalText,
  span: decimalText,
  whenEqual: decimalText,
})

export type PeerNormalisedComponent = z.infer<typeof peerNormalisedSchema>

function awardAt(component: RankTableComponent, place: number): Points {
  const { award } = component
  if (award.kind === 'table') {
    return points(award.places.find((row) => row.from <= place && place <= row.to)?.points ?? '0')
  }
  const open = subPoints(points(award.first), mulPoints(points(place - 1), points(award.less)))
  return maxPoints(points(award.floor), open)
}

interface Placing {
  readonly place: number
  readonly tied: number
}

/** Figures from the highest down, by the list that many units are compared with. */
const sortedLists = new WeakMap<readonly string[], readonly Points[]>()

function sortedDown(all: readonly string[]): readonly Points[] {
  const known = sortedLists.get(all)
  if (known) return known
  const sorted = all.map((value) => points(value)).toSorted((left, right) => comparePoints(right, left))
  sortedLists.set(all, sorted)
  return sorted
}

/** How many figures at the head of a sorted list pass a test that the rest fails. */
function headOf(sorted: readonly Points[], passes: (value: Points) => boolean): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const value = sorted[middle]
    if (value && passes(value)) from = middle + 1
    else to = middle
  }
  return from
}

function distinct(sorted: readonly Points[]): number {
  return sorted.filter((value, index) => {
    const previous = sorted[index - 1]
    return !previous || comparePoints(previous, value) !== 0
  }).length
}

function placingOf(component: RankTableComponent, context: RuleContext): Placing | null {
  if (component.source === 'place') {
    const rank = context.facts.ranks[component.key]
    return rank && isKnown(rank.on, context) ? { place: rank.place, tied: 1 } : null
  }
  const peers = context.facts.peers[component.key]
  if (!peers || peers.self === null) return null
  const own = points(peers.self)
  const sorted = sortedDown(peers.all)
  const above = headOf(sorted, (value) => comparePoints(value, own) > 0)
  const notBelow = headOf(sorted, (value) => comparePoints(value, own) >= 0)
  const ahead = component.order === 'higherFirst' ? sorted.slice(0, above) : sorted.slice(notBelow)
  const places = component.ties === 'dense' ? distinct(ahead) : ahead.length
  return { place: places + 1, tied: notBelow - above }
}

/** P8. Source: LH 「first 1, −0.2 per place」, ZD 「rank 1–3/4–6/7–10 → 7/5/3」. */
export function scoreRankTable(component: RankTableComponent, context: RuleContext): Outcome {
  const placing = placingOf(component, context)
  if (!placing) return notGiven({ code: 'figureNotGiven', params: { name: component.name } }, `0–${component.max}`)
  const { place, tied } = placing
  const places = Array.from({ length: tied }, (_, index) => place + index)
  const shared = divPoints(addPoints(...places.map((each) => awardAt(component, each))), points(tied)) ?? zeroPoints
  const value = minPoints(points(component.max), component.ties === 'average' ? shared : awardAt(component, place))
  const notes: Remark[] = [{ code: 'rankPlace', params: { name: component.name, place, points: formatExact(value) } }]
  if (tied > 1) notes.push({ code: 'rankTied', params: { name: component.name, tied, ties: component.ties } })
  return {
    value,
    state: 'scored',
    inputs: { place: String(place), tied: String(tied) },
    arithmetic: `#${place} → ${formatExact(value)}`,
    records: [],
    notes,
    raw: String(place),
  }
}

/** P9. Source: GA 「(x−min)/(max−min)×40+60」; all equal gives full points (our reading of 0/0). */
export function scorePeerNormalised(component: PeerNormalisedComponent, context: RuleContext): Outcome {
  const peers = context.facts.peers[component.key]
  if (!peers || peers.self === null)
    return notGiven({ code: 'figureNotGiven', params: { name: component.name } }, `0–${component.max}`)
  const own = points(peers.self)
  const sorted = sortedDown(peers.all)
  const [high = own, low = own] = [sorted[0], sorted.at(-1)]
  const share = divPoints(subPoints(own, low), subPoints(high, low))
  const open = share
    ? addPoints(points(component.base), mulPoints(points(component.span), share))
    : points(component.whenEqual)
  const value = minPoints(points(component.max), open)
  const bounds = `(${formatExact(own)} − ${formatExact(low)}) ÷ (${formatExact(high)} − ${formatExact(low)})`
  return {
    value,
    state: 'scored',
    inputs: { own: formatExact(own), low: formatExact(low), high: formatExact(high), units: String(sorted.length) },
    arithmetic: share
      ? `${bounds} × ${component.span} + ${component.base}${equalsText(value)}`
      : `0 ÷ 0 → ${formatExact(value)}`,
    records: [],
    notes: share ? [] : [{ code: 'peersAllEqual', params: { name: component.name, points: component.whenEqual } }],
    raw: peers.self,
  }
}
