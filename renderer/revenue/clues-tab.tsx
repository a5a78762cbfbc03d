import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { RevenueFilter, RevenueRow } from '../../shared/revenue/contract'
import type { RevenueRecord } from '../../shared/revenue/record'
import { revenueSourceLabel } from '../../shared/terms/revenue'
import { useKept } from '../app/kept'
import { showRecord, useScreen } from '../app/screen'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { pageLength } from '../components/kept-list'
import { useCall } from '../desk'
import { clueTabText as text, entriesText } from '../text/revenue'
import { amountOf } from './amounts'
import { EntryName } from './entry-columns'
import { EntryDrawer } from './entry-drawer'
import { NewEntry } from './new-entry'
import { PasteCluesButton } from './paste-clues'
import { StatusMark } from './status-mark'
import type { TabProps } from './tab-props'
import { TipForm } from './tip-form'

interface KeptClues {
  readonly which: 'open' | 'dropped'
  readonly offset: number
}

const initial: KeptClues = { which: 'open', offset: 0 }
const which = ['open', 'dropped'] as const
const sort = { by: 'updatedAt', descending: true } as const

function filterOf({ which: shown }: KeptClues): RevenueFilter {
  const statuses: RevenueFilter['statuses'] = shown === 'open' ? ['clue', 'confirmed'] : ['dropped']
  return { text: '', statuses, sources: [], year: null, month: null }
}

function tipWords({ tip }: RevenueRow): string {
  if (!tip) return ''
  return tip.isAnswered ? text.answered(tip.counterpart) : text.sent(tip.counterpart)
}

function columnsOf(shown: KeptClues['which'], onSend: (entry: RevenueRecord) => void): DataColumn<RevenueRow>[] {
  const words = entriesText.columns
  const columns: DataColumn<RevenueRow>[] = [
    {
      key: 'item',
      title: words.item,
      width: 200,
      isFixed: true,
      render: ({ entry, isImported }) => <EntryName entry={entry} isImported={isImported} />,
    },
    { key: 'source', title: words.source, width: 160, render: ({ entry }) => revenueSourceLabel(entry.source) },
    { key: 'payer', title: words.payer, width: 120, render: ({ entry }) => entry.payer },
    { key: 'budget', title: words.budget, width: 110, align: 'right', render: ({ entry }) => amountOf(entry.budget) },
    { key: 'spent', title: words.spent, width: 110, align: 'right', render: ({ entry }) => amountOf(entry.spent) },
    { key: 'status', title: words.status, width: 92, render: ({ entry }) => <StatusMark status={entry.status} /> },
  ]
  if (shown === 'dropped')
    return [...columns, { key: 'reason', title: text.reason, render: ({ entry }) => entry.reason }]
  const tip: DataColumn<RevenueRow> = { key: 'tip', title: words.tip, width: 190, render: tipWords }
  const send: DataColumn<RevenueRow> = {
    key: 'send',
    title: '',
    width: 72,
    render: ({ entry }) => (
      <Button
        size="small"
        onClick={(event) => {
          event.stopPropagation()
          onSend(entry)
        }}
      >
        {text.send}
      </Button>
    ),
  }
  return [...columns, tip, send]
}

/** 线索: what is open, with the next step in the row. */
export function CluesTab({ day, header }: TabProps) {
  const [kept, setKept] = useKept('revenue.clues', initial)
  const recordId = useScreen((state) => state.recordId)
  const [sending, setSending] = useState<RevenueRecord | null>(null)
  const [isEntering, setIsEntering] = useState(false)
  const page = { offset: kept.offset, limit: pageLength }
  const { data, error, isFetching, refetch } = useCall(
    'revenue.list',
    { filter: filterOf(kept), sort, ...page },
    { keepsPrevious: true },
  )
  const columns = useMemo(() => columnsOf(kept.which, setSending), [kept.which])
  const buttons = (
    <>
      <Button className="for-work" onClick={() => setIsEntering(true)}>
        {text.newClue}
      </Button>
      <PasteCluesButton />
    </>
  )
  return (
    <section className="page" aria-label={text.title}>
      {header(buttons)}
      <div className="rev-filter-bar">
        <Segmented
          aria-label={text.which}
          value={kept.which}
          options={which.map((value) => ({ value, label: text[value] }))}
          onChange={(next) => setKept({ which: next, offset: 0 })}
        />
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name={`revenue-clues-${kept.which}`}
        label={text.listName}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ entry }) => entry.id}
        isLoading={isFetching && !data}
        onOpen={({ entry }) => showRecord(entry.id)}
        openKey={recordId}
        page={{ ...page, total: data?.total ?? 0, onChange: (offset) => setKept({ offset }) }}
        empty={data ? <EmptyState text={kept.which === 'open' ? text.empty : text.emptyDropped} /> : <span />}
      />
      <TipForm
        isOpen={sending !== null}
        asked={{ direction: 'out', entry: sending }}
        today={day.today}
        onClose={() => setSending(null)}
      />
      <NewEntry kind="clue" isOpen={isEntering} today={day.today} onClose={() => setIsEntering(false)} />
      <EntryDrawer id={recordId} day={day} onClose={() => showRecord(null)} />
    </section>
  )
}
