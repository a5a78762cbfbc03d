import { Button } from 'antd'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen, wishNewLead } from '../app/screen'
import { DataTable } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { pageLength } from '../components/kept-list'
import { PageHeader } from '../components/page-header'
import { askAhead, call, useCall } from '../desk'
import { GridButton } from '../tables/grid-button'
import type { ListedIds } from '../tables/grid-window'
import { listedIds } from '../tables/listed-ids'
import { listText } from '../text/investment'
import type { Day } from './day'
import { FunnelButton } from './funnel-drawer'
import { LeadDrawer } from './lead-drawer'
import { leadColumns } from './leads-columns'
import { LeadsFilter } from './leads-filter'
import { useListState, type ListState } from './list-state'
import { PasteRowsButton, usePastedLeads } from './paste-rows'
import { QuickEntry } from './quick-entry'
import { ScoreLine, useScore } from './score-line'

const sortable = ['filedOn', 'title', 'investorName', 'updatedAt'] as const

function NewLeadButton() {
  return (
    <Button type="primary" onClick={wishNewLead}>
      {listText.newLeadKeys}
    </Button>
  )
}

/** Opens the quick entry when Ctrl+N was pressed, here or on the way here. */
function useNewLeadWish(open: () => void): void {
  const wish = useScreen((state) => state.newRecordWish)
  useEffect(() => {
    if (wish === 0) return
    useScreen.setState({ newRecordWish: 0 })
    open()
  }, [wish, open])
}

/** Focus on the list's first row, so that the arrow keys work at once. */
function focusFirstRow(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>('.table-fill tr[tabindex="0"]')?.focus(), 100)
}

interface ListActionsProps {
  readonly list: ListState
  readonly isEmpty: boolean
}

/** The list's leads as a grid, and as a ledger in a folder that the person chooses. */
function ListActions({ list: { filter, sort }, isEmpty }: ListActionsProps) {
  const idsOfList = (): Promise<ListedIds> =>
    listedIds(async (page) => {
      const { rows, total } = await call('investment.list', { filter, sort, ...page })
      return { ids: rows.map(({ lead }) => lead.id), total }
    })
  return (
    <>
      <GridButton kind="leads" idsOfList={idsOfList} />
      <ExportButton
        disabled={isEmpty}
        write={(folder) => call('reports.exportLeads', { filter, sort, folder })}
        sentenceOf={({ exported, all }) => listText.exported(exported, all)}
      >
        {listText.export}
      </ExportButton>
    </>
  )
}

/** 线索与项目: what is missing, the filters, the list, a lead in the drawer. */
export function LeadsTab({ day, tabs }: { readonly day: Day; readonly tabs: TabsOfPage }) {
  const list = useListState(day.year)
  const { kept, filter, sort } = list
  const recordId = useScreen((state) => state.recordId)
  const [isEntering, setIsEntering] = useState(false)
  const openEntry = useMemo(() => () => setIsEntering(true), [])
  useNewLeadWish(openEntry)
  usePastedLeads(!isEntering && recordId === null)
  const page = { offset: kept.offset, limit: pageLength }
  const { data, error, isFetching, refetch } = useCall(
    'investment.list',
    { filter, sort, ...page },
    { keepsPrevious: true },
  )
  const nextOffset = data && !isFetching && page.offset + pageLength < data.total ? page.offset + pageLength : null
  useEffect(() => {
    if (nextOffset !== null) askAhead('investment.list', { filter, sort, offset: nextOffset, limit: pageLength })
  }, [filter, sort, nextOffset])
  const score = useScore(day.year)
  const columns = useMemo(() => leadColumns(day.today), [day.today])
  const empty: ReactNode =
    data?.all === 0 ? (
      <EmptyState text={listText.empty} action={<NewLeadButton />} />
    ) : (
      <EmptyState
        text={listText.emptyFiltered}
        action={<Button onClick={list.reset}>{listText.clearFilters}</Button>}
      />
    )
  return (
    <section className="page" aria-label={listText.title}>
      <PageHeader
        title={listText.room}
        tabs={tabs}
        sentence={<ScoreLine score={score} />}
        extra={
          <>
            <FunnelButton
              year={day.year}
              onShow={(states) => list.change({ states, text: '', classes: [], year: 'own' })}
            />
            <PasteRowsButton />
            <ListActions list={list} isEmpty={!data || data.total === 0} />
            <NewLeadButton />
          </>
        }
      />
      <div className="lead-bar">
        <LeadsFilter list={list} ownYear={day.year} />
        {data && <span className="soft figures">{listText.count(data.total, data.all)}</span>}
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="leads"
        label={listText.listName}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={(row) => row.lead.id}
        isLoading={isFetching && !data}
        onOpen={(row) => showRecord(row.lead.id)}
        openKey={recordId}
        sort={sort}
        onSort={({ by, descending }) =>
          list.change({ by: sortable.find((key) => key === by) ?? 'updatedAt', descending })
        }
        page={{ ...page, total: data?.total ?? 0, onChange: (offset) => list.change({ offset }) }}
        empty={data ? empty : <span />}
      />
      <QuickEntry
        isOpen={isEntering}
        onClose={() => setIsEntering(false)}
        onSaved={(id, opens) => {
          setIsEntering(false)
          if (opens) showRecord(id)
          else focusFirstRow()
        }}
      />
      <LeadDrawer
        id={recordId}
        day={day}
        onClose={() => {
          showRecord(null)
        }}
      />
    </section>
  )
}
