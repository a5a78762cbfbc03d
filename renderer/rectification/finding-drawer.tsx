import { Button, Tabs } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { isSettled } from '../../shared/rectification/lifecycle'
import { formatChineseDate } from '../../shared/terms/dates'
import { findingStateLabels } from '../../shared/terms/rectification'
import { dropDraft } from '../app/kept'
import { openTarget } from '../app/open-target'
import { SourceRow } from '../assignments/source-row'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { Light } from '../components/light'
import { RecordDrawer } from '../components/record-drawer'
import { RecordHistory } from '../components/record-history'
import { SampleFlag } from '../components/sample-flag'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { pageText } from '../text/rectification'
import { drawerText as text } from '../text/rectification-steps'
import { ClosureActions } from './closure-actions'
import { Course } from './course'
import { EvidenceAdd } from './evidence-add'
import { draftKeyOf, useFindingEditing, type FindingEditing } from './finding-editing'
import { FindingFieldsForm } from './finding-fields'
import { LifeLine } from './life-line'
import { Measures } from './measures'
import { Money } from './money'
import { NextSteps } from './next-steps'
import { Points } from './points'
import { FindingRecurrences } from './recurrence-tab'
import { StatusMark } from './status-mark'

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** The deadline, both dates where it was extended, and what is left of it. */
function DueLine({ detail }: { readonly detail: FindingDetail }) {
  const { dueOn, originalDueOn, extensionCount, light, workdaysLeft, timelinessText, extensions } = detail
  const pending = extensions.find(({ decision }) => decision === 'pending')
  const isExtended = extensionCount > 0 && originalDueOn !== null
  const due =
    dueOn === null
      ? text.noDue
      : isExtended
        ? text.dueExtended(formatChineseDate(dueOn), formatChineseDate(originalDueOn), extensionCount)
        : text.due(formatChineseDate(dueOn))
  return (
    <span className="figures rect-facts">
      <span>{due}</span>
      {light !== 'none' && workdaysLeft !== null ? (
        <Light state={light} text={workdaysLeft < 0 ? text.over(-workdaysLeft) : text.left(workdaysLeft)} />
      ) : (
        timelinessText !== '' && <span className="soft">{timelinessText}</span>
      )}
      {pending && <span className="light-near">{text.pendingExtension(pending.newDueOn)}</span>}
    </span>
  )
}

/** Why it came back last, as long as it has not been submitted again. */
function Returned({ detail }: { readonly detail: FindingDetail }) {
  const last = detail.steps.find(({ kind }) => kind === 'return' || kind === 'submit' || kind === 'close')
  if (last?.kind !== 'return' || detail.state !== 'rectifying') return null
  return (
    <p className="light-overdue rect-tight rect-text" role="status">
      ■ {text.returned(last.on, last.by, last.text)}
    </p>
  )
}

interface ContentProps {
  readonly detail: FindingDetail
  readonly today: IsoDate
  readonly onGone: () => void
}

