import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Field, useField } from '../components/field'
import { passphraseText as text } from '../text/exchange'
import { noPassphrase, passphraseOf, type Passphrase } from './typed-passphrase'

interface PassphraseInputProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label?: string
  readonly onEnter?: () => void
}

/** A word that is not shown while it is typed; the eye beside it shows it. */
export function PassphraseInput({ value, onChange, label, onEnter }: PassphraseInputProps) {
  const field = useField()
  return (
    <Input.Password
      {...(field ? { id: field.id, 'aria-describedby': field.describedBy } : {})}
      {...(field?.hasError ? { status: 'error' as const } : {})}
      aria-label={label}
      autoComplete="new-password"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onPressEnter={() => onEnter?.()}
    />
  )
}

interface PassphraseFieldsProps {
  readonly passphrase: Passphrase
  readonly onChange: (passphrase: Passphrase) => void
}

/** 加密码: off unless ticked, then typed twice. */
export function PassphraseFields({ passphrase, onChange }: PassphraseFieldsProps) {
  const [hasTypedBoth, setHasTypedBoth] = useState(false)
  const { isWished, first, second } = passphrase
  const { problem } = passphraseOf(passphrase)
  const isShort = problem === text.short
  return (
    <div>
      <Checkbox checked={isWished} onChange={({ target }) => onChange({ ...noPassphrase, isWished: target.checked })}>
        {text.wish}
      </Checkbox>
      {!isWished && <div className="field-hint">{text.wishNote}</div>}
      {isWished && (
        <div className="exchange-pair">
          <Field label={text.label} hint={text.hint} error={hasTypedBoth && isShort ? problem : null}>
            <PassphraseInput value={first} onChange={(next) => onChange({ ...passphrase, first: next })} />
          </Field>
          <Field label={text.again} error={hasTypedBoth && !isShort ? problem : null}>
            <PassphraseInput
              value={second}
              onChange={(next) => {
                setHasTypedBoth(true)
                onChange({ ...passphrase, second: next })
              }}
            />
          </Field>
        </div>
      )}
    </div>
  )
}
