import { AutoComplete, Button, type InputRef, type RefSelectProps } from 'antd'
import { useEffect, useEffectEvent, useRef, useState, type Ref } from 'react'
import { CallError } from '../../shared/ipc/client'
import { messageText } from '../../shared/terms/messages'
import { CompositionGuard } from '../components/composition-guard'
import { FailureNotice } from '../components/failure-notice'
import { Field, useField } from '../components/field'
import { refreshAccess, useAction } from '../desk'
import { signInText as text } from '../text/access'
import { useCountdown } from './countdown'
import { PinInput } from './pin-field'

const shortestPin = 4

interface NameInputProps {
  readonly names: readonly string[]
  readonly value: string
  readonly onChange: (name: string) => void
  /** A name was chosen, so the PIN comes next. */
  readonly onChosen: () => void
  readonly ref: Ref<RefSelectProps>
}

function NameInput({ names, value, onChange, onChosen, ref }: NameInputProps) {
  const field = useField()
  return (
    <CompositionGuard>
      <AutoComplete
        ref={ref}
        {...(field ? { id: field.id } : {})}
        value={value}
        options={names.map((name) => ({ value: name }))}
        showSearch={{ filterOption: (typed, option) => option?.value.includes(typed.trim()) ?? false }}
        placeholder={text.nameHint}
        suffixIcon={<span aria-hidden>▾</span>}
        // Inside of the lock, beside which everything is shut off.
        getPopupContainer={(place: HTMLElement) => place.parentElement ?? place}
        style={{ width: '100%' }}
        onChange={(next: string | undefined) => onChange(next ?? '')}
        onSelect={onChosen}
      />
    </CompositionGuard>
  )
}

/** What the last attempt said: tries that are left, a wait that counts down, or another refusal. */
function Refusal({ error, wait }: { readonly error: unknown; readonly wait: number }) {
  if (wait > 0) {
    return (
      <div className="access-wait" role="timer">
        {messageText('waitForPin', { seconds: wait })}
      </div>
    )
  }
  if (error instanceof CallError && error.failure.code === 'waitForPin') return null
  return <FailureNotice error={error} />
}

interface SignInFormProps {
  readonly names: readonly string[]
  readonly name: string
  readonly onName: (name: string) => void
  /** True where the person is known and only the PIN is asked for. */
  readonly isNameFixed?: boolean
  readonly submitLabel: string
  readonly onForgotten: () => void
}

/** Name and PIN; Enter signs in. */
export function SignInForm({ names, name, onName, isNameFixed = false, submitLabel, onForgotten }: SignInFormProps) {
  const [pin, setPin] = useState('')
  const [wait, startWait] = useCountdown()
  const signIn = useAction('access.signIn')
  const pinInput = useRef<InputRef>(null)
  const nameInput = useRef<RefSelectProps>(null)
  // After the lock has shut off the page, so that it knows where the focus was; later the person moves it.
  const focusFirst = useEffectEvent(() => (name === '' ? nameInput.current?.focus() : pinInput.current?.focus()))
  useEffect(() => focusFirst(), [])
  const isReady = name.trim() !== '' && pin.length >= shortestPin && wait === 0 && !signIn.isPending
  const submit = async (): Promise<void> => {
    if (!isReady) return
    try {
      await signIn.mutateAsync({ name: name.trim(), pin })
      await refreshAccess()
    } catch (refusal) {
      setPin('')
      if (!(refusal instanceof CallError)) throw refusal
      const { code, params } = refusal.failure
      if (code === 'waitForPin') startWait(Number(params['seconds']))
      pinInput.current?.focus()
    }
  }
  return (
    <form className="access-form" onSubmit={(event) => event.preventDefault()} aria-label={submitLabel}>
      {!isNameFixed && (
        <Field label={text.name}>
          <NameInput
            ref={nameInput}
            names={names}
            value={name}
            onChange={onName}
            onChosen={() => pinInput.current?.focus()}
          />
        </Field>
      )}
      <Field label={text.pin}>
        <PinInput ref={pinInput} value={pin} onChange={setPin} onEnter={() => void submit()} isDisabled={wait > 0} />
      </Field>
      <Refusal error={signIn.error} wait={wait} />
      <div className="access-actions">
        <Button type="primary" className="for-all" disabled={!isReady} onClick={() => void submit()}>
          {wait > 0 ? text.wait(wait) : submitLabel}
        </Button>
        <button type="button" className="link" disabled={name.trim() === ''} onClick={onForgotten}>
          {text.forgotten}
        </button>
      </div>
    </form>
  )
}
