import type { Store } from '../../db/access'
import { readBriefs } from '../../db/repositories/briefs'
import { readRevenueEntries } from '../../db/repositories/revenue'
import { yearOf } from '../../shared/core/dates'
import { sumOf } from '../../shared/revenue/progress'
import type { ReportFrame } from '../../shared/reports/frame'
import type { RevenueFacts } from '../../shared/reports/revenue-facts'
import { openOn } from '../../shared/revenue/month-text'
import type { Context } from '../context'
import { presentTips } from '../revenue/present'
import { revenueProgress } from '../revenue/progress'
import { dayBefore, signersOf, tasksUntil } from './report-frame'

/** What the section 抓收入 is built from. */
export function revenueFactsOf(context: Context, store: Store, frame: ReportFrame): RevenueFacts {
  const { period, asOf } = frame
  const before = dayBefore(frame)
  const earlier = before && revenueProgress(store, period.year, before)
  const entries = readRevenueEntries(store.read)
  return {
    ...frame,
    signers: signersOf(store, 'revenue'),
    entries,
    progress: revenueProgress(store, period.year, asOf),
    before: {
      retained: earlier?.bookedDistrictRetainedFen ?? sumOf([]),
      gross: earlier?.bookedGrossFen ?? sumOf([]),
    },
    ...openOn(entries, asOf),
    tips: presentTips(context, store, 'all', null)
      .filter(({ tip }) => tip.sentOn <= asOf && yearOf(tip.sentOn) === period.year)
      .toReversed(),
    briefs: readBriefs(store.read, period.year),
    tasks: tasksUntil(context, store, frame, 'revenue'),
  }
}
