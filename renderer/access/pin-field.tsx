import { Input, type InputRef } from 'antd'
import type { Ref } from 'react'
import { Field, useField } from '../components/field'
import { isComposing } from '../components/ime'
import { pinText as text, signInText } from '../text/access'
import { digitsOf, pinOf, type TypedPin } from './typed-pin'

interface PinInputProps {
  readonly value: string
  readonly onChange: (pin: string) => void
  readonly onEnter?: () => void
  readonly isDisabled?: boolean
  readonly isNew?: boolean
  readonly ref?: Ref<InputRef> | undefined
}

/** Digits that are not shown; the eye beside them shows them. Inside of a `Field`. */
export function PinInput({ value, onChange, onEnter, isDisabled = false, isNew = false, ref }: PinInputProps) {
  const field = useField()
  return (
    <Input.Password
      {...(field ? { id: field.id, 'aria-describedby': field.describedBy } : {})}
      {...(field?.hasError ? { status: 'error' as const } : {})}
      ref={ref}
      inputMode="numeric"
      autoComplete={isNew ? 'new-password' : 'off'}
      disabled={isDisabled}
      value={value}
      onChange={(event) => onChange(digitsOf(event.target.value))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event)) return
        event.preventDefault()
        onEnter?.()
      }}
    />
  )
}

interface NewPinFieldsProps {
  readonly pin: TypedPin
  readonly onChange: (pin: TypedPin) => void
  readonly onEnter?: () => void
  /** Says what is wrong; before the first attempt nothing is. */
  readonly showsProblem: boolean
  readonly label?: string
  readonly againLabel?: string
}

/** A new PIN, twice. */
export function NewPinFields({ pin, onChange, onEnter, showsProblem, label, againLabel }: NewPinFieldsProps) {
  const problem = showsProblem ? pinOf(pin).problem : null
  const problemOf = (field: 'first' | 'second'): string | null => (problem?.field === field ? problem.text : null)
  return (
    <div className="access-pair">
      <Field label={label ?? text.fresh} hint={signInText.pinHint} error={problemOf('first')}>
        <PinInput isNew value={pin.first} onChange={(first) => onChange({ ...pin, first })} />
      </Field>
      <Field label={againLabel ?? text.again} error={problemOf('second')}>
        <PinInput
          isNew
          value={pin.second}
          onChange={(second) => onChange({ ...pin, second })}
          {...(onEnter ? { onEnter } : {})}
        />
      </Field>
    </div>
  )
}
