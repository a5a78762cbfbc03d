import { useMemo } from 'react'
import { useKept } from '../app/kept'
import { stateOfView } from '../components/view-state'
import type { LeadFilter, LeadSort } from '../../shared/investment/contract'
import type { LeadClass } from '../../shared/investment/record'
import type { LeadState } from '../../shared/investment/states'

/** Unit: rows. */
export const pageLength = 50

interface KeptList {
  readonly text: string
  readonly states: readonly LeadState[]
  readonly classes: readonly LeadClass[]
  /** `own`: the year the bureau works on; `all`: every year. */
  readonly year: number | 'own' | 'all'
  readonly by: LeadSort['by']
  readonly descending: boolean
  readonly offset: number
}

const initial: KeptList = {
  text: '',
  states: [],
  classes: [],
  year: 'own',
  by: 'updatedAt',
  descending: true,
  offset: 0,
}

/** What the list shows, kept when it is left and when the program is closed. */
export interface ListState {
  readonly kept: KeptList
  readonly filter: LeadFilter
  readonly sort: LeadSort
  readonly isFiltered: boolean
  /** Any change of filter or sort starts from the first page. */
  readonly change: (part: Partial<KeptList>) => void
  readonly reset: () => void
  /** Shows a saved view and nothing of what was shown before. */
  readonly show: (view: Readonly<Record<string, unknown>>) => void
}

export function useListState(ownYear: number): ListState {
  const [kept, setKept] = useKept<KeptList>('leads', initial)
  return useMemo(() => {
    const { text, states, classes, year, by, descending } = kept
    return {
      kept,
      filter: {
        text,
        states: [...states],
        classes: [...classes],
        year: year === 'own' ? ownYear : year === 'all' ? null : year,
      },
      sort: { by, descending },
      isFiltered: text !== '' || states.length > 0 || classes.length > 0 || year !== 'own',
      change: (part) => setKept({ offset: 0, ...part }),
      reset: () => setKept(initial),
      show: (view) => setKept({ ...stateOfView(initial, view), offset: 0 }),
    }
  }, [kept, setKept, ownYear])
}
