import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { call, useCall } from '../desk'
import { districtText } from '../text/district'
import { publishText as text } from '../text/district-publish'
import { ChangeLines } from './change-lines'

interface PublishFormProps {
  readonly period: string
  readonly kind: 'trial' | 'final'
  /** Units in the ranking that is to be frozen. */
  readonly units: number
  readonly onClose: () => void
}

/** What would be published, against the last version, and why it differs: it cannot be changed afterwards. */
export function PublishForm({ period, kind, units, onClose }: PublishFormProps) {
  const { data, error } = useCall('district.pendingChanges', { period })
  const { message } = App.useApp()
  const [changeNote, setChangeNote] = useState('')
  const isWhole = data !== undefined && (data === null || changeNote.trim() !== '')
  const publish = async (): Promise<void> => {
    const made = await call('district.publish', { period, kind, changeNote })
    // Nothing takes a publication back, so no 撤销 is offered.
    void message.success(text.published(made.version, made.checkCode))
    onClose()
  }
  return (
    <Modal open title={text.publish[kind]} onCancel={onClose} footer={null} width={560}>
      <p>{text.confirm(units)}</p>
      <FailureNotice error={error} />
      {data && (
        <>
          <p className="district-tight">{text.pending(data.version, data.changes.length)}</p>
          <ChangeLines changes={data.changes} />
          <Field label={text.changeNote} hint={text.changeNoteHint} isRequired>
            <TextField isMultiline value={changeNote} onChange={setChangeNote} hasFocus />
          </Field>
        </>
      )}
      <div className="district-line">
        <ActionButton type="primary" disabled={!isWhole} does="district.publish" run={publish}>
          {text.publish[kind]}
        </ActionButton>
        <Button type="text" onClick={onClose}>
          {districtText.cancel}
        </Button>
      </div>
    </Modal>
  )
}
