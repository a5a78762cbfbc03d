import { readRevenuePage, toRevenueRecord } from '../../db/repositories/revenue'
import { readBureau } from '../../db/repositories/settings'
import { endOfMonth, isoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import type { RevenueFilter, revenueContract } from '../../shared/revenue/contract'
import { revenueLedger } from '../../shared/revenue/ledger'
import { revenueFilterWords, revenueSourceLabel, revenueStatusLabel } from '../../shared/terms/revenue'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { exportLedger } from '../reports/export-ledger'
import { targetOf } from './progress'

type Call = (typeof revenueContract)['revenue.export']

/** Enough for any bureau's ledger. */
const EXPORT_LIMIT = 100_000

function describeFilter(filter: RevenueFilter): string[] {
  const words: string[] = []
  if (filter.text !== '') words.push(revenueFilterWords.text(filter.text))
  if (filter.statuses.length > 0) words.push(revenueFilterWords.statuses(filter.statuses.map(revenueStatusLabel)))
  if (filter.sources.length > 0) words.push(revenueFilterWords.sources(filter.sources.map(revenueSourceLabel)))
  if (filter.year !== null) words.push(revenueFilterWords.year(filter.year))
  if (filter.month !== null) words.push(revenueFilterWords.month(filter.month))
  return words
}

/** Writes the entries of a filter into a folder that the person chose. */
export async function exportEntries(
  context: Context,
  { filter, sort, folder }: Input<Call>,
): Promise<Result<Output<Call>>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const bureau = readBureau(store.value.read)
  const year = filter.year ?? bureau?.year ?? 0
  const start = isoDate(year, 1, 1)
  if (!bureau || !start) return err('notInitialised')
  const page = readRevenuePage(store.value.read, filter, sort, { offset: 0, limit: EXPORT_LIMIT })
  const ledger = revenueLedger({
    bureau: bureau.name,
    year,
    period: { start, end: endOfMonth(year, 12) },
    asOf: context.today(),
    target: targetOf(store.value, year, context.today()).amount,
    entries: page.rows.map(toRevenueRecord),
    totalCount: page.all,
    filters: describeFilter(filter),
    exportedAt: context.now().slice(0, 16).replace('T', ' '),
  })
  const file = await exportLedger(context, ledger, target.value)
  return file.ok ? ok({ file: file.value, exported: page.rows.length, all: page.all }) : file
}
