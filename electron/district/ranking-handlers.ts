import type { districtContract } from '../../shared/district/contract'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { parseReportPeriod } from '../../shared/reports/period'
import type { Context } from '../context'
import { countOpenChecks } from './checks-of-period'
import { districtStore } from './district-store'
import { earlierTotals, rankPeriod } from './rank'

type Own = 'district.ranking' | 'district.awards' | 'district.totals'

/** 排名、评奖建议、全区合计. */
export const rankingHandlers: Handlers<Pick<typeof districtContract, Own>, Context> = {
  'district.ranking': (context, { period }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const { store } = opened.value
    const ranked = rankPeriod(context, store, period)
    if (!ranked.ok) return ranked
    const { categories, isLocked, asOf } = ranked.value
    return ok({ categories, openChecks: countOpenChecks(store.read, period), isLocked, asOf })
  },

  'district.awards': (context, { period }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const ranked = rankPeriod(context, opened.value.store, period)
    return ranked.ok ? ok(ranked.value.awards) : ranked
  },

  'district.totals': (context, { period }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const parsed = parseReportPeriod(period)
    if (!parsed) return err('periodUnknown', { period })
    const { store } = opened.value
    const ranked = rankPeriod(context, store, period)
    if (!ranked.ok) return ranked
    const { totals, funnel } = ranked.value
    return ok({ totals, funnel, trend: earlierTotals(context, store, parsed) })
  },
}
