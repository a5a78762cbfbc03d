import { z } from 'zod'
import { monthOf, quarterOf, yearOf } from '../../core/dates'
import type { Points } from '../../core/points'
import {
  addPoints,
  comparePoints,
  formatExact,
  maxPoints,
  minPoints,
  mulPoints,
  points,
  zeroPoints,
} from '../../core/points'
import type { EventFact } from '../facts'
import type { Remark, ScoreRecord } from '../result'
import type { Outcome, RuleContext } from './base'
import { componentBase, decimalText, equalsText, factKey, isCounted } from './base'

/** P7: points (or minus points) for happenings, with a cap per item, per period and on the number of times. */
export const eventBonusSchema = z.strictObject({
  ...componentBase,
  rule: z.literal('eventBonus'),
  /** Lower limit of the whole; null where the document sets none. */
  min: decimalText.nullable().default(null),
  items: z
    .array(
      z.strictObject({
        key: factKey,
        label: z.string().min(1),
        each: decimalText,
        /** Item cap; for minus points a negative number. */
        limit: decimalText.nullable().default(null),
        /** Frequency cap: at most `count` of them in a period give points. */
        atMost: z
          .strictObject({ count: decimalText, period: z.enum(['month', 'quarter', 'year']) })
          .nullable()
          .default(null),
        /** Period cap: at most so many points in a period. */
        periodLimit: z
          .strictObject({ limit: decimalText, period: z.enum(['month', 'quarter', 'year']) })
          .nullable()
          .default(null),
      }),
    )
    .min(1),
})

export type EventBonusComponent = z.infer<typeof eventBonusSchema>
type EventItem = EventBonusComponent['items'][number]

function periodKey(event: EventFact, period: 'month' | 'quarter' | 'year'): string {
  if (event.on === null) return ''
  return period === 'month'
    ? monthOf(event.on)
    : period === 'quarter'
      ? `Q${quarterOf(event.on)}`
      : String(yearOf(event.on))
}

function countOf(events: readonly EventFact[]): Points {
  return addPoints(...events.map((event) => points(event.count ?? '1')))
}

function groups(events: readonly EventFact[], period: 'month' | 'quarter' | 'year'): readonly (readonly EventFact[])[] {
  const found = new Map<string, EventFact[]>()
  for (const event of events) {
    const key = periodKey(event, period)
    const group = found.get(key)
    if (group) group.push(event)
    else found.set(key, [event])
  }
  return [...found.values()]
}

/** The limit nearer to zero: a cap for plus points, a floor for minus points. */
function within(value: Points, limit: string | null): Points {
  if (limit === null) return value
  const edge = points(limit)
  return edge.s < 0n ? maxPoints(edge, value) : minPoints(edge, value)
}

function timesThatCount(item: EventItem, events: readonly EventFact[]): Points {
  const { atMost } = item
  if (!atMost) return countOf(events)
  return addPoints(...groups(events, atMost.period).map((group) => minPoints(points(atMost.count), countOf(group))))
}

function itemPoints(item: EventItem, events: readonly EventFact[]): Points {
  const { periodLimit } = item
  const each = points(item.each)
  if (!periodLimit) return within(mulPoints(each, timesThatCount(item, events)), item.limit)
  const parts = groups(events, periodLimit.period).map((group) =>
    within(mulPoints(each, timesThatCount(item, group)), periodLimit.limit),
  )
  return within(addPoints(...parts), item.limit)
}

/** P7. Source: AH 「提请领导走访 +0.5 each ≤3」, YA 「集中活动 +30 (≤4/yr)」, ST 「−1 per missing month ≤12」. */
export function scoreEventBonus(component: EventBonusComponent, context: RuleContext): Outcome {
  const records: ScoreRecord[] = []
  const notes: Remark[] = []
  const texts: string[] = []
  let open = zeroPoints
  for (const item of component.items) {
    const events = (context.facts.events[item.key] ?? []).filter((event) => isCounted(event.on, context))
    if (events.length === 0) continue
    const value = itemPoints(item, events)
    const uncapped = mulPoints(points(item.each), countOf(events))
    const count = formatExact(countOf(events))
    open = addPoints(open, value)
    texts.push(comparePoints(value, uncapped) === 0 ? `${count} × ${item.each}` : formatExact(value))
    for (const event of events) {
      const params = { label: item.label, each: item.each, count: event.count ?? '1' }
      records.push({
        id: event.recordId,
        label: event.label,
        units: event.count ?? '1',
        why: { code: 'eventCounted', params },
      })
    }
    if (comparePoints(value, uncapped) !== 0)
      notes.push({
        code: 'eventCapped',
        params: { label: item.label, count, each: item.each, value: formatExact(value) },
      })
  }
  const floor = component.min === null ? open : maxPoints(points(component.min), open)
  const value = component.max === null ? floor : minPoints(points(component.max), floor)
  if (comparePoints(value, open) !== 0)
    notes.push({ code: 'clamped', params: { name: component.name, limit: formatExact(value) } })
  const arithmetic = `${texts.length === 0 ? '0' : texts.join(' + ')}${equalsText(value)}`
  return {
    value,
    state: 'scored',
    inputs: { sum: formatExact(open) },
    arithmetic,
    records,
    notes,
    raw: formatExact(open),
  }
}
