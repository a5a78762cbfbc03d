import { Select } from 'antd'
import { useRef, useState } from 'react'
import { useCall } from '../desk'
import { chooseText } from '../text/visits'
import { CompositionGuard } from './composition-guard'
import { useField } from './field'

/** An enterprise as a form holds it: the id to save, the name to show. */
export interface EnterpriseChoice {
  readonly id: string
  readonly name: string
}

interface EnterpriseFieldProps {
  readonly value: EnterpriseChoice | null
  readonly onChange: (enterprise: EnterpriseChoice | null) => void
  /** Needed where no `Field` gives a label. */
  readonly label?: string
  readonly placeholder?: string
  readonly isDisabled?: boolean
  /** Offers to empty the field. */
  readonly allowsNone?: boolean
  readonly width?: number | string
}

const offered = 20
const longestText = 100

/** A known enterprise, found by name, credit code or pinyin initials. */
export function EnterpriseField(props: EnterpriseFieldProps) {
  const { value, onChange, label, placeholder, isDisabled = false, allowsNone = false, width = '100%' } = props
  const field = useField()
  const [text, setText] = useState('')
  const isComposing = useRef(false)
  const { data, isFetching } = useCall('registry.findEnterprises', { text, limit: offered }, { keepsPrevious: true })
  const found = (data ?? []).map(({ id, name, street, creditCode }) => ({
    value: id,
    label: name,
    title: [name, street, creditCode].filter((part) => part !== '').join(chooseText.separator),
  }))
  // The chosen one has its name even while another search is shown.
  const isAway = value !== null && !found.some((option) => option.value === value.id)
  const options = isAway && text === '' ? [{ value: value.id, label: value.name, title: value.name }, ...found] : found
  const search = (typed: string): void => setText(typed.trim().slice(0, longestText))
  return (
    <CompositionGuard
      onComposed={search}
      onComposingChange={(isOn) => {
        isComposing.current = isOn
      }}
    >
      <Select<{ readonly value: string; readonly label?: string }>
        {...(field ? { id: field.id } : {})}
        aria-label={label}
        labelInValue
        value={value ? { value: value.id, label: value.name } : null}
        options={options}
        showSearch={{
          filterOption: false,
          onSearch: (typed) => {
            if (!isComposing.current) search(typed)
          },
        }}
        disabled={isDisabled}
        allowClear={allowsNone}
        placeholder={placeholder ?? chooseText.enterpriseHint}
        notFoundContent={isFetching ? chooseText.searching : chooseText.noEnterprise}
        style={{ width }}
        {...(field?.hasError ? { status: 'error' as const } : {})}
        onOpenChange={(isOpen) => {
          if (!isOpen) setText('')
        }}
        onChange={(next: { readonly value: string; readonly label?: string } | undefined) =>
          onChange(next ? { id: next.value, name: next.label ?? '' } : null)
        }
      />
    </CompositionGuard>
  )
}
