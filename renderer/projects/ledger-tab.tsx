import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
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
import { listText, projectsText } from '../text/projects'
import { BandsPanel, bandsSentence } from './bands-panel'
import { ledgerColumns } from './ledger-columns'
import { LedgerFilter } from './ledger-filter'
import { useListState, type ListState } from './list-state'
import { NewProject } from './new-project'

const sortable = ['name', 'totalInvestment', 'startedOn', 'plannedFinish', 'updatedAt'] as const

interface ListActionsProps {
  readonly list: ListState
  readonly isEmpty: boolean
}

/** The list's projects as a grid, and as a ledger in a folder that the person chooses. */
function ListActions({ list: { filter, sort }, isEmpty }: ListActionsProps) {
  const idsOfList = (): Promise<ListedIds> =>
    listedIds(async (page) => {
      const { rows, total } = await call('projects.list', { filter, sort, ...page })
      return { ids: rows.map(({ project }) => project.id), total }
    })
  return (
    <>
      <GridButton kind="projects" idsOfList={idsOfList} />
      <ExportButton
        disabled={isEmpty}
        write={(folder) => call('projects.export', { filter, sort, folder })}
        sentenceOf={({ exported, all }) => listText.exported(exported, all)}
      >
        {listText.export}
      </ExportButton>
    </>
  )
}

/** 项目台账: bands and what is late, the filters, the list. */
export function LedgerTab({ year, tabs }: { readonly year: number; readonly tabs: TabsOfPage }) {
  const list = useListState()
  const { kept, filter, sort } = list
  const recordId = useScreen((state) => state.recordId)
  const [isEntering, setIsEntering] = useState(false)
  const page = { offset: kept.offset, limit: pageLength }
  const { data, error, isFetching, refetch } = useCall(
    'projects.list',
    { filter, sort, ...page },
    { keepsPrevious: true },
  )
  const bands = useCall('projects.bands', { year }).data
  const nextOffset = data && !isFetching && page.offset + pageLength < data.total ? page.offset + pageLength : null
  useEffect(() => {
    if (nextOffset !== null) askAhead('projects.list', { filter, sort, offset: nextOffset, limit: pageLength })
  }, [filter, sort, nextOffset])
  const empty =
    data?.all === 0 ? (
      <EmptyState
        text={listText.empty}
        action={
          <Button type="primary" onClick={() => setIsEntering(true)}>
            {listText.fromLead}
          </Button>
        }
      />
    ) : (
      <EmptyState
        text={listText.emptyFiltered}
        action={<Button onClick={list.reset}>{listText.clearFilters}</Button>}
      />
    )
  return (
    <section className="page project-page" aria-label={tabs.items[0]?.label}>
      <PageHeader
        title={projectsText.room}
        tabs={tabs}
        sentence={bands ? bandsSentence(bands) : projectsText.loading}
        {...(bands && bands.estimatedYears.length > 0 ? { note: projectsText.estimated(bands.estimatedYears) } : {})}
        extra={
          <>
            <ListActions list={list} isEmpty={!data || data.total === 0} />
            <Button type="primary" onClick={() => setIsEntering(true)}>
              {listText.newProject}
            </Button>
          </>
        }
      />
      {bands && data && data.all > 0 && <BandsPanel bands={bands} list={list} />}
      <div className="project-bar">
        <LedgerFilter list={list} />
        {data && <span className="soft figures">{listText.count(data.total, data.all)}</span>}
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="projects"
        label={listText.listName}
        columns={ledgerColumns}
        rows={data?.rows ?? []}
        rowKey={(row) => row.project.id}
        isLoading={isFetching && !data}
        onOpen={(row) => showRecord(row.project.id)}
        openKey={recordId}
        sort={sort}
        onSort={({ by, descending }) =>
          list.change({ by: sortable.find((key) => key === by) ?? 'updatedAt', descending })
        }
        page={{ ...page, total: data?.total ?? 0, onChange: (offset) => list.change({ offset }) }}
        empty={data ? empty : <span />}
      />
      <NewProject isOpen={isEntering} onClose={() => setIsEntering(false)} />
    </section>
  )
}
