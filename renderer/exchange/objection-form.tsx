import { Button, Modal } from 'antd'
import { dropDraft, useDraft } from '../app/kept'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { commonText, receiptsText as text } from '../text/exchange'

const untouched = { text: '' }

interface ObjectionFormProps {
  readonly period: string
  /** Null objects to the result as a whole. */
  readonly line: { readonly key: string; readonly label: string } | null
  readonly onClose: () => void
}

/** An objection to a verdict; what is typed is kept until it is saved. */
export function ObjectionForm({ period, line, onClose }: ObjectionFormProps) {
  const key = `exchange.objection.${period}.${line?.key ?? ''}`
  const [typed, change] = useDraft(key, untouched)
  const save = useAction('exchange.saveObjection')
  const done = useDone()
  const submit = (): void =>
    save.mutate(
      { period, lineKey: line?.key ?? null, text: typed.text },
      {
        onSuccess: () => {
          dropDraft(key)
          onClose()
          done(text.saved)
        },
      },
    )
  return (
    <Modal open title={line ? text.writeOf(line.label) : text.writeWhole} onCancel={onClose} footer={null} width={560}>
      <Field label={text.objectionTitle} hint={text.objectionHint} isRequired>
        <TextField
          isMultiline
          rows={4}
          value={typed.text}
          hasFocus
          onChange={(next) => change({ text: next })}
          onEnter={submit}
        />
      </Field>
      <FailureNotice error={save.error} />
      <div className="exchange-actions">
        <Button type="primary" disabled={typed.text.trim() === '' || save.isPending} onClick={submit}>
          {text.save}
        </Button>
        <Button type="text" onClick={onClose}>
          {commonText.cancel}
        </Button>
      </div>
    </Modal>
  )
}
