import { Button } from 'antd'
import { useState } from 'react'
import { SourceRow } from '../assignments/source-row'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { Attachments } from '../components/attachments'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useDone } from '../components/undo-notice'
import { HistorySection } from '../components/record-history'
import { call, useAction, useCall } from '../desk'
import { visitFormText as text } from '../text/visits'
import { VisitForm } from './visit-form'
import {
  newVisitWords,
  readVisit,
  wordsOfVisit,
  type VisitDetail,
  type VisitStart,
  type VisitWords,
} from './visit-words'

/** Typed words by field; what is not typed comes from the record. */
type Typed = Partial<VisitWords>
const nothingTyped: Typed = {}

interface VisitEditorProps {
  /** Null: a new visit. */
  readonly detail: VisitDetail | null
  readonly start: VisitStart
  readonly onClose: () => void
}

function draftKey(detail: VisitDetail | null, start: VisitStart): string {
  return `visit.${detail?.visit.id ?? `new.${start.enterprise?.id ?? ''}.${start.person}`}`
}

/** The form in its drawer; typed text survives closing. */
function VisitEditor({ detail, start, onClose }: VisitEditorProps) {
  const { today } = useShell()
  const key = draftKey(detail, start)
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const hasDraft = useHasDraft(key)
  const [problem, setProblem] = useState<string | null>(null)
  const save = useAction('environment.saveVisit')
  const done = useDone()
  const words: VisitWords = { ...(detail ? wordsOfVisit(detail) : newVisitWords(start, today)), ...typed }
  const submit = (): void => {
    const read = readVisit(words)
    setProblem('problem' in read ? read.problem : null)
    if ('problem' in read) return
    save.mutate(
      { id: detail?.visit.id ?? null, ...read, expectedUpdatedAt: detail?.visit.updatedAt ?? null },
      {
        onSuccess: () => {
          dropDraft(key)
          done(detail ? undefined : text.saved)
          onClose()
        },
      },
    )
  }
  const footer = (
    <div className="visit-footer">
      <Button type="primary" disabled={save.isPending} onClick={submit}>
        {text.save}
      </Button>
      {hasDraft && (
        <Button
          type="text"
          onClick={() => {
            dropDraft(key)
            save.reset()
          }}
        >
          {text.forget}
        </Button>
      )}
      <span className="visit-space" />
      {detail && <RemoveVisit id={detail.visit.id} onDone={onClose} />}
    </div>
  )
  const title = detail ? text.editTitle(detail.enterpriseName) : text.newTitle
  return (
    <RecordDrawer title={title} isOpen onClose={onClose} footer={footer}>
      {problem && (
        <div className="field-error" role="alert">
          {problem}
        </div>
      )}
      <FailureNotice error={save.error} />
      <VisitForm words={words} today={today} onChange={setTyped} onEnter={submit} />
      {detail && <Attachments room="environment" recordId={detail.visit.id} />}
      {detail?.source && <SourceRow source={detail.source} />}
      {detail && <HistorySection recordId={detail.visit.id} />}
    </RecordDrawer>
  )
}

function RemoveVisit({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const done = useDone()
  const remove = async (): Promise<void> => {
    await call('environment.removeVisits', { ids: [id] })
    done(text.removed)
    onDone()
  }
  return (
    <ActionButton type="text" run={remove}>
      {text.remove}
    </ActionButton>
  )
}

/** A new visit, prefilled with what it was asked for from. */
export function NewVisitDrawer({ start, onClose }: { readonly start: VisitStart; readonly onClose: () => void }) {
  return <VisitEditor key={draftKey(null, start)} detail={null} start={start} onClose={onClose} />
}

const noStart: VisitStart = { enterprise: null, person: '' }

/** A stored visit with its demands, files and source. */
export function VisitDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error, refetch } = useCall('environment.visit', { id })
  if (!data) {
    return (
      <RecordDrawer title={text.newTitle} isOpen={error !== null} onClose={onClose}>
        <FailureNotice error={error} onRetry={() => void refetch()} />
      </RecordDrawer>
    )
  }
  return <VisitEditor key={id} detail={data} start={noStart} onClose={onClose} />
}
