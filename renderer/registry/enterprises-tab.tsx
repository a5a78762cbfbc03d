import { Button } from 'antd'
import { useState } from 'react'
import type { EnterpriseFilter, EnterpriseRow, EnterpriseSort } from '../../shared/registry/contract'
import { listComma } from '../../shared/terms/settings'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { ChoiceField } from '../components/choice-field'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { pageLength } from '../components/kept-list'
import { PageHeader } from '../components/page-header'
import { SampleFlag } from '../components/sample-flag'
import { SavedViews } from '../components/saved-views'
import { SearchField } from '../components/text-field'
import { stateOfView } from '../components/view-state'
import { useCall } from '../desk'
import { openImport } from '../tables/import-state'
import { enterprisesText as text, peopleText } from '../text/registry'
import { CreditCode } from './credit-code'
import { EnterpriseDrawer } from './enterprise-drawer'

interface KeptList {
  readonly text: string
  readonly links: EnterpriseFilter['links']
  readonly personId: string | null
  readonly by: EnterpriseSort['by']
  readonly descending: boolean
  readonly offset: number
}
const start: KeptList = { text: '', links: 'all', personId: null, by: 'name', descending: false, offset: 0 }

const sortable: readonly EnterpriseSort['by'][] = ['name', 'street', 'updatedAt']

const linkOptions: readonly { readonly value: EnterpriseFilter['links']; readonly label: string }[] = [
  { value: 'all', label: text.linksAll },
  { value: 'linked', label: text.linked },
  { value: 'unlinked', label: text.unlinked },
]

const columns: readonly DataColumn<EnterpriseRow>[] = [
  {
    key: 'name',
    title: text.columns.name,
    width: 250,
    isFixed: true,
    isSortable: true,
    render: ({ enterprise, isImported }) => (
      <span title={enterprise.name}>
        <SampleFlag {...enterprise} word={text.sample} hint={text.sampleHint} className="registry-flag" />
        {isImported && (
          <span className="registry-flag" title={text.importedHint}>
            {text.imported}
          </span>
        )}
        {enterprise.name}
      </span>
    ),
  },
  {
    key: 'creditCode',
    title: text.columns.creditCode,
    width: 200,
    render: ({ enterprise, creditCodeState }) => (
      <CreditCode code={enterprise.creditCode} state={creditCodeState} isShort />
    ),
  },
  {
    key: 'street',
    title: text.columns.street,
    width: 110,
    isSortable: true,
    render: ({ enterprise }) => enterprise.street || text.none,
  },
  {
    key: 'officials',
    title: text.columns.officials,
    width: 180,
    render: ({ officials }) => officials.join(listComma) || text.none,
  },
  {
    key: 'lastVisit',
    title: text.columns.lastVisit,
    width: 100,
    render: ({ lastVisitOn }) => <span className="figures">{lastVisitOn ?? text.none}</span>,
  },
  {
    key: 'demands',
    title: text.columns.demands,
    width: 96,
    align: 'right',
    render: ({ openDemands }) => <span className="amount">{openDemands === 0 ? text.none : openDemands}</span>,
  },
  {
    key: 'contact',
    title: text.columns.contact,
    width: 100,
    render: ({ enterprise }) => enterprise.contact || text.none,
  },
]

interface FilterProps {
  readonly kept: KeptList
  readonly change: (part: Partial<KeptList>) => void
}

function EnterprisesFilter({ kept, change }: FilterProps) {
  const people = useCall('registry.names', {})
  const options = people.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const isFiltered = kept.text !== '' || kept.links !== 'all' || kept.personId !== null
  return (
    <div className="registry-filter">
      <SearchField value={kept.text} label={text.filter} width={230} onSearch={(words) => change({ text: words })} />
      <ChoiceField
        label={text.links}
        width={140}
        value={kept.links}
        options={linkOptions}
        onChange={(links) => change({ links: links ?? 'all' })}
      />
      <ChoiceField
        label={text.official}
        width={150}
        value={kept.personId}
        options={options}
        allowsNone
        placeholder={text.officialAll}
        onChange={(personId) => change({ personId })}
      />
      {isFiltered && <Button onClick={() => change({ text: '', links: 'all', personId: null })}>{text.clear}</Button>}
      <SavedViews
        list="enterprises"
        state={{ ...kept, offset: 0 }}
        onChoose={(view) => change({ ...stateOfView(start, view), offset: 0 })}
      />
    </div>
  )
}

/** 企业一页通: the enterprises, and one of them with everything that all streams know of it. */
export function EnterprisesTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const [kept, setKept] = useKept<KeptList>('enterprises', start)
  const change = (part: Partial<KeptList>): void => setKept({ offset: 0, ...part })
  const recordId = useScreen((state) => state.recordId)
  const [isNew, setIsNew] = useState(false)
  const { by, descending, offset, ...filter } = kept
  const sort = { by, descending }
  const page = { offset, limit: pageLength }
  const list = useCall('registry.enterprises', { filter, sort, ...page }, { keepsPrevious: true })
  const { data } = list
  const add = (
    <Button
      type="primary"
      onClick={() => {
        showRecord(null)
        setIsNew(true)
      }}
    >
      {text.add}
    </Button>
  )
  const open = (id: string | null): void => {
    setIsNew(false)
    showRecord(id)
  }
  const isEmpty = data?.all === 0
  return (
    <section className="page" aria-label={text.list}>
      <PageHeader
        title={peopleText.title}
        tabs={tabs}
        extra={
          <>
            <Button className="for-work" onClick={openImport}>
              {text.import}
            </Button>
            {add}
          </>
        }
      />
      <div className="registry-bar">
        <EnterprisesFilter kept={kept} change={change} />
        {data && <span className="soft figures">{text.count(data.total, data.all)}</span>}
      </div>
      <FailureNotice error={list.error} onRetry={() => void list.refetch()} />
      <DataTable
        name="enterprises"
        label={text.list}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ enterprise }) => enterprise.id}
        isLoading={list.isFetching && !data}
        onOpen={({ enterprise }) => open(enterprise.id)}
        openKey={recordId}
        sort={sort}
        onSort={(next) =>
          change({ by: sortable.find((key) => key === next.by) ?? 'name', descending: next.descending })
        }
        page={{ ...page, total: data?.total ?? 0, onChange: (next) => change({ offset: next }) }}
        empty={
          data ? (
            <EmptyState text={isEmpty ? text.empty : text.emptyFiltered} action={isEmpty ? add : undefined} />
          ) : (
            <span />
          )
        }
      />
      <EnterpriseDrawer id={isNew ? 'new' : recordId} onClose={() => open(null)} onOpen={open} />
    </section>
  )
}
