import { useMemo } from 'react'
import { monthNumberOf, yearOf, type IsoDate } from '../../shared/core/dates'
import { spanOfPeriod } from '../../shared/environment/coverage'
import type { VisitMode } from '../../shared/environment/record'
import type { VisitFilter, VisitSort } from '../../shared/environment/visit-contract'
import type { EnterpriseChoice } from '../components/enterprise-field'
import { useKeptList, type KeptList } from '../components/kept-list'

interface KeptVisits {
  readonly view: 'matrix' | 'list'
  /** Null follows the year of the bureau. */
  readonly year: number | null
  /** `06` or `Q2`; null follows the calendar. */
  readonly part: string | null
  /** The list shows all of the year instead of one period. */
  readonly isWholeYear: boolean
  readonly text: string
  readonly enterprise: EnterpriseChoice | { readonly id: null }
  readonly personId: string
  readonly modes: readonly VisitMode[]
  readonly by: VisitSort['by']
  readonly descending: boolean
  readonly offset: number
}

const initial: KeptVisits = {
  view: 'matrix',
  year: null,
  part: null,
  isWholeYear: false,
  text: '',
  enterprise: { id: null },
  personId: '',
  modes: [],
  by: 'visitedOn',
  descending: true,
  offset: 0,
}

/** What the tab shows. */
export interface VisitsState extends KeptList<KeptVisits> {
  readonly year: number
  /** `06` or `Q2`. */
  readonly part: string
  /** `2022-06` or `2022Q2`. */
  readonly period: string
  readonly filter: VisitFilter
  readonly isFiltered: boolean
}

/** The month that runs, or the last of a year that is over. */
function currentPart(year: number, today: IsoDate): string {
  const month = yearOf(today) === year ? monthNumberOf(today) : 12
  return String(month).padStart(2, '0')
}

export function useVisitsState(ownYear: number, today: IsoDate): VisitsState {
  const list = useKeptList('visits', initial)
  return useMemo(() => {
    const { kept } = list
    const year = kept.year ?? ownYear
    const part = kept.part ?? currentPart(year, today)
    const period = part.startsWith('Q') ? `${year}${part}` : `${year}-${part}`
    const { start, end } = spanOfPeriod(period)
    const whole = spanOfPeriod(`${year}Q1`).start
    const { text, enterprise, personId, modes, isWholeYear } = kept
    return {
      ...list,
      year,
      part,
      period,
      filter: {
        text,
        from: isWholeYear ? whole : start,
        to: isWholeYear ? spanOfPeriod(`${year}Q4`).end : end,
        enterpriseId: enterprise.id,
        personId: personId === '' ? null : personId,
        modes: [...modes],
      },
      isFiltered: text !== '' || enterprise.id !== null || personId !== '' || modes.length > 0,
      reset: () => list.change({ text: '', enterprise: { id: null }, personId: '', modes: [] }),
      show: (view) => list.show({ ...view, view: 'list' }),
    }
  }, [list, ownYear, today])
}
