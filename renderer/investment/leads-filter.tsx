import { Button, Select } from 'antd'
import { leadClasses, type LeadClass } from '../../shared/investment/record'
import { leadStates, type LeadState } from '../../shared/investment/states'
import { leadClassLabel, leadStateLabel } from '../../shared/terms/investment'
import { SavedViews } from '../components/saved-views'
import { SearchField } from '../components/text-field'
import { listText, stateSigns } from '../text/investment'
import type { ListState } from './list-state'

const stateOptions = leadStates.map((value) => ({ value, label: `${stateSigns[value]} ${leadStateLabel(value)}` }))
const classOptions = leadClasses.map((value) => ({ value, label: leadClassLabel(value) }))

function yearOptions(ownYear: number) {
  const years = [ownYear, ownYear - 1, ownYear - 2]
  return [
    { value: 'own' as const, label: listText.yearLabel(ownYear) },
    ...years.slice(1).map((value) => ({ value, label: listText.yearLabel(value) })),
    { value: 'all' as const, label: listText.allYears },
  ]
}

/** Text, states, classes and year above the list. */
export function LeadsFilter({ list, ownYear }: { readonly list: ListState; readonly ownYear: number }) {
  const { kept, change } = list
  return (
    <div className="lead-filter">
      <SearchField value={kept.text} onSearch={(text) => change({ text })} label={listText.filterText} width={220} />
      <Select<LeadState[]>
        mode="multiple"
        aria-label={listText.filterStates}
        placeholder={listText.filterStates}
        value={[...kept.states]}
        options={stateOptions}
        onChange={(states) => change({ states })}
        maxTagCount="responsive"
        showSearch={false}
        style={{ width: 180 }}
      />
      <Select<LeadClass[]>
        mode="multiple"
        aria-label={listText.filterClasses}
        placeholder={listText.filterClasses}
        value={[...kept.classes]}
        options={classOptions}
        onChange={(classes) => change({ classes })}
        maxTagCount="responsive"
        showSearch={false}
        style={{ width: 180 }}
      />
      <Select<number | 'own' | 'all'>
        aria-label={listText.filterYear}
        value={kept.year === ownYear ? 'own' : kept.year}
        options={yearOptions(ownYear)}
        onChange={(year) => change({ year })}
        style={{ width: 112 }}
      />
      {list.isFiltered && <Button onClick={list.reset}>{listText.clearFilters}</Button>}
      <SavedViews list="leads" state={{ ...kept, offset: 0 }} onChoose={list.show} />
    </div>
  )
}
