import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { LookBackRow } from '../../shared/rectification/follow-up-contract'
import { lookBackResults, type LookBack } from '../../shared/rectification/part-records'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { lookBackText as text } from '../text/rectification-follow-up'

type Result = NonNullable<LookBack['result']>
const resultOptions = lookBackResults.map((value) => ({ value, label: text.results[value] }))
const noNote = { note: '' }

interface LookBackFormProps {
  readonly row: LookBackRow
  readonly today: IsoDate
  readonly onClose: () => void
}

/** What a look-back found; what is typed is kept until it is saved. */
export function LookBackForm({ row, today, onClose }: LookBackFormProps) {
  const draftKey = `rectification.look-back.${row.id}`
  const [{ note }, setNote] = useDraft(draftKey, noNote)
  const [doneOn, setDoneOn] = useState<IsoDate | null>(today)
  const [result, setResult] = useState<Result>('held')
  const save = useAction('rectification.recordLookBack')
  const done = useDone()
  const submit = async (): Promise<void> => {
    if (doneOn === null) return
    try {
      await save.mutateAsync({ id: row.id, doneOn, result, note })
      dropDraft(draftKey)
      done(text.saved)
      onClose()
    } catch (refusal) {
      // Shown below by the mutation's own error.
      if (!(refusal instanceof CallError)) throw refusal
    }
  }
  return (
    <Modal open title={text.recordTitle(row.finding.title)} onCancel={onClose} footer={null} width={560}>
      <div className="rect-fields">
        <Field label={text.doneOn} isRequired>
          <DateField value={doneOn} today={today} onChange={setDoneOn} />
        </Field>
        <Field label={text.result} hint={result === 'relapsed' ? text.relapsedHint : undefined}>
          <Radio.Group
            aria-label={text.result}
            value={result}
            options={resultOptions}
            onChange={({ target }) => setResult(target.value as Result)}
          />
        </Field>
        <Field label={text.note} hint={text.noteHint}>
          <TextField isMultiline rows={3} value={note} onChange={(next) => setNote({ note: next })} />
        </Field>
      </div>
      <FailureNotice error={save.error} />
      <div className="rect-actions">
        <Button type="primary" disabled={doneOn === null || save.isPending} onClick={() => void submit()}>
          {text.save}
        </Button>
        <Button type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </Modal>
  )
}
