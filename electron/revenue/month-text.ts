import { readRevenueEntries, readTips } from '../../db/repositories/revenue'
import { endOfMonth, type Month } from '../../shared/core/dates'
import { ok, type Result } from '../../shared/core/result'
import type { Output } from '../../shared/ipc/procedure'
import type { revenueContract } from '../../shared/revenue/contract'
import { monthTextParts } from '../../shared/revenue/month-text'
import { openedStore, type Context } from '../context'
import { targetOf } from './progress'

/** 月度进展 as it stands at the end of the month, or today within it. */
export function monthText(
  context: Context,
  month: Month,
): Result<Output<(typeof revenueContract)['revenue.monthText']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const year = Number(month.slice(0, 4))
  const end = endOfMonth(year, Number(month.slice(5, 7)))
  const today = context.today()
  const asOf = end < today ? end : today < `${month}-01` ? end : today
  const parts = monthTextParts({
    asOf,
    target: targetOf(store.value, year, asOf).amount,
    entries: readRevenueEntries(store.value.read),
    tips: readTips(store.value.read).map(({ tip }) => tip),
  })
  const out = parts.map(({ text, records }) => ({ text, records: records === null ? null : [...records] }))
  return ok({ text: out.map(({ text }) => text).join(''), parts: out })
}
