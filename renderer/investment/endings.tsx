import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import type { Failure } from '../../shared/core/result'
import { leadEndings, type LeadEnding } from '../../shared/investment/record'
import { CallError } from '../../shared/ipc/client'
import { leadEndingLabels, leadFieldLabel } from '../../shared/terms/investment'
import { dropDraft, useDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { endingText as text } from '../text/investment'
import type { LeadEditing } from './lead-editing'

interface Ending {
  readonly on: string | null
  readonly reason: string
  readonly documentReference: string
}
const noEnding: Ending = { on: null, reason: '', documentReference: '' }

interface EndingFormProps {
  readonly editing: LeadEditing
  readonly today: IsoDate
  readonly ending: LeadEnding
  readonly onClose: () => void
}

function EndingForm({ editing, today, ending, onClose }: EndingFormProps) {
  const { id } = editing.detail.lead
  const key = `lead-ending.${id}`
  const [entry, setEntry] = useDraft<Ending>(key, noEnding)
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const done = useDone()
  const on = entry.on === null ? today : parseIsoDate(entry.on)
  const submit = async (): Promise<void> => {
    const reason = entry.reason.trim()
    if (!on || reason === '') return setProblem(text.needReason)
    setProblem(null)
    try {
      const { documentReference } = entry
      await editing.run(() => call('investment.end', { id, ending, on, reason, documentReference }))
      dropDraft(key)
      done(text.done(leadEndingLabels[ending]))
      onClose()
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setFailure(error.failure)
    }
  }
  return (
    <>
      <p className="soft">{text.hints[ending]}</p>
      <div className="lead-grid">
        <Field label={text.on} isRequired>
          <DateField value={on} today={today} onChange={(day) => setEntry({ on: day ?? '' })} />
        </Field>
        {ending === 'revoked' && (
          <Field label={leadFieldLabel('documentReference')} isRequired>
            <TextField
              value={entry.documentReference}
              onChange={(documentReference) => setEntry({ documentReference })}
            />
          </Field>
        )}
        <div className="lead-wide">
          <Field label={text.reason} isRequired error={problem}>
            <TextField
              value={entry.reason}
              onChange={(reason) => setEntry({ reason })}
              onEnter={() => void submit()}
              hasFocus
            />
          </Field>
        </div>
      </div>
      {failure && <FailureNotice error={new CallError(failure)} />}
      <div className="lead-actions">
        <Button onClick={() => void submit()}>{text.confirm(leadEndingLabels[ending])}</Button>
        <Button type="text" onClick={onClose}>
          {text.back}
        </Button>
      </div>
    </>
  )
}

/** 终止, 撤回, 撤销: each with its day and reason; and taking it back. */
export function Endings({ editing, today }: { readonly editing: LeadEditing; readonly today: IsoDate }) {
  const { lead, nextStates } = editing.detail
  const [chosen, setChosen] = useState<LeadEnding | null>(null)
  const done = useDone()
  const possible = leadEndings.filter((ending) => nextStates.includes(ending))
  if (lead.ending === null && possible.length === 0) return null
  const restore = async (): Promise<void> => {
    const input = { id: lead.id, ending: null, on: today, reason: '', documentReference: '' }
    await editing.run(() => call('investment.end', input))
    done(text.restored)
  }
  return (
    <section className="section">
      <h2>{text.title}</h2>
      {lead.ending ? (
        <div className="lead-actions">
          <span>{text.endedLine(leadEndingLabels[lead.ending], lead.endedOn ?? '', lead.endingReason)}</span>
          <ActionButton size="small" run={restore}>
            {text.restore}
          </ActionButton>
        </div>
      ) : chosen && possible.includes(chosen) ? (
        <EndingForm editing={editing} today={today} ending={chosen} onClose={() => setChosen(null)} />
      ) : (
        <div className="lead-actions">
          {possible.map((ending) => (
            <Button key={ending} size="small" title={text.hints[ending]} onClick={() => setChosen(ending)}>
              {leadEndingLabels[ending]}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
