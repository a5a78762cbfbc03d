import { useMemo } from 'react'
import { useKeptList, type KeptList } from '../components/kept-list'
import type { LeadFilter, LeadSort } from '../../shared/investment/contract'
import type { LeadClass } from '../../shared/investment/record'
import type { LeadState } from '../../shared/investment/states'

interface KeptLeads {
  readonly text: string
  readonly states: readonly LeadState[]
  readonly classes: readonly LeadClass[]
  /** `own`: the year the bureau works on; `all`: every year. */
  readonly year: number | 'own' | 'all'
  readonly by: LeadSort['by']
  readonly descending: boolean
  readonly offset: number
}

const initial: KeptLeads = {
  text: '',
  states: [],
  classes: [],
  year: 'own',
  by: 'updatedAt',
  descending: true,
  offset: 0,
}

/** What the list shows. */
export interface ListState extends KeptList<KeptLeads> {
  readonly filter: LeadFilter
  readonly isFiltered: boolean
}

export function useListState(ownYear: number): ListState {
  const list = useKeptList('leads', initial)
  return useMemo(() => {
    const { text, states, classes, year } = list.kept
    return {
      ...list,
      filter: {
        text,
        states: [...states],
        classes: [...classes],
        year: year === 'own' ? ownYear : year === 'all' ? null : year,
      },
      isFiltered: text !== '' || states.length > 0 || classes.length > 0 || year !== 'own',
    }
  }, [list, ownYear])
}
