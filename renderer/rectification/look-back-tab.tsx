import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { LookBackRow } from '../../shared/rectification/follow-up-contract'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord } from '../app/screen'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { call, useCall, type InputOf } from '../desk'
import { pageText } from '../text/rectification'
import { lookBackText as text } from '../text/rectification-follow-up'
import { LookBackForm } from './look-back-form'
import { LookBackSample } from './look-back-sample'
import './statistics.css'

type State = InputOf<'rectification.lookBacks'>['state']
const states = ['open', 'due', 'done', 'all'] as const satisfies readonly State[]
const initial: { readonly state: State } = { state: 'open' }

function columnsOf(
  record: (row: LookBackRow) => void,
  remove: (row: LookBackRow) => Promise<void>,
): readonly DataColumn<LookBackRow>[] {
  const words = text.columns
  return [
    { key: 'no', title: words.no, width: 64, render: ({ finding }) => finding.no },
    { key: 'title', title: words.title, render: ({ finding }) => <span title={finding.title}>{finding.title}</span> },
    {
      key: 'plannedOn',
      title: words.plannedOn,
      width: 136,
      render: ({ plannedOn, sampleId }) => (
        <>
          {plannedOn} {sampleId !== null && <span className="soft">{text.sampled}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: words.state,
      width: 92,
      render: ({ doneOn, isDue }) =>
        doneOn ?? <span className={isDue ? 'light-overdue' : ''}>{isDue ? text.due : text.waiting}</span>,
    },
    {
      key: 'result',
      title: words.result,
      width: 170,
      isCut: false,
      render: (row) =>
        row.result === null ? (
          // The row opens the finding; its buttons do not.
          <span className="rect-filter" onClick={(event) => event.stopPropagation()}>
            <Button size="small" type="primary" onClick={() => record(row)}>
              {text.record}
            </Button>
            <ActionButton size="small" run={() => remove(row)}>
              {text.remove}
            </ActionButton>
          </span>
        ) : (
          <span className={row.result === 'relapsed' ? 'light-overdue' : ''} title={row.note}>
            {text.results[row.result]}
          </span>
        ),
    },
    { key: 'closedOn', title: words.closedOn, width: 104, render: ({ closedOn }) => closedOn ?? pageText.none },
    { key: 'program', title: words.program, width: 190, render: ({ finding }) => finding.programTitle },
  ]
}

/** 回头看: what is planned, due and done, and the draw of a sample. */
export function LookBackTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const [{ state }, change] = useKept('rectification.look-backs', initial)
  const { data, error, isFetching, refetch } = useCall('rectification.lookBacks', { state }, { keepsPrevious: true })
  const open = useCall('rectification.lookBacks', { state: 'open' }).data
  const [recorded, setRecorded] = useState<LookBackRow | null>(null)
  const [isDrawing, setIsDrawing] = useState(false)
  const { today } = useShell()
  const done = useDone()
  const remove = async ({ id }: LookBackRow): Promise<void> => {
    await call('rectification.removeLookBack', { id })
    done(text.removed)
  }
  const due = open?.filter(({ isDue }) => isDue).length ?? 0
  return (
    <section className="page rect-page" aria-label={text.listName}>
      <PageHeader
        title={pageText.room}
        tabs={tabs}
        sentence={open ? (open.length === 0 ? text.none : text.sentence(open.length, due)) : null}
        extra={
          <Button type="primary" onClick={() => setIsDrawing(true)}>
            {text.draw}
          </Button>
        }
      />
      <div className="rect-bar">
        <Segmented<State>
          aria-label={text.stateChoice}
          value={state}
          options={states.map((value) => ({ value, label: text.states[value] }))}
          onChange={(next) => change({ state: next })}
        />
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="rectification-look-backs"
        label={text.listName}
        columns={columnsOf(setRecorded, remove)}
        rows={data ?? []}
        rowKey={({ id }) => id}
        isLoading={isFetching && !data}
        onOpen={({ findingId }) => showRecord(findingId)}
        empty={data ? <EmptyState text={text.empty} /> : <span />}
      />
      {recorded && <LookBackForm key={recorded.id} row={recorded} today={today} onClose={() => setRecorded(null)} />}
      {isDrawing && <LookBackSample today={today} onClose={() => setIsDrawing(false)} />}
    </section>
  )
}
