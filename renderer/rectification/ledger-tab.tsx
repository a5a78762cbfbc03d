import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { ProgramRow } from '../../shared/rectification/contract'
import type { FindingRow, FindingSort } from '../../shared/rectification/finding-rows'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { ActionButton } from '../components/action-button'
import { DataTable } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { pageLength } from '../components/kept-list'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { askAhead, call, useCall } from '../desk'
import { filterText, listText as text, pageText, rectificationTabs } from '../text/rectification'
import { AddProgram, type ProgramWish } from './add-program'
import { everyFinding } from './every-finding'
import { ledgerColumns } from './ledger-columns'
import { LedgerExport } from './ledger-export'
import { LedgerFilter, QueueChoice } from './ledger-filter'
import { LedgerPrint } from './ledger-print'
import { useListState, type ListState } from './list-state'
import { NewFinding } from './new-finding'
import { FilterSentence } from './program-sentence'
import { NoPrograms } from './tree-tab'
import { useChosenProgram } from './use-programs'

const sortable: readonly FindingSort['by'][] = ['position', 'dueOn', 'amount', 'updatedAt', 'leadUnit', 'state']

const noTicks = { of: '', keys: [] }

interface SelectionBarProps {
  readonly ids: readonly string[]
  readonly onDone: () => void
}

/** What can be done with the ticked rows. */
function SelectionBar({ ids, onDone }: SelectionBarProps) {
  const done = useDone()
  if (ids.length === 0) return null
  return (
    <>
      <ActionButton
        size="small"
        run={async () => {
          const { removed } = await call('rectification.removeFindings', { ids: [...ids] })
          onDone()
          done(text.removed(removed))
        }}
      >
        {text.remove(ids.length)}
      </ActionButton>
      <Button size="small" type="text" onClick={onDone}>
        {text.unselect}
      </Button>
    </>
  )
}

interface PrintButtonProps {
  readonly list: ListState
  readonly programs: readonly ProgramRow[]
  readonly isDisabled: boolean
}

function PrintButton({ list, programs, isDisabled }: PrintButtonProps) {
  const [rows, setRows] = useState<readonly FindingRow[] | null>(null)
  return (
    <>
      <ActionButton
        disabled={isDisabled}
        does="reading"
        run={async () => setRows(await everyFinding(list.filter, list.sort))}
      >
        {text.print}
      </ActionButton>
      {rows && <LedgerPrint rows={rows} programs={programs} onDone={() => setRows(null)} />}
    </>
  )
}

/** 清单: queues, filters and the rows of all programmes. */
export function LedgerTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const list = useListState()
  const { kept, filter, sort } = list
  const { programs, program, choose } = useChosenProgram()
  const recordId = useScreen((state) => state.recordId)
  const [adding, setAdding] = useState<ProgramWish | 'finding'>(null)
  // Ticks belong to what was filtered when they were set; nothing out of sight is ever removed with them.
  const shownFilter = JSON.stringify(filter)
  const [ticks, setTicks] = useState<{ readonly of: string; readonly keys: readonly string[] }>(noTicks)
  const ticked = ticks.of === shownFilter ? ticks.keys : noTicks.keys
  const setTicked = (keys: readonly string[]): void => setTicks({ of: shownFilter, keys })
  const page = { offset: kept.offset, limit: pageLength }
  const { data, error, isFetching, refetch } = useCall(
    'rectification.list',
    { filter, sort, ...page },
    { keepsPrevious: true },
  )
  const nextOffset = data && !isFetching && page.offset + pageLength < data.total ? page.offset + pageLength : null
  useEffect(() => {
    if (nextOffset !== null) askAhead('rectification.list', { filter, sort, offset: nextOffset, limit: pageLength })
  }, [filter, sort, nextOffset])
  const shownProgram = programs?.find(({ id }) => kept.programIds.length === 1 && id === kept.programIds[0]) ?? program
  const isEmpty = !data || data.total === 0
  const close = (): void => setAdding(null)
  const empty =
    programs?.length === 0 ? (
      <NoPrograms onNew={() => setAdding('program')} onPaste={() => setAdding('programAndText')} />
    ) : (
      <EmptyState
        text={text.emptyFiltered}
        action={<Button onClick={() => list.show({ ...sort })}>{filterText.clear}</Button>}
      />
    )
  return (
    <section className="page rect-page" aria-label={rectificationTabs.list}>
      <PageHeader
        title={pageText.room}
        tabs={tabs}
        sentence={shownProgram ? <FilterSentence filter={filter} /> : null}
        extra={
          <>
            <PrintButton list={list} programs={programs ?? []} isDisabled={isEmpty} />
            <LedgerExport filter={filter} sort={sort} isDisabled={isEmpty} />
            {shownProgram && (
              <Button type="primary" onClick={() => setAdding('finding')}>
                {pageText.addFinding}
              </Button>
            )}
          </>
        }
      />
      <div className="rect-bar">
        <QueueChoice list={list} all={data?.all} />
        <span className="rect-filter">
          <SelectionBar ids={ticked} onDone={() => setTicked([])} />
          {data && <span className="soft figures">{text.count(data.total, data.all)}</span>}
        </span>
      </div>
      <div className="rect-bar">
        <LedgerFilter list={list} />
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="rectification"
        label={text.listName}
        columns={ledgerColumns}
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        isLoading={isFetching && !data}
        onOpen={({ id }) => showRecord(id)}
        openKey={recordId}
        sort={sort}
        onSort={({ by, descending }) =>
          list.change({ by: sortable.find((key) => key === by) ?? 'position', descending })
        }
        selection={{ keys: ticked, onChange: setTicked }}
        page={{ ...page, total: data?.total ?? 0, onChange: (offset) => list.change({ offset }) }}
        empty={data ? empty : <span />}
      />
      <AddProgram wish={adding === 'finding' ? null : adding} onClose={close} onMade={choose} />
      <NewFinding isOpen={adding === 'finding'} programId={shownProgram?.id ?? ''} onClose={close} />
    </section>
  )
}
