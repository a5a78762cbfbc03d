import { useState } from 'react'
import { leadClasses } from '../../shared/investment/record'
import { leadClassLabel } from '../../shared/terms/investment'
import type { TabsOfPage } from '../app/room-tabs'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PageHeader } from '../components/page-header'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { roomLabels } from '../text/app'
import { districtTabs, districtText } from '../text/district'
import { objectionsText as text } from '../text/district-publish'
import './district.css'
import { PeriodField } from './period-field'
import { useDistrictPeriod } from './period-state'
import { openReview } from './review-state'

type Objection = OutputOf<'district.objections'>[number]

function stateOf({ isAccepted }: Objection): string {
  if (isAccepted === null) return text.states.open
  return isAccepted ? text.states.accepted : text.states.rejected
}

const columns: readonly DataColumn<Objection>[] = [
  { key: 'unit', title: text.columns.unit, width: 190, render: ({ unit }) => unit },
  { key: 'label', title: text.columns.label, width: 220, render: ({ label }) => label || text.whole },
  {
    key: 'text',
    title: text.columns.text,
    width: 320,
    render: ({ text: words }) => <span title={words}>{words}</span>,
  },
  { key: 'receivedOn', title: text.columns.receivedOn, width: 104, render: ({ receivedOn }) => receivedOn },
  { key: 'state', title: text.columns.state, width: 84, render: stateOf },
  { key: 'answer', title: text.columns.answer, render: ({ answer }) => answer || districtText.none },
]

function AnswerForm({ objection, onClose }: { readonly objection: Objection; readonly onClose: () => void }) {
  const done = useDone()
  const [answer, setAnswer] = useState('')
  const [approved, setApproved] = useState('')
  const { id, unit, lineKey } = objection
  const decide = async (isAccepted: boolean): Promise<void> => {
    const value = approved.trim() === '' ? null : approved.trim()
    await call('district.answerObjection', { id, isAccepted, answer, approved: isAccepted ? value : null })
    done(text.answered(unit))
    onClose()
  }
  return (
    <section className="section" aria-label={text.answer}>
      <Field label={text.answer} isRequired>
        <TextField isMultiline value={answer} onChange={setAnswer} hasFocus />
      </Field>
      {lineKey?.startsWith('figure/') && (
        <Field label={text.approved}>
          <TextField value={approved} onChange={setApproved} width={180} />
        </Field>
      )}
      {lineKey?.startsWith('lead/') && (
        <Field label={text.approvedClass}>
          <ChoiceField
            value={leadClasses.find((each) => each === approved) ?? null}
            options={leadClasses.map((value) => ({ value, label: leadClassLabel(value) }))}
            onChange={(value) => setApproved(value ?? '')}
            allowsNone
            width={240}
          />
        </Field>
      )}
      <p className="soft district-tight">{text.next}</p>
      <div className="district-line">
        <ActionButton
          type="primary"
          disabled={answer.trim() === ''}
          does="district.answerObjection"
          run={() => decide(true)}
        >
          {text.accept}
        </ActionButton>
        <ActionButton disabled={answer.trim() === ''} does="district.answerObjection" run={() => decide(false)}>
          {text.reject}
        </ActionButton>
      </div>
    </section>
  )
}

/** 异议: what units do not agree with, and the answers. */
export function ObjectionsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const choice = useDistrictPeriod()
  const { data, error, refetch } = useCall('district.objections', { period: choice.period })
  const [openId, setOpenId] = useState<string | null>(null)
  const rows = data ?? []
  const open = rows.find(({ id }) => id === openId)
  const waiting = rows.filter(({ isAccepted }) => isAccepted === null).length
  return (
    <section className="page" aria-label={districtTabs.objections}>
      <PageHeader
        title={roomLabels.district}
        tabs={tabs}
        sentence={rows.length > 0 ? text.sentence(waiting, rows.length) : null}
        extra={<PeriodField choice={choice} />}
      />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="district-objections"
        label={text.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpenId(id)}
        openKey={openId}
        empty={data ? <EmptyState text={text.none} /> : <span />}
      />
      <RecordDrawer title={open?.unit ?? ''} isOpen={open !== undefined} onClose={() => setOpenId(null)}>
        {open && (
          <>
            <p className="soft district-tight">
              {open.label || text.whole} · {open.receivedOn}
            </p>
            <p>{open.text}</p>
            <button type="button" className="link" onClick={() => openReview(open.unitId)}>
              {text.openReview}
            </button>
            {open.isAccepted === null ? (
              <AnswerForm key={open.id} objection={open} onClose={() => setOpenId(null)} />
            ) : (
              <p>
                {stateOf(open)} · {open.answeredOn} · {open.answer}
              </p>
            )}
          </>
        )}
      </RecordDrawer>
    </section>
  )
}
