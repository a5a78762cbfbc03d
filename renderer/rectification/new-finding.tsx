import { Button, Modal } from 'antd'
import { useState } from 'react'
import { CallError } from '../../shared/ipc/client'
import { findingKinds, rectTypes, type FindingKind, type RectType } from '../../shared/rectification/record'
import { findingFieldLabels, findingKindLabels, rectTypeLabels } from '../../shared/terms/rectification'
import { dropDraft, useDraft } from '../app/kept'
import { showRecord } from '../app/screen'
import { ChoiceField } from '../components/choice-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { newFindingText as text } from '../text/rectification'
import { optionsOf } from './filter-choices'

interface Entry {
  readonly no: string
  readonly title: string
  readonly aspect: string
  readonly keyIssue: string
  readonly leadUnit: string
  readonly kind: FindingKind | null
  readonly rectType: RectType | null
}
const noEntry: Entry = { no: '', title: '', aspect: '', keyIssue: '', leadUnit: '', kind: null, rectType: null }
const kindOptions = optionsOf(findingKinds, findingKindLabels)
const typeOptions = optionsOf(rectTypes, rectTypeLabels)

interface NewFindingProps {
  readonly isOpen: boolean
  readonly programId: string
  readonly onClose: () => void
}

/** One more finding by hand; the rest is written in its drawer. What is typed is kept. */
export function NewFinding({ isOpen, programId, onClose }: NewFindingProps) {
  const draftKey = `rectification.new-finding.${programId}`
  const [entry, setEntry] = useDraft<Entry>(draftKey, noEntry)
  const [error, setError] = useState<unknown>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const done = useDone()
  const submit = async (): Promise<void> => {
    if (entry.title.trim() === '') return setMissing(text.needTitle)
    setMissing(null)
    const { kind, ...fields } = entry
    try {
      const { id } = await call('rectification.saveFinding', {
        id: null,
        programId,
        fields: { ...fields, ...(kind === null ? {} : { kind }) },
        expectedUpdatedAt: null,
      })
      dropDraft(draftKey)
      setError(null)
      onClose()
      showRecord(id)
      done(text.saved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  const line = (name: 'no' | 'aspect' | 'keyIssue' | 'leadUnit') => (
    <Field label={findingFieldLabels[name]}>
      <TextField value={entry[name]} onChange={(next) => setEntry({ [name]: next })} onEnter={() => void submit()} />
    </Field>
  )
  return (
    <Modal open={isOpen} title={text.title} onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <div className="rect-grid">
        <div className="rect-wide">
          <Field label={findingFieldLabels.title} isRequired error={missing}>
            <TextField
              value={entry.title}
              onChange={(title) => setEntry({ title })}
              onEnter={() => void submit()}
              hasFocus
            />
          </Field>
        </div>
        {line('no')}
        <Field label={findingFieldLabels.kind}>
          <ChoiceField value={entry.kind} options={kindOptions} onChange={(kind) => setEntry({ kind })} allowsNone />
        </Field>
        {line('aspect')}
        {line('keyIssue')}
        {line('leadUnit')}
        <Field label={findingFieldLabels.rectType}>
          <ChoiceField
            value={entry.rectType}
            options={typeOptions}
            onChange={(rectType) => setEntry({ rectType })}
            allowsNone
          />
        </Field>
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
    </Modal>
  )
}
