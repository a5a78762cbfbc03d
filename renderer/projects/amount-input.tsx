import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { fieldsText } from '../text/projects'
import { parseTypedAmount } from './typed-amount'

interface AmountInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  readonly onEnter?: () => void
  readonly hint?: string
}

/** An amount in 万元, typed with or without its unit; what is no amount is said and not passed on. */
export function AmountInput({ label, value, onChange, onBlur, onEnter, hint }: AmountInputProps) {
  const isWrong = parseTypedAmount(value) === undefined
  return (
    <Field label={label} error={isWrong ? fieldsText.amountWrong(value.trim().slice(0, 20)) : null} hint={hint}>
      <TextField
        value={value}
        onChange={onChange}
        maxLength={40}
        {...(onBlur ? { onBlur } : {})}
        {...(onEnter ? { onEnter } : {})}
      />
    </Field>
  )
}
