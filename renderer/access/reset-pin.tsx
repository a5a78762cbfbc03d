import { Button, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../components/failure-notice'
import { useAction } from '../desk'
import { accessText as text, pinText } from '../text/access'
import type { AccountDraft } from './account-draft'
import { NewPinFields } from './pin-field'
import { useSaid } from './said'
import { showCode } from './shown-code'
import { noPin, pinOf } from './typed-pin'

interface ResetPinProps {
  readonly account: AccountDraft
  readonly onClose: () => void
}

/** A new PIN for somebody else, given by the 管理员; it brings a new recovery code. */
export function ResetPin({ account: { name, isAdmin, roles }, onClose }: ResetPinProps) {
  const [pin, setPin] = useState(noPin)
  const [hasTried, setHasTried] = useState(false)
  const save = useAction('access.saveAccount')
  const said = useSaid()
  const submit = async (): Promise<void> => {
    setHasTried(true)
    const { value } = pinOf(pin)
    if (value === null || save.isPending) return
    // A refusal is shown below the fields.
    const made = await save.mutateAsync({ name, isAdmin, roles, pin: value }).catch(() => null)
    if (!made) return
    onClose()
    if (made.recoveryCode !== null) showCode(name, made.recoveryCode)
    said(text.pinReset(name))
  }
  return (
    <Modal
      open
      title={text.resetPinTitle(name)}
      onCancel={onClose}
      footer={null}
      width={440}
      mask={{ closable: false }}
    >
      <div className="access-stack">
        <NewPinFields pin={pin} onChange={setPin} onEnter={() => void submit()} showsProblem={hasTried} />
        <FailureNotice error={save.error} />
        <div className="access-actions">
          <Button type="primary" disabled={save.isPending} onClick={() => void submit()}>
            {text.resetPin}
          </Button>
          <Button type="text" onClick={onClose}>
            {pinText.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
