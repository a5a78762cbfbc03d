import { Button } from 'antd'
import { useState } from 'react'
import { showRecord, useScreen } from '../app/screen'
import { DataTable } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { pageLength } from '../components/kept-list'
import { call, useCall } from '../desk'
import { GridButton } from '../tables/grid-button'
import type { ListedIds } from '../tables/grid-window'
import { listedIds } from '../tables/listed-ids'
import { entriesText as text } from '../text/revenue'
import { typedOf } from './amounts'
import { EntriesFilter } from './entries-filter'
import { entryColumns } from './entry-columns'
import { EntryDrawer } from './entry-drawer'
import type { ListState } from './list-state'
import { MonthDrawer } from './month-drawer'
import { NewEntry } from './new-entry'
import { ProgressDrawer } from './progress-drawer'
import { useProgress } from './progress-line'
import type { TabProps } from './tab-props'

const sortable = ['bookedOn', 'item', 'districtRetained', 'updatedAt'] as const

interface ListActionsProps {
  readonly list: ListState
  readonly isEmpty: boolean
}

/** The list's entries as a grid, and as a ledger in a folder that the person chooses. */
function ListActions({ list: { filter, sort }, isEmpty }: ListActionsProps) {
  const idsOfList = (): Promise<ListedIds> =>
    listedIds(async (page) => {
      const { rows, total } = await call('revenue.list', { filter, sort, ...page })
      return { ids: rows.map(({ entry }) => entry.id), total }
    })
  return (
    <>
      <GridButton kind="revenue" idsOfList={idsOfList} />
      <ExportButton
        disabled={isEmpty}
        write={(folder) => call('revenue.export', { filter, sort, folder })}
        sentenceOf={({ exported, all }) => text.exported(exported, all)}
      >
        {text.export}
      </ExportButton>
    </>
  )
}

/** 入库台账: the filters, the list, an entry in the drawer, the year by month. */
export function EntriesTab({ day, header, list }: TabProps & { readonly list: ListState }) {
  const { kept, filter, sort } = list
  const recordId = useScreen((state) => state.recordId)
  const [panel, setPanel] = useState<'new' | 'progress' | 'month' | null>(null)
  const progress = useProgress(day.year)
  const page = { offset: kept.offset, limit: pageLength }
  const { data, error, isFetching, refetch } = useCall(
    'revenue.list',
    { filter, sort, ...page },
    { keepsPrevious: true },
  )
  const newButton = (
    <Button type="primary" onClick={() => setPanel('new')}>
      {text.newEntry}
    </Button>
  )
  const buttons = (
    <>
      <Button onClick={() => setPanel('progress')}>{text.progress}</Button>
      <Button onClick={() => setPanel('month')}>{text.month}</Button>
      <ListActions list={list} isEmpty={!data || data.total === 0} />
      {newButton}
    </>
  )
  const target = progress?.targetFen ?? null
  const empty =
    data?.all === 0 ? (
      <EmptyState text={text.empty(target === null ? null : typedOf(target))} action={newButton} />
    ) : (
      <EmptyState text={text.emptyFiltered} action={<Button onClick={list.reset}>{text.clearFilters}</Button>} />
    )
  const close = (): void => setPanel(null)
  return (
    <section className="page" aria-label={text.title}>
      {header(buttons)}
      <div className="rev-filter-bar">
        <EntriesFilter list={list} ownYear={day.year} />
        {data && <span className="soft figures">{text.count(data.total, data.all)}</span>}
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="revenue"
        label={text.listName}
        columns={entryColumns}
        rows={data?.rows ?? []}
        rowKey={({ entry }) => entry.id}
        isLoading={isFetching && !data}
        onOpen={({ entry }) => showRecord(entry.id)}
        openKey={recordId}
        sort={sort}
        onSort={({ by, descending }) =>
          list.change({ by: sortable.find((key) => key === by) ?? 'updatedAt', descending })
        }
        page={{ ...page, total: data?.total ?? 0, onChange: (offset) => list.change({ offset }) }}
        empty={data ? empty : <span />}
      />
      <NewEntry kind="booking" isOpen={panel === 'new'} today={day.today} onClose={close} />
      <ProgressDrawer
        progress={progress}
        isOpen={panel === 'progress'}
        onClose={close}
        onMonth={(month) => {
          list.show({ month })
          close()
        }}
      />
      <MonthDrawer day={day} isOpen={panel === 'month'} onClose={close} />
      <EntryDrawer id={recordId} day={day} onClose={() => showRecord(null)} />
    </section>
  )
}
