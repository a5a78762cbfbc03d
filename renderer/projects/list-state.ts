import { useMemo } from 'react'
import type { ProjectFilter, ProjectSort } from '../../shared/projects/contract'
import type { ProjectBand, ProjectStage } from '../../shared/projects/record'
import { useKeptList, type KeptList } from '../components/kept-list'

interface KeptProjects {
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

const initial: KeptProjects = {
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

/** What the list shows. */
export interface ListState extends KeptList<KeptProjects> {
  readonly filter: ProjectFilter
  readonly isFiltered: boolean
}

export function useListState(): ListState {
  const list = useKeptList('projects', initial)
  return useMemo(() => {
    const { text, stages, bands, isAboveHundredMillion, pool, lights } = list.kept
    return {
      ...list,
      filter: { text, stages: [...stages], bands: [...bands], isAboveHundredMillion, pool, lights: [...lights] },
      isFiltered:
        text !== '' ||
        stages.length > 0 ||
        bands.length > 0 ||
        isAboveHundredMillion ||
        pool !== 'inPool' ||
        lights.length > 0,
      reset: () => list.show(list.sort),
    }
  }, [list])
}
