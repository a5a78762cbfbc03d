import { AutoComplete } from 'antd'
import { useMemo } from 'react'
import { useCall } from '../desk'
import { chooseText } from '../text/visits'
import { CompositionGuard } from './composition-guard'
import { useField } from './field'
import { useFormLock } from './form-lock'
import { TooLong } from './too-long'

interface PersonFieldProps {
  /** A person's name; one that is not known yet is added with the record. */
  readonly value: string
  readonly onChange: (name: string) => void
  readonly onBlur?: () => void
  /** Needed where no `Field` gives a label. */
  readonly label?: string
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly width?: number | string
}

const longestName = 500

/** A colleague by name: chosen from those who are here, or typed anew. */
export function PersonField({ value, onChange, onBlur, label, placeholder, isDisabled, width }: PersonFieldProps) {
  const field = useField()
  const isLocked = useFormLock()
  const { data } = useCall('registry.names', {})
  const options = useMemo(
    () => (data ?? []).map(({ name, rank }) => ({ value: name, label: chooseText.person(name, rank) })),
    [data],
  )
  return (
    <CompositionGuard>
      <AutoComplete
        {...(field ? { id: field.id } : {})}
        aria-label={label}
        value={value}
        options={options}
        showSearch={{ filterOption: (typed, option) => option?.value.includes(typed.trim()) ?? false }}
        disabled={isLocked || (isDisabled ?? false)}
        placeholder={placeholder ?? chooseText.personHint}
        style={{ width: width ?? '100%' }}
        {...(field?.hasError ? { status: 'error' as const } : {})}
        onChange={(next: string | undefined) => onChange(next ?? '')}
        {...(onBlur ? { onBlur } : {})}
      />
      <TooLong text={value} limit={longestName} />
    </CompositionGuard>
  )
}
