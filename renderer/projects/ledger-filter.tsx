import { Button, Select } from 'antd'
import type { ProjectFilter } from '../../shared/projects/contract'
import { projectBands, projectStages, type ProjectBand, type ProjectStage } from '../../shared/projects/record'
import { projectBandLabels, projectStageLabels } from '../../shared/terms/projects'
import { SavedViews } from '../components/saved-views'
import { SearchField } from '../components/text-field'
import { listText } from '../text/projects'
import type { ListState } from './list-state'

const stageOptions = projectStages.map((value) => ({ value, label: projectStageLabels[value] }))
const bandOptions = projectBands.map((value) => ({ value, label: projectBandLabels[value] }))
const lightOptions = (['overdue', 'near', 'normal'] as const).map((value) => ({ value, label: listText.lights[value] }))
const poolOptions = (['inPool', 'left', 'all'] as const).map((value) => ({ value, label: listText.pools[value] }))

/** Text, stages, bands, lights and the pool above the list. */
export function LedgerFilter({ list }: { readonly list: ListState }) {
  const { kept, change } = list
  return (
    <div className="project-filter">
      <SearchField value={kept.text} onSearch={(text) => change({ text })} label={listText.filterText} width={210} />
      <Select<ProjectBand[]>
        mode="multiple"
        aria-label={listText.filterBands}
        placeholder={listText.filterBands}
        value={[...kept.bands]}
        options={bandOptions}
        onChange={(bands) => change({ bands, isAboveHundredMillion: false })}
        maxTagCount="responsive"
        showSearch={false}
        style={{ width: 160 }}
      />
      <Select<ProjectStage[]>
        mode="multiple"
        aria-label={listText.filterStages}
        placeholder={listText.filterStages}
        value={[...kept.stages]}
        options={stageOptions}
        onChange={(stages) => change({ stages })}
        maxTagCount="responsive"
        showSearch={false}
        style={{ width: 140 }}
      />
      <Select<ProjectFilter['lights']>
        mode="multiple"
        aria-label={listText.filterLights}
        placeholder={listText.filterLights}
        value={[...kept.lights]}
        options={lightOptions}
        onChange={(lights) => change({ lights })}
        maxTagCount="responsive"
        showSearch={false}
        style={{ width: 130 }}
      />
      <Select<ProjectFilter['pool']>
        aria-label={listText.filterPool}
        value={kept.pool}
        options={poolOptions}
        onChange={(pool) => change({ pool })}
        style={{ width: 92 }}
      />
      {list.isFiltered && <Button onClick={list.reset}>{listText.clearFilters}</Button>}
      <SavedViews list="projects" state={{ ...kept, offset: 0 }} onChoose={list.show} />
    </div>
  )
}
