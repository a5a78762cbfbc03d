import { useMemo } from 'react'
import { gridLoadLimit } from '../../shared/tables/grid-contract'
import type { Month } from '../../shared/core/dates'
import type { RevenueFilter, RevenueSort } from '../../shared/revenue/contract'
import type { RevenueSource, RevenueStatus } from '../../shared/revenue/record'
import { useKept } from '../app/kept'
import { stateOfView } from '../components/view-state'
import { call } from '../desk'
import type { ListedIds } from '../tables/grid-window'

/** Unit: rows. */
export const pageLength = 50

interface KeptList {
  readonly text: string
  readonly statuses: readonly RevenueStatus[]
  readonly sources: readonly RevenueSource[]
  /** `own`: the year the bureau works on; `all`: every year. */
  readonly year: number | 'own' | 'all'
  /** 1–12; 0 for the whole year. */
  readonly month: number
  readonly by: RevenueSort['by']
  readonly descending: boolean
  readonly offset: number
}

const initial: KeptList = {
  text: '',
  statuses: [],
  sources: [],
  year: 'own',
  month: 0,
  by: 'bookedOn',
  descending: true,
  offset: 0,
}

/** What the list shows, kept when it is left and when the program is closed. */
export interface ListState {
  readonly kept: KeptList
  readonly filter: RevenueFilter
  readonly sort: RevenueSort
  readonly isFiltered: boolean
  /** Any change of filter or sort starts from the first page. */
  readonly change: (part: Partial<KeptList>) => void
  readonly reset: () => void
  /** Shows a saved view and nothing of what was shown before. */
  readonly show: (view: Readonly<Record<string, unknown>>) => void
}

export function monthOfYear(year: number, month: number): Month {
  return `${year}-${String(month).padStart(2, '0')}` as Month // 1–12 only
}

export function useListState(ownYear: number): ListState {
  const [kept, setKept] = useKept<KeptList>('revenue', initial)
  return useMemo(() => {
    const { text, statuses, sources, month, by, descending } = kept
    const year = kept.year === 'own' ? ownYear : kept.year === 'all' ? null : kept.year
    return {
      kept,
      filter: {
        text,
        statuses: [...statuses],
        sources: [...sources],
        year,
        month: month === 0 ? null : monthOfYear(year ?? ownYear, month),
      },
      sort: { by, descending },
      isFiltered: text !== '' || statuses.length > 0 || sources.length > 0 || kept.year !== 'own' || month !== 0,
      change: (part) => setKept({ offset: 0, ...part }),
      reset: () => setKept(initial),
      show: (view) => setKept({ ...stateOfView(initial, view), offset: 0 }),
    }
  }, [kept, setKept, ownYear])
}

/** As many rows as the list gives at once. */
const pageOfIds = 200

/** The entries that the list shows, in its order, as many as a grid can hold. */
export async function idsOfList(filter: RevenueFilter, sort: RevenueSort): Promise<ListedIds> {
  const ids: string[] = []
  for (;;) {
    const { rows, total } = await call('revenue.list', { filter, sort, offset: ids.length, limit: pageOfIds })
    ids.push(...rows.map(({ entry }) => entry.id))
    if (rows.length === 0 || ids.length >= Math.min(total, gridLoadLimit)) {
      return { ids: ids.slice(0, gridLoadLimit), total }
    }
  }
}
