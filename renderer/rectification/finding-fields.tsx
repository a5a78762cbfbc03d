import { Button } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import { amountClasses, findingKinds, rectTypes } from '../../shared/rectification/record'
import {
  amountClassLabels,
  findingFieldLabels,
  findingKindLabels,
  rectTypeLabels,
} from '../../shared/terms/rectification'
import { dropDraft, useDraft } from '../app/kept'
import { AmountInput } from '../components/amount-input'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { EnterpriseField } from '../components/enterprise-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { ProjectField } from '../components/project-field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { amountText } from '../text/app'
import { fieldsText as text } from '../text/rectification-steps'
import { optionsOf } from './filter-choices'
import type { FindingEditing, TypedName } from './finding-editing'

const kindOptions = optionsOf(findingKinds, findingKindLabels)
const typeOptions = optionsOf(rectTypes, rectTypeLabels)
const classOptions = optionsOf(amountClasses, amountClassLabels)
const yesNo = [
  { value: 'yes', label: text.yes },
  { value: 'no', label: text.no },
] as const

type LineName = Exclude<TypedName, 'amount'>

interface PartProps {
  readonly editing: FindingEditing
}

function Line({ editing, name, isWide }: PartProps & { readonly name: LineName; readonly isWide?: boolean }) {
  const field = (
    <Field label={findingFieldLabels[name]} isRequired={name === 'title'}>
      <TextField
        value={editing.textOf(name)}
        onChange={(next) => editing.type(name, next)}
        onBlur={editing.commit}
        onEnter={editing.commit}
        isMultiline={isWide ?? false}
        rows={1}
        isDisabled={editing.isLocked}
      />
    </Field>
  )
  return isWide ? <div className="rect-wide">{field}</div> : field
}

function Person({ editing, name }: PartProps & { readonly name: 'leader' | 'handler' }) {
  return (
    <Field label={findingFieldLabels[name]}>
      <PersonField
        value={editing.textOf(name)}
        onChange={(next) => editing.type(name, next)}
        onBlur={editing.commit}
        isDisabled={editing.isLocked}
      />
    </Field>
  )
}

/** Yes, no or not decided. */
function YesNo({ editing, name }: PartProps & { readonly name: 'isRecurrence' | 'isPublic' }) {
  const stored = editing.detail.fields[name]
  return (
    <Field label={findingFieldLabels[name]}>
      <ChoiceField
        value={stored === null ? null : stored ? 'yes' : 'no'}
        options={yesNo}
        onChange={(next) => void editing.save({ [name]: next === null ? null : next === 'yes' })}
        allowsNone
        placeholder={text.unknown}
        isDisabled={editing.isLocked}
      />
    </Field>
  )
}

function BaseFields({ editing }: PartProps) {
  const { fields } = editing.detail
  return (
    <section className="section">
      <h2>{text.groups.base}</h2>
      <div className="rect-grid">
        <Line editing={editing} name="title" isWide />
        <Line editing={editing} name="no" />
        <Field label={findingFieldLabels.kind}>
          <ChoiceField
            value={fields.kind}
            options={kindOptions}
            onChange={(kind) => kind && void editing.save({ kind })}
            isDisabled={editing.isLocked}
          />
        </Field>
        <Line editing={editing} name="aspect" />
        <Line editing={editing} name="keyIssue" />
        <Line editing={editing} name="detail" isWide />
        <Line editing={editing} name="category" />
        <Line editing={editing} name="auditee" />
        <AmountInput
          label={findingFieldLabels.amount}
          value={editing.textOf('amount')}
          onChange={(next) => editing.type('amount', next)}
          onBlur={editing.commit}
          onEnter={editing.commit}
          hint={amountText.hint}
          isDisabled={editing.isLocked}
        />
        <Field label={findingFieldLabels.amountClass}>
          <ChoiceField
            value={fields.amountClass}
            options={classOptions}
            onChange={(amountClass) => void editing.save({ amountClass })}
            allowsNone
            isDisabled={editing.isLocked}
          />
        </Field>
        <Line editing={editing} name="legalBasis" isWide />
        <Line editing={editing} name="auditSuggestion" isWide />
        <YesNo editing={editing} name="isRecurrence" />
        <YesNo editing={editing} name="isPublic" />
      </div>
    </section>
  )
}

