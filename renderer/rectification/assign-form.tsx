import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { rectTypes, type RectType } from '../../shared/rectification/record'
import { findingFieldLabels, rectTypeLabels } from '../../shared/terms/rectification'
import { dropDraft, useDraft } from '../app/kept'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { stepText as text } from '../text/rectification-steps'
import { optionsOf } from './filter-choices'

const typeOptions = optionsOf(rectTypes, rectTypeLabels)

/** Null = as stored. */
interface Entry {
  readonly leader: string | null
  readonly leadUnit: string | null
  readonly handler: string | null
  readonly rectType: RectType | null
  readonly dueOn: string | null
}
const noEntry: Entry = { leader: null, leadUnit: null, handler: null, rectType: null, dueOn: null }

interface AssignFormProps {
  readonly detail: FindingDetail
  readonly today: IsoDate
}

/** 认领: who leads, which department, of which type and until when, in one go. */
export function AssignForm({ detail, today }: AssignFormProps) {
  const { id, programId, fields } = detail
  const key = `finding-assign.${id}`
  const [entry, setEntry] = useDraft<Entry>(key, noEntry)
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setIsRunning] = useState(false)
  const done = useDone()
  const shown = {
    leader: entry.leader ?? fields.leader,
    leadUnit: entry.leadUnit ?? fields.leadUnit,
    handler: entry.handler ?? fields.handler,
    rectType: entry.rectType ?? fields.rectType,
    dueOn: entry.dueOn === null ? fields.dueOn : parseIsoDate(entry.dueOn),
  }
  const submit = async (): Promise<void> => {
    setIsRunning(true)
    try {
      const isChanged =
        shown.leader !== fields.leader ||
        shown.leadUnit !== fields.leadUnit ||
        shown.handler !== fields.handler ||
        shown.rectType !== fields.rectType ||
        shown.dueOn !== fields.dueOn
      if (isChanged) {
        const expectedUpdatedAt = detail.updatedAt
        await call('rectification.saveFinding', { id, programId, fields: shown, expectedUpdatedAt })
      }
      await call('rectification.step', { id, event: 'assign', on: today })
      dropDraft(key)
      setError(null)
      done(text.done.assign)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    } finally {
      setIsRunning(false)
    }
  }
  return (
    <>
      <div className="rect-grid">
        <Field label={findingFieldLabels.leader} isRequired>
          <PersonField value={shown.leader} onChange={(leader) => setEntry({ leader })} />
        </Field>
        <Field label={findingFieldLabels.leadUnit} isRequired>
          <TextField value={shown.leadUnit} onChange={(leadUnit) => setEntry({ leadUnit })} />
        </Field>
        <Field label={findingFieldLabels.rectType} isRequired>
          <ChoiceField value={shown.rectType} options={typeOptions} onChange={(rectType) => setEntry({ rectType })} />
        </Field>
        <Field label={findingFieldLabels.dueOn}>
          <DateField value={shown.dueOn} today={today} onChange={(day) => setEntry({ dueOn: day ?? '' })} />
        </Field>
        <Field label={findingFieldLabels.handler}>
          <PersonField value={shown.handler} onChange={(handler) => setEntry({ handler })} />
        </Field>
      </div>
      <FailureNotice error={error} />
      <div className="rect-actions">
        <Button type="primary" disabled={isRunning} onClick={() => void submit()}>
          {text.record.assign}
        </Button>
      </div>
    </>
  )
}
