import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { useAction } from '../desk'
import { accessText as text } from '../text/access'
import { useAccess, type AccessState } from './access-state'
import './access.css'
import { AccountsTable } from './accounts-table'
import { useMay } from './may'
import { NewPinFields, PinInput } from './pin-field'
import { useSaid } from './said'
import { showCode } from './shown-code'
import { noPin, pinOf } from './typed-pin'

const shortestPin = 4
const longestLock = 120

/** Nobody signs in yet: what it does and does not, and the first 管理员. */
function TurnOn() {
  const [name, setName] = useState('')
  const [pin, setPin] = useState(noPin)
  const [hasTried, setHasTried] = useState(false)
  const save = useAction('access.saveAccount')
  const said = useSaid()
  const isReady = name.trim() !== '' && !save.isPending
  const submit = async (): Promise<void> => {
    setHasTried(true)
    const { value } = pinOf(pin)
    if (!isReady || value === null) return
    const person = name.trim()
    // A refusal is shown below the fields.
    const made = await save.mutateAsync({ name: person, isAdmin: true, roles: {}, pin: value }).catch(() => null)
    if (!made) return
    if (made.recoveryCode !== null) showCode(person, made.recoveryCode)
    said(text.turnedOn)
  }
  return (
    <div className="settings-form">
      <p className="access-sentence">{text.offTitle}</p>
      <ul className="access-lines">
        {text.offLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <section className="section" aria-label={text.first}>
        <h2>{text.first}</h2>
        <p className="soft access-tight">{text.firstHint}</p>
        <div className="access-stack">
          <Field label={text.columns.name} isRequired>
            <PersonField value={name} onChange={setName} />
          </Field>
          <NewPinFields
            pin={pin}
            onChange={setPin}
            onEnter={() => void submit()}
            showsProblem={hasTried}
            label={text.firstPin}
            againLabel={text.firstPinAgain}
          />
          <FailureNotice error={save.error} />
          <div className="access-actions">
            <Button type="primary" disabled={!isReady} onClick={() => void submit()}>
              {text.turnOn}
            </Button>
          </div>
        </div>
      </section>
    </div>
  )
}

/** Whole minutes from 1 to 120, full-width digits too; null for anything else. */
function minutesOf(typed: string): number | null {
  const digits = typed.normalize('NFKC').trim()
  const minutes = Number(digits)
  return /^\d{1,3}$/.test(digits) && minutes >= 1 && minutes <= longestLock ? minutes : null
}

function AutoLock({ minutes: kept }: { readonly minutes: number }) {
  const [typed, setTyped] = useState<string | null>(null)
  const save = useAction('access.setAutoLock')
  const said = useSaid()
  const shown = typed ?? String(kept)
  const minutes = minutesOf(shown)
  const submit = (): void => {
    if (minutes === null || save.isPending) return
    save.mutate(
      { minutes },
      {
        onSuccess: () => {
          said(text.lockSaved(minutes))
          setTyped(null)
        },
      },
    )
  }
  return (
    <section className="section" aria-label={text.lockTitle}>
      <h2>{text.lockTitle}</h2>
      <Field label={text.lockLabel} error={minutes === null ? text.lockWrong(shown) : null}>
        <TextField value={shown} onChange={setTyped} onEnter={submit} maxLength={10} width={72} /> {text.lockUnit}{' '}
        <Button
          disabled={minutes === null || minutes === kept || save.isPending}
          onClick={submit}
          style={{ marginLeft: 8 }}
        >
          {text.save}
        </Button>
      </Field>
      <FailureNotice error={save.error} />
    </section>
  )
}

function TurnOff() {
  const [pin, setPin] = useState('')
  const off = useAction('access.turnOff')
  const said = useSaid()
  const isReady = pin.length >= shortestPin && !off.isPending
  const submit = (): void => {
    if (isReady) off.mutate({ pin }, { onSuccess: () => said(text.turnedOff) })
  }
  return (
    <section className="section" aria-label={text.offAgain}>
      <h2>{text.offAgain}</h2>
      <p className="soft access-tight">{text.offHint}</p>
      <div className="access-narrow">
        <Field label={text.ownPin}>
          <PinInput value={pin} onChange={setPin} onEnter={submit} />
        </Field>
      </div>
      <FailureNotice error={off.error} />
      <div className="access-actions">
        <Button disabled={!isReady} onClick={submit}>
          {text.off}
        </Button>
      </div>
    </section>
  )
}

function TurnedOn({ state }: { readonly state: AccessState }) {
  return (
    <div className="access-wide">
      <AccountsTable />
      <AutoLock minutes={state.autoLockMinutes} />
      <TurnOff />
    </div>
  )
}

/** 登录与权限: who signs in at this computer and what each may do. */
export function AccessTab() {
  const access = useAccess()
  const mayManage = useMay('access.accounts')
  if (!access.data) return <FailureNotice error={access.error} onRetry={() => void access.refetch()} />
  if (!access.data.isOn) return <TurnOn />
  if (!mayManage) return <p className="soft">{text.onlyAdmin}</p>
  return <TurnedOn state={access.data} />
}
