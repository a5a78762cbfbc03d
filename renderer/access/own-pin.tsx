import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { useAction } from '../desk'
import { pinText as text, signInText } from '../text/access'
import { NewPinFields, PinInput } from './pin-field'
import { showCode } from './shown-code'
import { noPin, pinOf } from './typed-pin'

const shortestPin = 4

interface FormProps {
  readonly name: string
  readonly onClose: () => void
}

interface FootProps {
  readonly label: string
  readonly isReady: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
}

function Foot({ label, isReady, onSubmit, onClose }: FootProps) {
  return (
    <div className="access-actions">
      <Button type="primary" className="for-all" disabled={!isReady} onClick={onSubmit}>
        {label}
      </Button>
      <Button type="text" onClick={onClose}>
        {text.cancel}
      </Button>
    </div>
  )
}

function ChangePin({ onClose }: FormProps) {
  const { message } = App.useApp()
  const [now, setNow] = useState('')
  const [pin, setPin] = useState(noPin)
  const [hasTried, setHasTried] = useState(false)
  const change = useAction('access.changePin')
  const submit = async (): Promise<void> => {
    setHasTried(true)
    const { value } = pinOf(pin)
    if (value === null || now.length < shortestPin || change.isPending) return
    // A refusal is shown below the fields.
    if (!(await change.mutateAsync({ pin: now, newPin: value }).catch(() => null))) return
    onClose()
    void message.success(text.changed)
  }
  return (
    <div className="access-stack">
      <Field label={text.now}>
        <PinInput value={now} onChange={setNow} />
      </Field>
      <NewPinFields pin={pin} onChange={setPin} onEnter={() => void submit()} showsProblem={hasTried} />
      <FailureNotice error={change.error} />
      <Foot
        label={text.change}
        isReady={now.length >= shortestPin && !change.isPending}
        onSubmit={() => void submit()}
        onClose={onClose}
      />
    </div>
  )
}

function RenewCode({ name, onClose }: FormProps) {
  const [now, setNow] = useState('')
  const renew = useAction('access.renewRecoveryCode')
  const submit = async (): Promise<void> => {
    if (now.length < shortestPin || renew.isPending) return
    // A refusal is shown below the field.
    const made = await renew.mutateAsync({ pin: now }).catch(() => null)
    if (!made) return
    onClose()
    showCode(name, made.recoveryCode)
  }
  return (
    <div className="access-stack">
      <p className="soft access-tight">{text.renewHint}</p>
      <Field label={text.now} hint={signInText.pinHint}>
        <PinInput value={now} onChange={setNow} onEnter={() => void submit()} />
      </Field>
      <FailureNotice error={renew.error} />
      <Foot
        label={text.renew}
        isReady={now.length >= shortestPin && !renew.isPending}
        onSubmit={() => void submit()}
        onClose={onClose}
      />
    </div>
  )
}

/** One's own PIN or recovery code, for whoever has signed in. */
export function OwnPin({ what, ...form }: FormProps & { readonly what: 'change' | 'renew' }) {
  return (
    <Modal
      open
      title={what === 'change' ? text.change : text.renew}
      onCancel={form.onClose}
      footer={null}
      width={440}
      mask={{ closable: false }}
    >
      {what === 'change' ? <ChangePin {...form} /> : <RenewCode {...form} />}
    </Modal>
  )
}
