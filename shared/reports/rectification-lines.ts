import { rateTextOf, tallyOf, type RateText, type Tally } from '../rectification/counting'
import { countedOnOf, isOpen } from '../rectification/report-items'
import { groupOf } from '../rectification/statistics'
import { groupsBy } from '../rectification/statistics-groups'
import type { StatisticsBy, StatisticsGroup } from '../rectification/statistics-contract'
import { rectificationText as words } from '../terms/report-rectification'
import { isWithin } from './period'
import type { RectificationFacts, RectificationItem } from './rectification-facts'
import { findingRef } from './refs'
import { fillText } from './sentences'
import type { RecordRef } from './model'

/** Items with the figures that they give together. */
export interface RectificationGroup {
  readonly label: string
  readonly items: readonly RectificationItem[]
  readonly group: StatisticsGroup
  readonly tally: Tally
  readonly rate: RateText
}

export function tallied({ rate }: Pick<RectificationFacts, 'rate'>, items: readonly RectificationItem[]) {
  const tally = tallyOf(items.map(({ counting }) => counting))
  return { tally, rate: rateTextOf(tally, rate) }
}

/** The items by what a table is broken down by, with the figures of each group. */
export function groupsOf(facts: RectificationFacts, by: StatisticsBy): readonly RectificationGroup[] {
  const own = new Map(facts.items.map((item) => [item.finding.id, item]))
  return groupsBy(by, facts.items).map(({ name, members }) => {
    const items = members.flatMap(({ finding }) => own.get(finding.id) ?? [])
    return { label: name.label, items, group: groupOf(name, items, facts.rate), ...tallied(facts, items) }
  })
}

/** With which verb done ones are told. */
export function verbOf({ promoted, isMixed }: Tally): 'done' | 'promoted' | 'mixed' {
  return isMixed ? 'mixed' : promoted > 0 ? 'promoted' : 'done'
}

export function groupText({ label, tally, rate }: RectificationGroup): string {
  const { total, done, promoted } = tally
  return fillText(words.group[verbOf(tally)], { label, total, done, promoted, own: done - promoted, ...rate })
}

export function nameOf({ finding: { no, title } }: RectificationItem): string {
  return no === '' ? title : `${no} ${title}`
}

export function itemRefs(items: readonly RectificationItem[]): readonly RecordRef[] {
  return items.map(({ finding }) => findingRef(finding))
}

export function openItems({ items }: RectificationFacts): readonly RectificationItem[] {
  return items.filter(isOpen)
}

export function overdueItems({ items }: RectificationFacts): readonly RectificationItem[] {
  return items.filter(({ timeliness }) => timeliness === 'overdue')
}

/** Done in the period. */
export function doneInPeriod({ items, period }: RectificationFacts): readonly RectificationItem[] {
  return items.filter((item) => item.counting.isDone && isWithin(period, countedOnOf(item)))
}

/** 销号 in the period, also of those reopened since. */
export function closedInPeriod({ items, period }: RectificationFacts): readonly RectificationItem[] {
  return items.filter(({ closedOn }) => isWithin(period, closedOn))
}

/** Extensions approved in the period. */
export function extendedInPeriod({ items, period }: RectificationFacts): readonly RectificationItem[] {
  return items.flatMap((item) => item.extensions.filter(({ decidedOn }) => isWithin(period, decidedOn)).map(() => item))
}

export function extendedItems({ items }: RectificationFacts): readonly RectificationItem[] {
  return items.filter(({ finding }) => finding.extensionCount > 0)
}
