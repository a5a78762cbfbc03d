import { useMemo } from 'react'
import type { ProjectFilter, ProjectSort } from '../../shared/projects/contract'
import type { ProjectBand, ProjectStage } from '../../shared/projects/record'
import { useKept } from '../app/kept'
import { stateOfView } from '../components/view-state'

/** Unit: rows. */
export const pageLength = 50

interface KeptList {
  readonly text: string
  readonly stages: readonly ProjectStage[]
  readonly bands: readonly ProjectBand[]
  readonly isAboveHundredMillion: boolean
  readonly pool: ProjectFilter['pool']
  readonly lights: ProjectFilter['lights']
  readonly by: ProjectSort['by']
  readonly descending: boolean
  readonly offset: number
}

const initial: KeptList = {
  text: '',
  stages: [],
  bands: [],
  isAboveHundredMillion: false,
  pool: 'inPool',
  lights: [],
  by: 'updatedAt',
  descending: true,
  offset: 0,
}

/** What the list shows, kept when it is left and when the program is closed. */
export interface ListState {
  readonly kept: KeptList
  readonly filter: ProjectFilter
  readonly sort: ProjectSort
  readonly isFiltered: boolean
  /** Any change of filter or sort starts from the first page. */
  readonly change: (part: Partial<KeptList>) => void
  readonly reset: () => void
  /** Shows a saved view and nothing of what was shown before. */
  readonly show: (view: Readonly<Record<string, unknown>>) => void
}

export function useListState(): ListState {
  const [kept, setKept] = useKept<KeptList>('projects', initial)
  return useMemo(() => {
    const { text, stages, bands, isAboveHundredMillion, pool, lights, by, descending } = kept
    return {
      kept,
      filter: { text, stages: [...stages], bands: [...bands], isAboveHundredMillion, pool, lights: [...lights] },
      sort: { by, descending },
      isFiltered:
        text !== '' ||
        stages.length > 0 ||
        bands.length > 0 ||
        isAboveHundredMillion ||
        pool !== 'inPool' ||
        lights.length > 0,
      change: (part) => setKept({ offset: 0, ...part }),
      reset: () => setKept({ ...initial, by, descending }),
      show: (view) => setKept({ ...stateOfView(initial, view), offset: 0 }),
    }
  }, [kept, setKept])
}
