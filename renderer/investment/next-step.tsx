import { App, Button, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import type { Failure } from '../../shared/core/result'
import { CallError } from '../../shared/ipc/client'
import { checkCreditCode } from '../../shared/registry/credit-code'
import { leadClassLabel, leadFieldLabel, leadStateLabel } from '../../shared/terms/investment'
import { dropDraft, useDraft } from '../app/kept'
import { showRecord, useScreen } from '../app/screen'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { nextStepText as text, drawerText } from '../text/investment'
import { decidedClasses } from './class-choice'
import { DuplicateChoice } from './duplicate-choice'
import type { LeadEditing } from './lead-editing'
import type { LifeStep } from './life-line'
import { nextStepOf } from './life-line'
import {
  dateFields,
  entryOf,
  factsOf,
  filingOf,
  isOptional,
  missingEntries,
  stepFields,
  stepsToChoose,
  type StepEntries,
  type StepField,
} from './step-facts'

const noEntries: StepEntries = {}
const yesNo = [
  { value: 'yes', label: text.yes },
  { value: 'no', label: text.no },
] as const
const classOptions = decidedClasses.map((value) => ({ value, label: leadClassLabel(value) }))

function labelOf(field: StepField): string {
  return field === 'documentReference' ? text.evidence : leadFieldLabel(field)
}

interface StepInputProps {
  readonly field: StepField
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
  readonly today: IsoDate
}

function StepInput({ field, value, onChange, onEnter, today }: StepInputProps) {
  if (dateFields.has(field)) {
    return (
      <DateField value={parseIsoDate(value)} today={today} onChange={(day) => onChange(day ?? '')} onEnter={onEnter} />
    )
  }
  if (field === 'districtClass') {
    const chosen = decidedClasses.find((known) => known === value) ?? null
    return <ChoiceField value={chosen} options={classOptions} onChange={(next) => onChange(next ?? '')} />
  }
  if (field === 'isRegisteredInDistrict') {
    return (
      <Radio.Group
        aria-label={labelOf(field)}
        value={value}
        options={[...yesNo]}
        onChange={(event) => onChange(String(event.target.value))}
      />
    )
  }
  return <TextField value={value} onChange={onChange} onEnter={onEnter} />
}

function hintOf(field: StepField, value: string): string | null {
  if (field === 'creditCode' && value.trim() !== '' && checkCreditCode(value) !== 'valid') return text.codeDoubtful
  return isOptional(field) ? text.optional : null
}

interface NextStepProps {
  readonly editing: LeadEditing
  readonly today: IsoDate
}

/** Asks for exactly the facts that the next step needs, and the document they rest on. */
export function NextStep({ editing, today }: NextStepProps) {
  const { state } = editing.detail
  const next = nextStepOf(editing.detail)
  if (next) return <StepForm key={next} editing={editing} today={today} next={next} />
  return <p className="soft">{state === 'landed' ? text.allDone : text.stopped}</p>
}

/** Writes the step: the bureau's own filing, or facts of the district. */
function useRecordStep(editing: LeadEditing, next: LifeStep, chosen: LifeStep, fields: readonly StepField[]) {
  const { message } = App.useApp()
  const done = useDone()
  const { id } = editing.detail.lead
  return async (entries: StepEntries, allowDuplicate: boolean): Promise<void> => {
    if (next === 'filed') {
      await editing.run((expectedUpdatedAt) =>
        call('investment.save', { id, fields: filingOf(entries), allowDuplicate, expectedUpdatedAt }),
      )
      return done(text.recorded(leadStateLabel('filed')))
    }
    await editing.run(async (expectedUpdatedAt) => {
      const facts = factsOf(fields, entries)
      const documentReference = entries.documentReference ?? ''
      const input = { id, to: chosen, facts, documentReference, expectedUpdatedAt, allowDuplicate }
      const answer = await call('investment.recordFacts', input)
      done(text.recorded(leadStateLabel(answer.state)))
      for (const note of answer.notes) void message.open({ type: 'info', content: note, duration: 8 })
    })
  }
}

function StepForm({ editing, today, next }: NextStepProps & { readonly next: LifeStep }) {
  const { lead, duplicates } = editing.detail
  const key = `lead-step.${lead.id}`
  const [typed, setTyped] = useDraft<StepEntries>(key, noEntries)
  const choices = stepsToChoose(next)
  const [chosen, setChosen] = useState<LifeStep>(next)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const fields = stepFields(next, chosen)
  const record = useRecordStep(editing, next, chosen, fields)
  const valueOf = (field: StepField, entries: StepEntries): string => entries[field] ?? entryOf(lead, field)
  const submit = async (allowDuplicate = false): Promise<void> => {
    // The keystroke before may not have been painted yet; the store has it.
    const now = { ...noEntries, ...(useScreen.getState().drafts[key] as StepEntries | undefined) }
    const entries = Object.fromEntries(fields.map((field) => [field, valueOf(field, now)]))
    const missing = missingEntries(fields, entries)
    setFailure(missing)
    if (missing || isRunning) return
    setIsRunning(true)
    try {
      await record(entries, allowDuplicate)
      dropDraft(key)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setFailure(error.failure)
    } finally {
      setIsRunning(false)
    }
  }
  const isDuplicate = failure?.code === 'leadIsDuplicate'
  return (
    <div>
      {choices.length > 1 && (
        <div className="lead-choice">
          <span className="field-label">{text.upTo}</span>
          <Segmented<LifeStep>
            aria-label={text.upTo}
            value={chosen}
            onChange={setChosen}
            options={choices.map((value) => ({ value, label: drawerText.steps[value] }))}
          />
        </div>
      )}
      <div className="lead-grid">
        {fields.map((field) => (
          <div key={field} className={field === 'documentReference' ? 'lead-wide' : ''}>
            <Field label={labelOf(field)} isRequired={!isOptional(field)} hint={hintOf(field, valueOf(field, typed))}>
              <StepInput
                field={field}
                value={valueOf(field, typed)}
                onChange={(value) => setTyped({ [field]: value })}
                onEnter={() => void submit()}
                today={today}
              />
            </Field>
          </div>
        ))}
      </div>
      {failure && !isDuplicate && <FailureNotice error={new CallError(failure)} />}
      {isDuplicate && duplicates.length === 0 && <FailureNotice error={new CallError(failure)} />}
      {isDuplicate && <DuplicateChoice duplicates={duplicates} onOpen={showRecord} onGoOn={() => void submit(true)} />}
      <div className="lead-actions">
        <Button type="primary" disabled={isRunning} onClick={() => void submit()}>
          {text.record(drawerText.steps[chosen])}
        </Button>
        {next !== 'filed' && <span className="soft">{text.byOffice}</span>}
      </div>
    </div>
  )
}
