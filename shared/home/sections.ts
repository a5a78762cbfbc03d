import { addDays, weekdayOf, type IsoDate } from '../core/dates'
import type { Stream } from '../core/schemas'
import type { TodayItem, TodayView } from './contract'

/** Who asks: the name that records carry, and the streams that the person leads or works in. */
export interface Onlooker {
  readonly name: string
  readonly leads: ReadonlySet<Stream>
  readonly worksIn: ReadonlySet<Stream>
}

/**
 * Whether an item is shown to a person: a member sees the own ones and those of the own groups that nobody has in hand,
 * a leader all of the groups that are led. Items of no stream are everybody's. Source: product H1.
 */
export function isShownTo(item: Pick<TodayItem, 'stream' | 'person'>, view: TodayView, who: Onlooker | null): boolean {
  if (view === 'all' || who === null) return true
  if (item.person === who.name) return true
  if (item.stream === null) return item.person === ''
  if (view === 'group' && who.leads.has(item.stream)) return true
  return item.person === '' && (who.worksIn.has(item.stream) || who.leads.has(item.stream))
}

/** The last day of the week that a day lies in, Sunday. */
export function endOfWeek(day: IsoDate): IsoDate {
  return addDays(day, 7 - weekdayOf(day))
}

export interface TodaySections {
  readonly overdue: readonly TodayItem[]
  readonly near: readonly TodayItem[]
  readonly thisWeek: readonly TodayItem[]
  readonly waiting: readonly TodayItem[]
  readonly next: TodayItem | null
}

function byDay(left: TodayItem, right: TodayItem): number {
  const [a, b] = [`${left.submitBy}${left.key}`, `${right.submitBy}${right.key}`]
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Puts items where they belong: what waits for others apart, the rest by light and week. What somebody is `asked` for
 * now, by key, is of this week whatever its day.
 */
export function sectionsOf(
  items: readonly TodayItem[],
  today: IsoDate,
  asked: ReadonlySet<string> = new Set(),
): TodaySections {
  const sorted = items.toSorted(byDay)
  const ours = sorted.filter(({ waitsFor }) => waitsFor === '')
  const week = endOfWeek(today)
  const normal = ours.filter(({ light }) => light === 'normal')
  const isThisWeek = ({ key, submitBy }: TodayItem): boolean => submitBy <= week || asked.has(key)
  return {
    overdue: ours.filter(({ light }) => light === 'overdue'),
    near: ours.filter(({ light }) => light === 'near'),
    thisWeek: normal.filter(isThisWeek),
    waiting: sorted.filter(({ waitsFor }) => waitsFor !== ''),
    next: normal.find((item) => !isThisWeek(item)) ?? null,
  }
}
