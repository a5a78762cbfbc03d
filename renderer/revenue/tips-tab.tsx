import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { TipRow } from '../../shared/revenue/contract'
import { tipDirectionLabels } from '../../shared/terms/revenue'
import { useKept } from '../app/kept'
import { showRecord, useScreen } from '../app/screen'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { useCall } from '../desk'
import { tipText as text } from '../text/revenue'
import type { TabProps } from './tab-props'
import { TipDrawer } from './tip-drawer'
import { TipForm } from './tip-form'
import { TipState } from './tip-state'

const words = text.columns

const columns: readonly DataColumn<TipRow>[] = [
  { key: 'sentOn', title: words.sentOn, width: 104, render: ({ tip }) => tip.sentOn },
  { key: 'direction', title: words.direction, width: 64, render: ({ tip }) => tipDirectionLabels[tip.direction] },
  { key: 'counterpart', title: words.counterpart, width: 150, isFixed: true, render: ({ tip }) => tip.counterpart },
  { key: 'content', title: words.content, render: ({ tip }) => <span title={tip.content}>{tip.content}</span> },
  { key: 'entry', title: words.entry, width: 140, render: ({ entryItem }) => entryItem },
  { key: 'due', title: words.due, width: 110, render: ({ tip }) => tip.answerDueOn },
  { key: 'state', title: words.state, width: 150, render: (row) => <TipState row={row} /> },
  { key: 'result', title: words.result, width: 160, render: ({ tip }) => <span title={tip.result}>{tip.result}</span> },
  {
    key: 'answer',
    title: '',
    width: 96,
    render: ({ tip }) =>
      tip.handledOn === null && (
        <Button className="for-work" size="small" onClick={() => showRecord(tip.id)}>
          {text.answer}
        </Button>
      ),
  },
]

interface KeptTips {
  readonly state: 'open' | 'answered' | 'all'
  readonly direction: 'out' | 'in' | 'all'
}

const initial: KeptTips = { state: 'open', direction: 'all' }
const states = ['open', 'answered', 'all'] as const
const directions = ['all', 'out', 'in'] as const

/** 传递与反馈: tips that wait for an answer, the most urgent first. */
export function TipsTab({ day, header }: TabProps) {
  const [kept, setKept] = useKept('revenue.tips', initial)
  const recordId = useScreen((state) => state.recordId)
  const [asked, setAsked] = useState<'out' | 'in' | null>(null)
  const direction = kept.direction === 'all' ? null : kept.direction
  const { data, error, isFetching, refetch } = useCall(
    'revenue.tips',
    { state: kept.state, direction },
    { keepsPrevious: true },
  )
  const buttons = (
    <>
      <Button className="for-work" onClick={() => setAsked('in')}>
        {text.newIn}
      </Button>
      <Button type="primary" onClick={() => setAsked('out')}>
        {text.newOut}
      </Button>
    </>
  )
  const isUsual = kept.state === 'open' && kept.direction === 'all'
  return (
    <section className="page" aria-label={text.title}>
      {header(buttons)}
      <div className="rev-filter-bar">
        <div className="rev-filter">
          <Segmented
            aria-label={text.which}
            value={kept.state}
            options={states.map((value) => ({ value, label: text.states[value] }))}
            onChange={(state) => setKept({ state })}
          />
          <Select
            aria-label={text.direction}
            value={kept.direction}
            options={directions.map((value) => ({ value, label: text.directions[value] }))}
            onChange={(next) => setKept({ direction: next })}
            style={{ width: 130 }}
          />
        </div>
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="revenue-tips"
        label={text.listName}
        columns={columns}
        rows={data ?? []}
        rowKey={({ tip }) => tip.id}
        isLoading={isFetching && !data}
        onOpen={({ tip }) => showRecord(tip.id)}
        openKey={recordId}
        empty={data ? <EmptyState text={isUsual ? text.empty : text.emptyAll} /> : <span />}
      />
      <TipForm
        isOpen={asked !== null}
        asked={{ direction: asked ?? 'out', entry: null }}
        today={day.today}
        onClose={() => setAsked(null)}
      />
      <TipDrawer id={recordId} day={day} onClose={() => showRecord(null)} />
    </section>
  )
}
