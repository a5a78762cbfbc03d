import { Button, Checkbox, Select } from 'antd'
import { useEffect } from 'react'
import { visitModes, type VisitMode } from '../../shared/environment/record'
import type { VisitListRow } from '../../shared/environment/visit-contract'
import { visitModeLabels, visitTerms } from '../../shared/terms/visits'
import { showRecord, useScreen } from '../app/screen'
import { ChoiceField } from '../components/choice-field'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { EnterpriseField } from '../components/enterprise-field'
import { FailureNotice } from '../components/failure-notice'
import { pageLength } from '../components/kept-list'
import { SampleFlag } from '../components/sample-flag'
import { SavedViews } from '../components/saved-views'
import { SearchField } from '../components/text-field'
import { askAhead, useCall } from '../desk'
import { visitText as text } from '../text/visits'
import type { VisitsState } from './visits-state'

const modeOptions = visitModes.map((value) => ({ value, label: visitModeLabels[value] }))
const sortable = ['visitedOn', 'enterpriseName'] as const

function solvedText({ demands }: VisitListRow): string {
  if (demands.length === 0) return text.noneSign
  return text.solvedOf(demands.filter(({ isSolved }) => isSolved === true).length, demands.length)
}

const columns: readonly DataColumn<VisitListRow>[] = [
  {
    key: 'visitedOn',
    title: visitTerms.visitedOn,
    width: 104,
    isSortable: true,
    render: ({ visit }) => visit.visitedOn,
  },
  {
    key: 'enterpriseName',
    title: visitTerms.enterprise,
    width: 220,
    isSortable: true,
    isFixed: true,
    render: ({ visit, enterpriseName, isImported }) => (
      <>
        <SampleFlag isSample={visit.isSample} name={enterpriseName} word={text.sample} className="visit-flag" />
        {isImported && (
          <span className="visit-flag" title={text.importedHint}>
            {text.imported}
          </span>
        )}
        {enterpriseName}
      </>
    ),
  },
  { key: 'person', title: visitTerms.person, width: 120, render: ({ personName }) => personName || text.noneSign },
  { key: 'rank', title: visitTerms.rank, width: 84, render: ({ rank }) => rank },
  {
    key: 'mode',
    title: visitTerms.mode,
    width: 84,
    render: ({ visit }) => (visit.mode === null ? text.noneSign : visitModeLabels[visit.mode]),
  },
  {
    key: 'demand',
    title: text.columns.demand,
    width: 220,
    render: ({ demands }) => {
      const [first] = demands
      return first ? text.demandCount(demands.length, first.text) : text.noneSign
    },
  },
  { key: 'solved', title: text.columns.solved, width: 64, align: 'right', render: solvedText },
  { key: 'topics', title: visitTerms.topics, render: ({ visit }) => visit.topics },
]

function VisitsFilter({ state }: { readonly state: VisitsState }) {
  const { kept, change } = state
  const people = useCall('registry.names', {})
  const { enterprise } = kept
  return (
    <div className="visits-filter">
      <SearchField value={kept.text} onSearch={(next) => change({ text: next })} label={text.filterText} width={210} />
      <EnterpriseField
        label={text.filterEnterprise}
        placeholder={text.filterEnterprise}
        value={enterprise.id === null ? null : enterprise}
        allowsNone
        width={190}
        onChange={(next) => change({ enterprise: next ?? { id: null } })}
      />
      <ChoiceField
        label={text.filterPerson}
        placeholder={text.filterPerson}
        value={kept.personId === '' ? null : kept.personId}
        options={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        allowsNone
        width={140}
        onChange={(next) => change({ personId: next ?? '' })}
      />
      <Select<VisitMode[]>
        mode="multiple"
        aria-label={text.filterMode}
        placeholder={text.filterMode}
        value={[...kept.modes]}
        options={modeOptions}
        onChange={(modes) => change({ modes })}
        maxTagCount="responsive"
        showSearch={false}
        style={{ width: 150 }}
      />
      <Checkbox checked={kept.isWholeYear} onChange={(event) => change({ isWholeYear: event.target.checked })}>
        {text.wholeYear(state.year)}
      </Checkbox>
      {state.isFiltered && <Button onClick={state.reset}>{text.clearFilters}</Button>}
      <SavedViews list="visits" state={{ ...kept, offset: 0 }} onChoose={state.show} />
    </div>
  )
}

/** 走访记录 of the chosen period, paged by the service. */
export function VisitsList({ state, onNew }: { readonly state: VisitsState; readonly onNew: () => void }) {
  const recordId = useScreen((screen) => screen.recordId)
  const { filter, sort, kept } = state
  const page = { offset: kept.offset, limit: pageLength }
  const { data, error, isFetching, refetch } = useCall(
    'environment.visits',
    { filter, sort, ...page },
    { keepsPrevious: true },
  )
  const nextOffset = data && !isFetching && page.offset + pageLength < data.total ? page.offset + pageLength : null
  useEffect(() => {
    if (nextOffset !== null) askAhead('environment.visits', { filter, sort, offset: nextOffset, limit: pageLength })
  }, [filter, sort, nextOffset])
  const empty =
    data?.all === 0 ? (
      <EmptyState
        text={text.emptyList}
        action={
          <Button className="for-work" onClick={onNew}>
            {text.newVisit}
          </Button>
        }
      />
    ) : (
      <EmptyState
        text={text.emptyFiltered}
        action={state.isFiltered ? <Button onClick={state.reset}>{text.clearFilters}</Button> : null}
      />
    )
  return (
    <>
      <div className="visits-bar">
        <VisitsFilter state={state} />
        {data && <span className="soft figures">{text.count(data.total, data.all)}</span>}
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="visits"
        label={text.listName}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ visit }) => visit.id}
        isLoading={isFetching && !data}
        onOpen={({ visit }) => showRecord(visit.id)}
        openKey={recordId}
        sort={sort}
        onSort={({ by, descending }) =>
          state.change({ by: sortable.find((key) => key === by) ?? 'visitedOn', descending })
        }
        page={{ ...page, total: data?.total ?? 0, onChange: (offset) => state.change({ offset }) }}
        empty={data ? empty : <span />}
      />
    </>
  )
}
