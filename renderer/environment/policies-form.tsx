import { Button } from 'antd'
import { useRef, useState } from 'react'
import { yearOf, type IsoDate } from '../../shared/core/dates'
import type { PolicyFields, PolicyRecord } from '../../shared/environment/record'
import { policyDueText, policyTerms } from '../../shared/terms/environment'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { policyText as text } from '../text/environment'
import '../briefs/briefs.css'
import { Channels } from './policies-channels'

/** Fields as typed; days as text so that a draft can keep them. */
type Words = Omit<PolicyFields, 'publishedOn' | 'channels'> & {
  readonly publishedOn: IsoDate | null
  readonly channels: readonly string[]
}
type Typed = Partial<Words>
const nothingTyped: Typed = {}

function wordsOf(policy: PolicyRecord | null): Words {
  return {
    title: policy?.title ?? '',
    docNo: policy?.docNo ?? '',
    issuer: policy?.issuer ?? '',
    publishedOn: policy?.publishedOn ?? null,
    explainerReadyOn: policy?.explainerReadyOn ?? null,
    explainer: policy?.explainer ?? '',
    sentOn: policy?.sentOn ?? null,
    sentVia: policy?.sentVia ?? '',
    channels: policy?.channels ?? [],
    handler: policy?.handler ?? '',
    remark: policy?.remark ?? '',
  }
}

function problemOf({ title, publishedOn }: Words, today: IsoDate): string | null {
  if (title.trim() === '') return text.needTitle
  if (publishedOn === null) return text.needDay
  return publishedOn > today ? text.future : null
}

/** The five working days, counted while the day is being typed. */
function Clock({ publishedOn }: { readonly publishedOn: IsoDate | null }) {
  const { data } = useCall(
    'environment.policyDue',
    // Nothing is asked before there is a day.
    { publishedOn: publishedOn ?? ('2000-01-01' as IsoDate) },
    { enabled: publishedOn !== null },
  )
  if (publishedOn === null) return <span className="soft">{text.clockFirst}</span>
  return <strong aria-live="polite">{data ? text.clock(policyDueText(data, yearOf(publishedOn))) : ''}</strong>
}

interface PolicyFormProps {
  readonly policy: PolicyRecord | null
  readonly onSaved: (id: string) => void
}

/** A policy: new with its files, or as it was. Typed text survives closing. */
export function PolicyForm({ policy, onSaved }: PolicyFormProps) {
  const { today } = useShell()
  const key = `policy.${policy?.id ?? 'new'}`
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const hasDraft = useHasDraft(key)
  const [files, setFiles] = useState<readonly File[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const save = useAction('environment.savePolicy')
  const attach = useAction('attachments.add')
  const done = useDone()
  const words = { ...wordsOf(policy), ...typed }
  const submit = async (): Promise<void> => {
    const wrong = problemOf(words, today)
    setProblem(wrong)
    const { publishedOn } = words
    if (wrong !== null || publishedOn === null) return
    const fields = { ...words, publishedOn, channels: [...words.channels] }
    // A refusal is shown below by the mutations' own errors.
    const saved = await save
      .mutateAsync({ id: policy?.id ?? null, fields, expectedUpdatedAt: policy?.updatedAt ?? null })
      .catch(() => null)
    if (!saved) return
    dropDraft(key)
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const about = { room: 'environment', recordId: saved.id, fileName: file.name, bytes } as const
      await attach.mutateAsync(about).catch(() => null)
    }
    done(text.saved)
    onSaved(saved.id)
  }
  const line = (field: 'title' | 'docNo' | 'issuer' | 'sentVia') => (
    <Field label={policyTerms[field].label} isRequired={field === 'title'}>
      <TextField
        value={words[field]}
        onChange={(value) => setTyped({ [field]: value })}
        onEnter={() => void submit()}
      />
    </Field>
  )
  return (
    <div className="brief-form policy-form">
      {line('title')}
      <div className="brief-grid">
        <Field label={policyTerms.publishedOn.label} isRequired hint={<Clock publishedOn={words.publishedOn} />}>
          <DateField value={words.publishedOn} today={today} onChange={(publishedOn) => setTyped({ publishedOn })} />
        </Field>
        {line('docNo')}
        {line('issuer')}
        <Field label={policyTerms.handler.label}>
          <PersonField value={words.handler} onChange={(handler) => setTyped({ handler })} />
        </Field>
      </div>
      {policy === null && <ChosenFiles files={files} onChange={setFiles} />}
      <Field label={policyTerms.explainer.label} hint={policyTerms.explainer.definition}>
        <TextField isMultiline rows={3} value={words.explainer} onChange={(explainer) => setTyped({ explainer })} />
      </Field>
      <div className="brief-grid">
        <Field label={policyTerms.explainerReadyOn.label}>
          <DateField
            value={words.explainerReadyOn}
            today={today}
            onChange={(explainerReadyOn) => setTyped({ explainerReadyOn })}
          />
        </Field>
        {policy !== null && (
          <>
            <Field label={policyTerms.sentOn.label}>
              <DateField value={words.sentOn} today={today} onChange={(sentOn) => setTyped({ sentOn })} />
            </Field>
            {line('sentVia')}
          </>
        )}
      </div>
      <Channels channels={words.channels} onChange={(channels) => setTyped({ channels })} />
      <Field label={policyTerms.remark.label}>
        <TextField isMultiline rows={2} value={words.remark} onChange={(remark) => setTyped({ remark })} />
      </Field>
      {problem && (
        <div className="field-error" role="alert">
          {problem}
        </div>
      )}
      <FailureNotice error={save.error ?? attach.error} />
      <div className="brief-actions">
        <Button type="primary" disabled={save.isPending || attach.isPending} onClick={() => void submit()}>
          {text.save}
        </Button>
        {hasDraft && (
          <Button type="text" onClick={() => dropDraft(key)}>
            {text.discard}
          </Button>
        )}
      </div>
    </div>
  )
}

interface ChosenFilesProps {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
}

/** Files of a policy that is not saved yet; they are put with it when it is. */
function ChosenFiles({ files, onChange }: ChosenFilesProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <div className="field-label">{text.files}</div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.files}
        onChange={(event) => onChange([...files, ...(event.target.files ?? [])])}
      />
      <div className="told-bar">
        <Button onClick={() => input.current?.click()}>{text.addFiles}</Button>
        <span className="soft">{text.filesHint}</span>
      </div>
      <ul className="policy-files">
        {files.map((file) => (
          <li key={`${file.name} ${file.size}`}>{file.name}</li>
        ))}
      </ul>
    </div>
  )
}
