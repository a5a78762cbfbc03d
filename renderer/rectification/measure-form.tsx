import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { workText as text } from '../text/rectification-steps'

export type Measure = FindingDetail['measures'][number]

/** Days are kept as texts, '' for none. */
type Entry = Readonly<Record<'text' | 'leader' | 'unit' | 'handler' | 'dueOn' | 'justification', string>>
type Typed = Partial<Entry>
const noTyped: Typed = {}

interface MeasureFormProps {
  readonly detail: FindingDetail
  readonly measure: Measure | null
  readonly today: IsoDate
  readonly onClose: () => void
}

/** A measure; a new one takes the people and the deadline of its finding. What is typed is kept. */
export function MeasureForm({ detail, measure, today, onClose }: MeasureFormProps) {
  const key = `finding-measure.${measure?.id ?? detail.id}`
  const [typed, setTyped] = useDraft<Typed>(key, noTyped)
  const [error, setError] = useState<unknown>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const done = useDone()
  const usual = { ...(measure ?? { ...detail.fields, text: '', unit: detail.fields.leadUnit, justification: '' }) }
  const entry: Entry = {
    text: usual.text,
    leader: usual.leader,
    unit: usual.unit,
    handler: usual.handler,
    justification: usual.justification,
    dueOn: usual.dueOn ?? '',
    ...typed,
  }
  const submit = async (): Promise<void> => {
    if (entry.text.trim() === '') return setMissing(text.needText)
    setMissing(null)
    const findingIds = [detail.id, ...(measure?.otherFindings.map(({ id }) => id) ?? [])]
    try {
      await call('rectification.saveMeasure', {
        id: measure?.id ?? null,
        findingIds,
        fields: { ...entry, dueOn: parseIsoDate(entry.dueOn) },
      })
      dropDraft(key)
      onClose()
      done(text.measureSaved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <div className="rect-form">
      <div className="rect-grid">
        <div className="rect-wide">
          <Field label={text.text} isRequired error={missing}>
            <TextField value={entry.text} onChange={(next) => setTyped({ text: next })} isMultiline rows={1} hasFocus />
          </Field>
        </div>
        <Field label={text.leader}>
          <PersonField value={entry.leader} onChange={(leader) => setTyped({ leader })} />
        </Field>
        <Field label={text.unit}>
          <TextField value={entry.unit} onChange={(unit) => setTyped({ unit })} />
        </Field>
        <Field label={text.handler}>
          <PersonField value={entry.handler} onChange={(handler) => setTyped({ handler })} />
        </Field>
        <Field label={text.dueOn}>
          <DateField
            value={parseIsoDate(entry.dueOn)}
            today={today}
            onChange={(day) => setTyped({ dueOn: day ?? '' })}
          />
        </Field>
        {measure && (
          <div className="rect-wide">
            <Field label={text.justification}>
              <TextField
                value={entry.justification}
                onChange={(justification) => setTyped({ justification })}
                isMultiline
                rows={1}
              />
            </Field>
          </div>
        )}
      </div>
      <FailureNotice error={error} />
      <div className="rect-actions">
        <Button type="primary" onClick={() => void submit()}>
          {text.save}
        </Button>
        <Button type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </div>
  )
}
