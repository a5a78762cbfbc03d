import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ActionButton } from './action-button'
import { Field } from './field'
import { TextField } from './text-field'

interface ReasonFormProps {
  readonly title: string
  readonly label: string
  /** The button that acts. */
  readonly word: string
  readonly cancel: string
  readonly onClose: () => void
  readonly run: (reason: string) => Promise<void>
}

/** Asks for the reason of an act that is remembered with it. */
export function ReasonForm({ title, label, word, cancel, onClose, run }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const act = async (): Promise<void> => {
    await run(reason)
    onClose()
  }
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={480}>
      <Field label={label} isRequired>
        <TextField isMultiline value={reason} onChange={setReason} hasFocus />
      </Field>
      <div style={{ display: 'flex', gap: 8 }}>
        <ActionButton type="primary" disabled={reason.trim() === ''} run={act}>
          {word}
        </ActionButton>
        <Button type="text" onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </Modal>
  )
}
