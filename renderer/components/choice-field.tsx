import { Select } from 'antd'
import { choiceText } from '../text/app'
import { useField } from './field'
import { useFormLock } from './form-lock'

interface ChoiceFieldProps<T extends string | number> {
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  readonly options: readonly { readonly value: T; readonly label: string }[]
  /** Needed where no `Field` gives a label. */
  readonly label?: string
  readonly isDisabled?: boolean
  readonly placeholder?: string
  /** Offers to empty the field. */
  readonly allowsNone?: boolean
  readonly width?: number | string
}

/** One of a closed list. */
export function ChoiceField<T extends string | number>(props: ChoiceFieldProps<T>) {
  const field = useField()
  const isLocked = useFormLock()
  const { value, onChange, options, label, isDisabled = false, allowsNone = false, width = '100%' } = props
  return (
    <Select<T>
      {...(field ? { id: field.id } : {})}
      aria-label={label}
      value={value}
      options={[...options]}
      disabled={isLocked || isDisabled}
      allowClear={allowsNone}
      placeholder={props.placeholder ?? choiceText.choose}
      style={{ width }}
      {...(field?.hasError ? { status: 'error' as const } : {})}
      onChange={(next: T | undefined) => onChange(next ?? null)}
    />
  )
}
