import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { formatMoney } from '../../shared/core/money'
import { CallError } from '../../shared/ipc/client'
import type { RevenueDetail } from '../../shared/revenue/contract'
import { openTarget } from '../app/open-target'
import { SourceRow } from '../assignments/source-row'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { Attachments } from '../components/attachments'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { RecordHistory } from '../components/record-history'
import { useDone } from '../components/undo-notice'
import { call, useAction, useCall } from '../desk'
import { clueTabText, entryText as text } from '../text/revenue'
import { amountOf } from './amounts'
import type { Day } from './day'
import { EntryFields } from './entry-fields'
import { draftOf, fieldsOf, type EntryDraft } from './entry-form'
import { EntryStep } from './entry-step'
import { LifeLine } from './life-line'
import { StatusMark } from './status-mark'
import { TipForm } from './tip-form'
import { TipLine } from './tip-line'

/** The one sentence: whether it counts. */
function sentenceOf({ entry, counts, whyNot }: RevenueDetail): string {
  if (entry.status !== 'booked') return text.sentence[entry.status]
  const amount = entry.districtRetained === null ? '' : formatMoney(entry.districtRetained, 'tenThousand')
  return counts ? text.sentence.booked(amount) : text.bookedNotCounted(whyNot)
}

const noDraft: Partial<EntryDraft> = {}

function EntryEditing({ detail, day }: { readonly detail: RevenueDetail; readonly day: Day }) {
  const { entry } = detail
  const key = `revenue.${entry.id}`
  const [typed, setTyped] = useDraft<Partial<EntryDraft>>(key, noDraft)
  const hasDraft = useHasDraft(key)
  const save = useAction('revenue.save')
  const done = useDone()
  const stored = draftOf(entry, detail.finding?.title ?? '')
  const draft: EntryDraft = { ...stored, ...typed }
  const fields = fieldsOf(draft, stored)
  const submit = async (): Promise<void> => {
    if (fields === null) return
    try {
      await save.mutateAsync({ id: entry.id, fields, expectedUpdatedAt: entry.updatedAt })
      dropDraft(key)
      done(text.saved)
    } catch (error) {
      // Shown below by the mutation's own error.
      if (!(error instanceof CallError)) throw error
    }
  }
  return (
    <section className="section">
      <EntryFields draft={draft} onChange={setTyped} today={day.today} />
      <FailureNotice error={save.error} />
      <div className="rev-actions">
        <Button type="primary" disabled={!hasDraft || fields === null || save.isPending} onClick={() => void submit()}>
          {text.save}
        </Button>
        {hasDraft && (
          <>
            <Button onClick={() => dropDraft(key)}>{text.dropDraft}</Button>
            <span className="soft">{text.notSaved}</span>
          </>
        )}
      </div>
    </section>
  )
}

function EntryTips({ detail, day }: { readonly detail: RevenueDetail; readonly day: Day }) {
  const [isSending, setIsSending] = useState(false)
  const { entry, tips } = detail
  return (
    <section className="section">
      {tips.length === 0 && <p className="soft">{text.noTips}</p>}
      {tips.map((tip) => (
        <TipLine key={tip.id} tip={tip} onOpen={() => openTarget({ kind: 'tip', recordId: tip.id })} />
      ))}
      <div className="rev-actions">
        <Button onClick={() => setIsSending(true)}>{clueTabText.send}</Button>
      </div>
      <TipForm
        isOpen={isSending}
        asked={{ direction: 'out', entry }}
        today={day.today}
        onClose={() => setIsSending(false)}
      />
    </section>
  )
}

function Remarks({ detail }: { readonly detail: RevenueDetail }) {
  const { checks, entry } = detail
  const hasBudget = entry.budget !== null && entry.spent !== null
  if (checks.length === 0 && entry.reason === '' && !hasBudget) return null
  return (
    <section className="section" aria-label={text.checks}>
      {checks.map((check) => (
        <p key={check.rule} className="rev-check">
          <span className="light-near">{text.checkSign}</span> {check.text}
        </p>
      ))}
      {entry.reason !== '' && <p className="rev-check">{text.reasonShown(entry.reason)}</p>}
      {hasBudget && (
        <p className="rev-check figures">
          {text.budget} {text.budgetOf(amountOf(entry.budget), amountOf(entry.spent))}
        </p>
      )}
    </section>
  )
}

/** The finding of 整改台账 that the money came from. */
function FindingLine({ finding }: { readonly finding: NonNullable<RevenueDetail['finding']> }) {
  return (
    <p className="rev-check">
      {text.findingOf}{' '}
      <button type="button" className="link" onClick={() => openTarget({ kind: 'finding', recordId: finding.id })}>
        {finding.title}
      </button>{' '}
      <span className="soft">{finding.statusText}</span>
    </p>
  )
}

type DrawerTab = 'step' | 'fields' | 'tips' | 'files' | 'history'

function EntryContent({
  detail,
  day,
  onGone,
}: {
  readonly detail: RevenueDetail
  readonly day: Day
  readonly onGone: () => void
}) {
  const [tab, setTab] = useState<DrawerTab>('step')
  const done = useDone()
  const { entry, source } = detail
  const remove = async (): Promise<void> => {
    await call('revenue.remove', { ids: [entry.id] })
    dropDraft(`revenue.${entry.id}`)
    onGone()
    done(text.deleted)
  }
  const step = (
    <>
      <EntryStep detail={detail} today={day.today} />
      <Remarks detail={detail} />
    </>
  )
  return (
    <>
      <p className="rev-sentence">{sentenceOf(detail)}</p>
      <LifeLine entry={entry} next={detail.nextStatus} />
      <div className="tabs-with-actions">
        <Tabs
          size="small"
          activeKey={tab}
          onChange={(key) => setTab(key as DrawerTab)}
          items={[
            { key: 'step', label: text.tabs.step, children: step },
            { key: 'fields', label: text.tabs.fields, children: <EntryEditing detail={detail} day={day} /> },
            { key: 'tips', label: text.tabs.tips, children: <EntryTips detail={detail} day={day} /> },
            { key: 'files', label: text.tabs.files, children: <Attachments room="revenue" recordId={entry.id} /> },
            { key: 'history', label: text.tabs.history, children: <RecordHistory recordId={entry.id} /> },
          ]}
        />
        <div className="tabs-actions">
          <ActionButton size="small" run={remove}>
            {text.delete}
          </ActionButton>
        </div>
      </div>
      {detail.finding && <FindingLine finding={detail.finding} />}
      {source && <SourceRow source={source} />}
    </>
  )
}

interface EntryDrawerProps {
  readonly id: string | null
  readonly day: Day
  readonly onClose: () => void
}

/** An entry beside its list. Closing keeps what was typed. */
export function EntryDrawer({ id, day, onClose }: EntryDrawerProps) {
  // The drawer keeps showing its last record while it slides out of sight.
  const [shownId, setShownId] = useState(id)
  if (id !== null && id !== shownId) setShownId(id)
  const { data, error, refetch } = useCall('revenue.get', { id: shownId ?? '' }, { enabled: shownId !== null })
  const detail = data?.entry.id === shownId ? data : undefined
  return (
    <RecordDrawer
      isOpen={id !== null}
      onClose={onClose}
      width={680}
      title={
        detail ? (
          <span className="rev-title">
            {detail.entry.item || text.untitled} <StatusMark status={detail.entry.status} />
          </span>
        ) : (
          text.name
        )
      }
    >
      {id !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {detail && <EntryContent key={detail.entry.id} detail={detail} day={day} onGone={onClose} />}
    </RecordDrawer>
  )
}
