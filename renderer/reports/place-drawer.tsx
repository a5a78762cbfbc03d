import { Button } from 'antd'
import { useState } from 'react'
import type { ReportPart, ReportPreview } from '../../shared/reports/preview-contract'
import { dropDraft, useDraft } from '../app/kept'
import { openTarget } from '../app/open-target'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, useAction } from '../desk'
import { placeText as text } from '../text/reports'
import type { ChosenPlace } from './draft'

interface Typed {
  /** Null: not touched yet. */
  readonly value: string | null
  readonly reason: string
}
const untouched: Typed = { value: null, reason: '' }

interface Found {
  readonly text: string
  readonly figure: ReportPart['figure']
  readonly edit: ReportPart['edit']
}

/** What stands in a place of the draft; null when the text no longer has it. */
function findPlace({ sections }: ReportPreview, { kind, place }: ChosenPlace): Found | null {
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'paragraph') continue
    for (const sentence of block.sentences) {
      if (kind === 'sentence' && sentence.place === place) {
        const whole = sentence.parts.map((part) => part.text).join('')
        const edit = sentence.parts.find((part) => part.edit?.kind === 'sentence')?.edit ?? null
        return { text: whole, figure: null, edit }
      }
      const part = kind === 'figure' && sentence.parts.find(({ figure }) => figure?.place === place)
      if (part) return part
    }
  }
  return null
}

function Origin({ figure }: { readonly figure: NonNullable<ReportPart['figure']> }) {
  const { explanation, records, recordCount } = figure
  return (
    <>
      <section className="section">
        <h2>{text.explanation}</h2>
        <p>{explanation === '' ? text.noExplanation : explanation}</p>
      </section>
      <section className="section">
        <h2>{recordCount === 0 ? text.noRecords : text.records(recordCount)}</h2>
        <ul className="report-records">
          {records.map((record) => (
            <li key={`${record.kind}/${record.recordId}/${record.title}`}>
              <span className="soft">{text.kinds[record.kind]}</span>{' '}
              <button type="button" className="link" onClick={() => openTarget({ ...record, stream: record.room })}>
                {record.title}
              </button>
            </li>
          ))}
        </ul>
        {recordCount > records.length && <p className="soft">{text.rest(recordCount - records.length)}</p>}
      </section>
    </>
  )
}

function Edited({ edit }: { readonly edit: NonNullable<ReportPart['edit']> }) {
  const done = useDone()
  const drop = async (): Promise<void> => {
    await call('reports.dropEdit', { id: edit.id })
    done(text.dropped)
  }
  return (
    <section className="section report-edited">
      <h2>{text.hand}</h2>
      <p>{text.editedFrom(edit.original, edit.value)}</p>
      <p className="soft">{text.editedBy(edit.editedBy, edit.editedAt, edit.reason)}</p>
      {edit.computed !== edit.original && <p role="status">▲ {text.stale(edit.computed)}</p>}
      <ActionButton run={drop}>{text.drop}</ActionButton>
    </section>
  )
}

function EditForm({
  period,
  chosen,
  now,
}: {
  readonly period: string
  readonly chosen: ChosenPlace
  readonly now: string
}) {
  const key = `report.${period}.${chosen.kind}.${chosen.place}`
  const [typed, change] = useDraft<Typed>(key, untouched)
  const [problem, setProblem] = useState<string | null>(null)
  const save = useAction('reports.saveEdit')
  const done = useDone()
  const value = typed.value ?? now
  const submit = (): void => {
    if (typed.reason.trim() === '') return setProblem(text.needReason)
    setProblem(null)
    save.mutate(
      { period, ...chosen, value, reason: typed.reason },
      {
        onSuccess: () => {
          dropDraft(key)
          done(text.saved)
        },
      },
    )
  }
  const isSentence = chosen.kind === 'sentence'
  return (
    <section className="section">
      <h2>{text.write}</h2>
      <Field label={text.value} isRequired>
        <TextField
          value={value}
          onChange={(next) => change({ value: next })}
          isMultiline={isSentence}
          rows={5}
          {...(isSentence ? {} : { onEnter: submit, maxLength: 100 })}
        />
      </Field>
      <Field label={text.reason} isRequired error={problem} hint={text.reasonHint}>
        <TextField value={typed.reason} onChange={(reason) => change({ reason })} onEnter={submit} />
      </Field>
      <FailureNotice error={save.error} />
      <Button type="primary" disabled={save.isPending || value.trim() === now.trim()} onClick={submit}>
        {text.save}
      </Button>
    </section>
  )
}

/** Where a figure comes from, its records, and the way to write it by hand; or a sentence to rewrite. */
export function PlaceDrawer({
  period,
  preview,
  chosen,
  onClose,
}: {
  readonly period: string
  readonly preview: ReportPreview
  readonly chosen: ChosenPlace | null
  readonly onClose: () => void
}) {
  const found = chosen && findPlace(preview, chosen)
  const title = chosen?.kind === 'sentence' ? text.sentenceTitle : text.figureTitle
  return (
    <RecordDrawer title={title} isOpen={found !== null} onClose={onClose} width={480}>
      {chosen && found && (
        <>
          <p className={chosen.kind === 'figure' ? 'report-figure figures' : 'report-sentence'}>{found.text}</p>
          {found.edit && <Edited edit={found.edit} />}
          {found.figure && <Origin figure={found.figure} />}
          <EditForm key={`${chosen.kind}.${chosen.place}`} period={period} chosen={chosen} now={found.text} />
        </>
      )}
    </RecordDrawer>
  )
}