function DutyFields({ editing, today }: PartProps & { readonly today: IsoDate }) {
  const { fields, state, originalDueOn, extensionCount } = editing.detail
  const isByExtension = state !== 'unclaimed' && state !== 'planning'
  const hints = [
    ...(isByExtension ? [text.dueHint] : []),
    ...(extensionCount > 0 && originalDueOn !== null ? [text.originalDue(originalDueOn)] : []),
  ]
  return (
    <section className="section">
      <h2>{text.groups.duty}</h2>
      <div className="rect-grid">
        <Field label={findingFieldLabels.rectType}>
          <ChoiceField
            value={fields.rectType}
            options={typeOptions}
            onChange={(rectType) => void editing.save({ rectType })}
            allowsNone
            isDisabled={editing.isLocked}
          />
        </Field>
        <Field label={findingFieldLabels.dueOn} hint={hints.length > 0 ? hints.join('') : null}>
          <DateField
            value={fields.dueOn}
            today={today}
            onChange={(dueOn) => void editing.save({ dueOn })}
            isDisabled={editing.isLocked}
          />
        </Field>
        <Person editing={editing} name="leader" />
        <Line editing={editing} name="leadUnit" />
        <Line editing={editing} name="units" />
        <Person editing={editing} name="handler" />
        <Line editing={editing} name="standard" isWide />
      </div>
    </section>
  )
}

interface ProgressDraft {
  /** Null = today; '' = emptied. */
  readonly on: string | null
  readonly text: string
  readonly nextStep: string
}
const noProgress: ProgressDraft = { on: null, text: '', nextStep: '' }

/** 登记进展: a dated note, the latest of which stands in the ledger. */
function Progress({ editing, today }: PartProps & { readonly today: IsoDate }) {
  const { id, fields } = editing.detail
  const key = `finding-progress.${id}`
  const [draft, setDraft] = useDraft<ProgressDraft>(key, noProgress)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()
  const on = draft.on === null ? today : parseIsoDate(draft.on)
  const submit = async (): Promise<void> => {
    if (!on || draft.text.trim() === '') return
    try {
      await call('rectification.addProgress', { findingId: id, on, text: draft.text, nextStep: draft.nextStep })
      dropDraft(key)
      setError(null)
      done(text.progressSaved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <section className="section">
      <h2>{text.progress}</h2>
      {fields.progress !== '' && <p className="rect-text soft">{text.latest(fields.progress)}</p>}
      {!editing.isLocked && (
        <>
          <div className="rect-grid">
            <Field label={text.progressOn}>
              <DateField value={on} today={today} onChange={(day) => setDraft({ on: day ?? '' })} />
            </Field>
            <div className="rect-wide">
              <Field label={text.progressText}>
                <TextField
                  value={draft.text}
                  onChange={(next) => setDraft({ text: next })}
                  onEnter={() => void submit()}
                  isMultiline
                  rows={1}
                />
              </Field>
            </div>
            <div className="rect-wide">
              <Field label={text.nextStep}>
                <TextField
                  value={draft.nextStep}
                  onChange={(nextStep) => setDraft({ nextStep })}
                  isMultiline
                  rows={1}
                />
              </Field>
            </div>
          </div>
          <FailureNotice error={error} />
          <div className="rect-actions">
            <Button className="for-work" disabled={!on || draft.text.trim() === ''} onClick={() => void submit()}>
              {text.recordProgress}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** 基本情况: all that people write of a finding; each field is saved when it is left. */
export function FindingFieldsForm({ editing, today }: PartProps & { readonly today: IsoDate }) {
  const { enterprise, project } = editing.detail
  return (
    <>
      {editing.isLocked && <p className="soft">{text.closedHint}</p>}
      <BaseFields editing={editing} />
      <DutyFields editing={editing} today={today} />
      <Progress editing={editing} today={today} />
      <section className="section">
        <h2>{text.groups.text}</h2>
        <div className="rect-grid">
          <Line editing={editing} name="result" isWide />
          <Line editing={editing} name="reasonNotDone" isWide />
          <Line editing={editing} name="nextStep" isWide />
          <Line editing={editing} name="mechanism" isWide />
          <Line editing={editing} name="evidenceText" isWide />
        </div>
      </section>
      <section className="section">
        <h2>{text.groups.other}</h2>
        <div className="rect-grid">
          <Field label={findingFieldLabels.enterpriseId}>
            <EnterpriseField
              value={enterprise}
              onChange={(next) => void editing.save({ enterpriseId: next?.id ?? null })}
              allowsNone
              isDisabled={editing.isLocked}
            />
          </Field>
          <Field label={findingFieldLabels.projectId}>
            <ProjectField
              value={project}
              onChange={(next) => void editing.save({ projectId: next?.id ?? null })}
              isDisabled={editing.isLocked}
            />
          </Field>
          <Line editing={editing} name="remark" isWide />
        </div>
      </section>
    </>
  )
}