function Head({ editing, onGone }: { readonly editing: FindingEditing; readonly onGone: () => void }) {
  const { detail } = editing
  const done = useDone()
  const at = editing.savedAt
  const saved = at ? text.savedAt([at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')) : ''
  const marks = [
    ...(detail.isRecurrence ? [text.recurrence] : []),
    ...(detail.returnCount > 0 ? [text.returnCount(detail.returnCount)] : []),
    ...(detail.reopenCount > 0 ? [text.relapse(detail.reopenCount)] : []),
  ]
  const remove = async (): Promise<void> => {
    await call('rectification.removeFindings', { ids: [detail.id] })
    dropDraft(draftKeyOf(detail.id))
    onGone()
    done(text.deleted)
  }
  return (
    <>
      <div className="rect-line">
        <span className="soft rect-grow rect-cut" title={detail.programTitle}>
          {detail.programTitle}
        </span>
        {marks.length > 0 && <span className="light-overdue rect-nowrap">{marks.join(pageText.separator)}</span>}
        <span className="soft figures rect-nowrap" role="status">
          {editing.hasDraft ? text.notSaved : saved}
        </span>
        {editing.hasDraft && (
          <Button size="small" onClick={editing.forget}>
            {text.dropDraft}
          </Button>
        )}
        {!isSettled(detail) && detail.cycle === 1 && (
          <ActionButton size="small" run={remove}>
            {text.delete}
          </ActionButton>
        )}
      </div>
      <DueLine detail={detail} />
      <Returned detail={detail} />
      {detail.state === 'closed' && detail.closedOn !== null && (
        <div className="rect-line rect-closed">
          <strong className="rect-grow">{text.closed(detail.closureFormNo, detail.closedOn)}</strong>
          <ClosureActions findingId={detail.id} cycle={detail.cycle} />
        </div>
      )}
    </>
  )
}

function tabItems(editing: FindingEditing, today: IsoDate) {
  const { detail } = editing
  return [
    {
      key: 'work',
      label: text.withCount(text.tabs.work, detail.measureCount),
      children: (
        <>
          <section className="section" aria-label={text.tabs.work}>
            <EvidenceAdd detail={detail} today={today}>
              <Measures detail={detail} today={today} />
            </EvidenceAdd>
          </section>
          <Points detail={detail} />
        </>
      ),
    },
    { key: 'fields', label: text.tabs.fields, children: <FindingFieldsForm editing={editing} today={today} /> },
    { key: 'money', label: text.tabs.money, children: <Money detail={detail} today={today} /> },
    {
      key: 'course',
      label: text.withCount(text.tabs.course, detail.steps.length),
      children: <Course detail={detail} today={today} />,
    },
    { key: 'alike', label: text.tabs.alike, children: <FindingRecurrences finding={detail} /> },
    { key: 'history', label: text.tabs.history, children: <RecordHistory recordId={detail.id} /> },
  ]
}

/** What the finding is linked with, and the file that it came from. */
function Links({ detail }: { readonly detail: FindingDetail }) {
  const { project, enterprise, revenue, imported } = detail
  if (!project && !enterprise && revenue.length === 0 && !imported) return null
  return (
    <SourceRow source={imported}>
      {project && (
        <button type="button" className="link" onClick={() => openTarget({ kind: 'project', recordId: project.id })}>
          {text.project(project.name)}
        </button>
      )}
      {enterprise && (
        <button
          type="button"
          className="link"
          onClick={() => openTarget({ kind: 'enterprise', recordId: enterprise.id })}
        >
          {text.enterprise(enterprise.name)}
        </button>
      )}
      {revenue.map(({ id, item, text: words }) => (
        <button key={id} type="button" className="link" onClick={() => openTarget({ kind: 'revenue', recordId: id })}>
          {text.revenue(item, words)}
        </button>
      ))}
    </SourceRow>
  )
}

function FindingContent({ detail, today, onGone }: ContentProps) {
  const editing = useFindingEditing(detail)
  return (
    <>
      <Head editing={editing} onGone={onGone} />
      <LifeLine detail={detail} />
      <FailureNotice error={editing.error} />
      <NextSteps key={detail.state} detail={detail} today={today} />
      <Tabs size="small" items={tabItems(editing, today)} />
      <Links detail={detail} />
    </>
  )
}

interface FindingDrawerProps {
  readonly id: string | null
  readonly today: IsoDate
  readonly onClose: () => void
}

/** A finding beside its tree or list. Closing keeps what was typed. */
export function FindingDrawer({ id, today, onClose }: FindingDrawerProps) {
  // The drawer keeps showing its last record while it slides out of sight.
  const [shownId, setShownId] = useState(id)
  if (id !== null && id !== shownId) setShownId(id)
  const { data, error, refetch } = useCall('rectification.get', { id: shownId ?? '' }, { enabled: shownId !== null })
  const detail = data?.id === shownId ? data : undefined
  return (
    <RecordDrawer
      isOpen={id !== null}
      onClose={onClose}
      width={800}
      title={
        detail ? (
          <span className="rect-title" title={detail.title}>
            <SampleFlag
              isSample={detail.isSample}
              name={detail.title}
              word={pageText.sample}
              hint={pageText.sampleHint}
              className="rect-flag"
            />
            <span className="rect-title-words">
              {detail.no} {detail.title}
            </span>
            <StatusMark state={detail.state} statusText={findingStateLabels[detail.state]} />
          </span>
        ) : (
          text.name
        )
      }
    >
      {id !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {detail && <FindingContent key={detail.id} detail={detail} today={today} onGone={onClose} />}
    </RecordDrawer>
  )
}
