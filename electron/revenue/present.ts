import type { Store } from '../../db/access'
import {
  readEntriesOfFindings,
  readTips,
  readTipsOf,
  toRevenueRecord,
  type RevenueEntryRow,
} from '../../db/repositories/revenue'
import { readClocks } from '../../db/repositories/preferences'
import { readBatch } from '../../db/repositories/tables'
import { yearOf } from '../../shared/core/dates'
import { checksOf } from '../../shared/revenue/checks'
import type { RevenueDetail, RevenueRow, TipRow } from '../../shared/revenue/contract'
import { countsIn, whyNotIn } from '../../shared/revenue/counting'
import { nextStatuses, nextStatusOf } from '../../shared/revenue/lifecycle'
import { tipClock } from '../../shared/revenue/tip-clock'
import type { Context } from '../context'
import { linkedFinding } from '../registry/linked-findings'

/** Rows of the list; an entry is judged for the year it was booked in, or the year asked for. */
export function presentEntries(
  context: Context,
  store: Store,
  year: number | null,
  rows: readonly RevenueEntryRow[],
): RevenueRow[] {
  const today = context.today()
  const tips = readTipsOf(
    store.read,
    rows.map(({ id }) => id),
  ).filter(({ direction }) => direction === 'out')
  return rows.map((row) => {
    const entry = toRevenueRecord(row)
    const judged = year ?? yearOf(entry.bookedOn ?? today)
    const tip = tips.find(({ entryId }) => entryId === row.id)
    return {
      entry,
      counts: countsIn(entry, judged, today),
      whyNot: whyNotIn(entry, judged, today),
      tip: tip ? { id: tip.id, counterpart: tip.counterpart, isAnswered: tip.handledOn !== null } : null,
      isImported: row.batchId !== null,
    }
  })
}

/** One entry with everything the drawer shows. */
export function presentEntry(context: Context, store: Store, stored: RevenueEntryRow): RevenueDetail | null {
  const [row] = presentEntries(context, store, null, [stored])
  if (!row) return null
  const batch = stored.batchId === null ? null : readBatch(store.read, stored.batchId)
  const { status } = row.entry
  return {
    ...row,
    nextStatus: nextStatusOf(status),
    nextStatuses: [...nextStatuses(status)],
    tips: readTipsOf(store.read, [stored.id]),
    checks: [...checksOf(row.entry, readEntriesOfFindings(store.read))],
    finding: linkedFinding(store.read, row.entry.findingId),
    source:
      batch && stored.sourceRow !== null ? { batchId: batch.id, file: batch.fileName, row: stored.sourceRow } : null,
  }
}

/** Tips with their clocks; the open ones first by the day their answer is due. */
export function presentTips(
  context: Context,
  store: Store,
  state: 'open' | 'answered' | 'all',
  direction: 'out' | 'in' | null,
): TipRow[] {
  const today = context.today()
  const { nearWorkdays } = readClocks(store.read)
  const rows = readTips(store.read)
    .filter(({ tip }) => direction === null || tip.direction === direction)
    .filter(({ tip }) => state === 'all' || (state === 'answered') === (tip.handledOn !== null))
    .map(({ tip, entryItem }) => ({ tip, entryItem, ...tipClock(tip, today, nearWorkdays, context.calendars()) }))
  const dueOf = ({ tip }: TipRow): string => tip.answerDueOn ?? '9999'
  return state === 'open' ? rows.toSorted((left, right) => dueOf(left).localeCompare(dueOf(right))) : rows
}
