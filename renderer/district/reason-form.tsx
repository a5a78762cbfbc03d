import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ActionButton } from '../components/action-button'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { districtText } from '../text/district'

interface ReasonFormProps {
  readonly title: string
  readonly label: string
  /** The button that acts. */
  readonly word: string
  readonly onClose: () => void
  readonly run: (reason: string) => Promise<void>
}

/** Asks for the reason of an act that is remembered with it. */
export function ReasonForm({ title, label, word, onClose, run }: ReasonFormProps) {
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
      <div className="district-line">
        <ActionButton type="primary" disabled={reason.trim() === ''} run={act}>
          {word}
        </ActionButton>
        <Button type="text" onClick={onClose}>
          {districtText.cancel}
        </Button>
      </div>
    </Modal>
  )
}
