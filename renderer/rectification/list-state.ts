import { useMemo } from 'react'
import { noFindingFilter, type FindingFilter, type FindingSort } from '../../shared/rectification/finding-rows'
import { goTo, useScreen } from '../app/screen'
import { useKeptList, type KeptList } from '../components/kept-list'

type KeptFindings = FindingFilter & {
  readonly by: FindingSort['by']
  readonly descending: boolean
  readonly offset: number
}

const initial: KeptFindings = { ...noFindingFilter, by: 'position', descending: false, offset: 0 }
const listKey = 'rectification'

/** What the list shows. */
export interface ListState extends KeptList<KeptFindings> {
  readonly filter: FindingFilter
  /** Something beside the queue narrows the list. */
  readonly isFiltered: boolean
}

/** The kept state without sort and page. */
export function filterOf({
  by: _by,
  descending: _descending,
  offset: _offset,
  ...filter
}: KeptFindings): FindingFilter {
  return filter
}

/** Filters that are set beside the queue. */
export function countFilters({ queue: _queue, text, ...lists }: FindingFilter): number {
  return Object.values(lists).filter((list) => list.length > 0).length + (text === '' ? 0 : 1)
}

export function useListState(): ListState {
  const list = useKeptList(listKey, initial)
  return useMemo(() => {
    const filter = filterOf(list.kept)
    const { queue } = filter
    return {
      ...list,
      filter,
      isFiltered: countFilters(filter) > 0,
      reset: () => list.show({ ...list.sort, queue }),
    }
  }, [list])
}

/** Shows the list with this filter and no other. */
export function showListOf(filter: Partial<FindingFilter>): void {
  useScreen.setState(({ kept }) => ({ kept: { ...kept, [listKey]: { ...initial, ...filter } } }))
  goTo('rectification', 'list')
}
