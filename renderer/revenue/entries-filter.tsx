import { Button, Select } from 'antd'
import { revenueSources, revenueStatuses, type RevenueSource, type RevenueStatus } from '../../shared/revenue/record'
import { revenueSourceLabel, revenueStatusLabel } from '../../shared/terms/revenue'
import { SavedViews } from '../components/saved-views'
import { SearchField } from '../components/text-field'
import { entriesText as text, statusSigns } from '../text/revenue'
import type { ListState } from './list-state'

const statusOptions = revenueStatuses.map((value) => ({
  value,
  label: `${statusSigns[value]} ${revenueStatusLabel(value)}`,
}))
const sourceOptions = revenueSources.map((value) => ({ value, label: revenueSourceLabel(value) }))
const monthOptions = Array.from({ length: 13 }, (_, value) => ({
  value,
  label: value === 0 ? text.anyMonth : text.monthLabel(value),
}))

function yearOptions(ownYear: number) {
  return [
    { value: 'own' as const, label: text.yearLabel(ownYear) },
    ...[ownYear - 1, ownYear - 2].map((value) => ({ value, label: text.yearLabel(value) })),
    { value: 'all' as const, label: text.allYears },
  ]
}

/** Text, states, sources, year and month above the list. */
export function EntriesFilter({ list, ownYear }: { readonly list: ListState; readonly ownYear: number }) {
  const { kept, change } = list
  return (
    <div className="rev-filter">
      <SearchField
        value={kept.text}
        onSearch={(words) => change({ text: words })}
        label={text.filterText}
        width={210}
      />
      <Select<RevenueStatus[]>
        mode="multiple"
        aria-label={text.filterStatuses}
        placeholder={text.filterStatuses}
        value={[...kept.statuses]}
        options={statusOptions}
        onChange={(statuses) => change({ statuses })}
        maxTagCount="responsive"
        showSearch={false}
        style={{ width: 150 }}
      />
      <Select<RevenueSource[]>
        mode="multiple"
        aria-label={text.filterSources}
        placeholder={text.filterSources}
        value={[...kept.sources]}
        options={sourceOptions}
        onChange={(sources) => change({ sources })}
        maxTagCount="responsive"
        showSearch={false}
        popupMatchSelectWidth={280}
        style={{ width: 170 }}
      />
      <Select<number | 'own' | 'all'>
        aria-label={text.filterYear}
        value={kept.year === ownYear ? 'own' : kept.year}
        options={yearOptions(ownYear)}
        onChange={(year) => change({ year, ...(year === 'all' ? { month: 0 } : {}) })}
        style={{ width: 106 }}
      />
      <Select<number>
        aria-label={text.filterMonth}
        value={kept.month}
        options={monthOptions}
        disabled={kept.year === 'all'}
        onChange={(month) => change({ month })}
        style={{ width: 80 }}
      />
      {list.isFiltered && <Button onClick={list.reset}>{text.clearFilters}</Button>}
      <SavedViews list="revenue" state={{ ...kept, offset: 0 }} onChoose={list.show} />
    </div>
  )
}
