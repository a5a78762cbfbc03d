import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { refreshAccess, useAction } from '../desk'
import { recoverText as text, signInText } from '../text/access'
import { NewPinFields } from './pin-field'
import { showCode } from './shown-code'
import { noPin, pinOf } from './typed-pin'

interface RecoverFormProps {
  readonly name: string
  readonly onBack: () => void
  /** The PIN is reset; the next code is shown. */
  readonly onDone: () => void
}

/** 忘记口令: the code of the printed sheet and a new PIN. */
export function RecoverForm({ name, onBack, onDone }: RecoverFormProps) {
  const [code, setCode] = useState('')
  const [pin, setPin] = useState(noPin)
  const [hasTried, setHasTried] = useState(false)
  const recover = useAction('access.recover')
  const submit = async (): Promise<void> => {
    setHasTried(true)
    const { value } = pinOf(pin)
    if (value === null || code.trim() === '' || recover.isPending) return
    // A refusal is shown below the fields.
    const made = await recover.mutateAsync({ name, code, newPin: value }).catch(() => null)
    if (!made) return
    showCode(name, made.recoveryCode)
    onDone()
    await refreshAccess()
  }
  return (
    <form
      className="access-form"
      onSubmit={(event) => event.preventDefault()}
      aria-label={text.title}
      data-testid="recover-form"
    >
      <h2>{text.title}</h2>
      <p className="soft access-tight">{text.hintFor(name)}</p>
      <Field label={text.code} hint={text.codeHint} isRequired>
        <TextField value={code} onChange={setCode} maxLength={60} hasFocus />
      </Field>
      <NewPinFields pin={pin} onChange={setPin} onEnter={() => void submit()} showsProblem={hasTried} />
      <FailureNotice error={recover.error} />
      <div className="access-actions">
        <Button
          type="primary"
          className="for-all"
          disabled={code.trim() === '' || recover.isPending}
          onClick={() => void submit()}
        >
          {text.submit}
        </Button>
        <Button type="text" onClick={onBack}>
          {signInText.back}
        </Button>
      </div>
      <p className="soft access-small">{text.lost}</p>
    </form>
  )
}
