import { useMemo } from 'react'
import type { Month } from '../../shared/core/dates'
import type { RevenueFilter, RevenueSort } from '../../shared/revenue/contract'
import type { RevenueSource, RevenueStatus } from '../../shared/revenue/record'
import { useKeptList, type KeptList } from '../components/kept-list'

interface KeptEntries {
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

const initial: KeptEntries = {
  text: '',
  statuses: [],
  sources: [],
  year: 'own',
  month: 0,
  by: 'bookedOn',
  descending: true,
  offset: 0,
}

/** What the list shows. */
export interface ListState extends KeptList<KeptEntries> {
  readonly filter: RevenueFilter
  readonly isFiltered: boolean
}

export function monthOfYear(year: number, month: number): Month {
  return `${year}-${String(month).padStart(2, '0')}` as Month // 1–12 only
}

export function useListState(ownYear: number): ListState {
  const list = useKeptList('revenue', initial)
  return useMemo(() => {
    const { text, statuses, sources, month } = list.kept
    const { kept } = list
    const year = kept.year === 'own' ? ownYear : kept.year === 'all' ? null : kept.year
    return {
      ...list,
      filter: {
        text,
        statuses: [...statuses],
        sources: [...sources],
        year,
        month: month === 0 ? null : monthOfYear(year ?? ownYear, month),
      },
      isFiltered: text !== '' || statuses.length > 0 || sources.length > 0 || kept.year !== 'own' || month !== 0,
    }
  }, [list, ownYear])
}
