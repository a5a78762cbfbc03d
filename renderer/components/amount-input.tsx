import { amountText } from '../text/app'
import { Field } from './field'
import { TextField } from './text-field'
import { parseTypedAmount } from './typed-amount'

interface AmountInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  readonly onEnter?: () => void
  readonly hint?: string
  readonly isDisabled?: boolean
}

/** An amount in 万元, typed with or without its unit; what is no amount is said and not passed on. */
export function AmountInput({ label, value, onChange, onBlur, onEnter, hint, isDisabled = false }: AmountInputProps) {
  const isWrong = parseTypedAmount(value) === undefined
  return (
    <Field label={label} error={isWrong ? amountText.wrong(value.trim().slice(0, 20)) : null} hint={hint}>
      <TextField
        value={value}
        onChange={onChange}
        maxLength={40}
        isDisabled={isDisabled}
        {...(onBlur ? { onBlur } : {})}
        {...(onEnter ? { onEnter } : {})}
      />
    </Field>
  )
}
