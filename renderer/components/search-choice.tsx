import { Select } from 'antd'
import { useRef } from 'react'
import { chooseText } from '../text/visits'
import { CompositionGuard } from './composition-guard'
import { useField } from './field'
import { useFormLock } from './form-lock'

/** A record as a form holds it: the id to save, the name to show. */
export interface SearchChoiceValue {
  readonly id: string
  readonly name: string
}

export interface FoundChoice {
  readonly value: string
  readonly label: string
  readonly title: string
}

interface SearchChoiceProps {
  readonly value: SearchChoiceValue | null
  readonly onChange: (chosen: SearchChoiceValue | null) => void
  /** What is looked for, and what was found for it. */
  readonly text: string
  readonly onSearch: (text: string) => void
  readonly found: readonly FoundChoice[]
  readonly isFetching: boolean
  readonly placeholder: string
  readonly nothingFound: string
  /** Needed where no `Field` gives a label. */
  readonly label?: string
  readonly isDisabled?: boolean
  /** Offers to empty the field. */
  readonly allowsNone?: boolean
  readonly width?: number | string
}

const longestText = 100

/** One of many records, found by what is typed; an input method finishes its word first. */
export function SearchChoice(props: SearchChoiceProps) {
  const { value, onChange, text, onSearch, found, isFetching, placeholder, nothingFound } = props
  const { label, isDisabled = false, allowsNone = false, width = '100%' } = props
  const field = useField()
  const isLocked = useFormLock()
  const isComposing = useRef(false)
  // The chosen one has its name even while another search is shown.
  const isAway = value !== null && !found.some((option) => option.value === value.id)
  const options = isAway && text === '' ? [{ value: value.id, label: value.name, title: value.name }, ...found] : found
  const search = (typed: string): void => onSearch(typed.trim().slice(0, longestText))
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
        options={[...options]}
        showSearch={{
          filterOption: false,
          onSearch: (typed) => {
            if (!isComposing.current) search(typed)
          },
        }}
        disabled={isLocked || isDisabled}
        allowClear={allowsNone}
        placeholder={placeholder}
        notFoundContent={isFetching ? chooseText.searching : nothingFound}
        style={{ width }}
        {...(field?.hasError ? { status: 'error' as const } : {})}
        onOpenChange={(isOpen) => {
          if (!isOpen) onSearch('')
        }}
        onChange={(next: { readonly value: string; readonly label?: string } | undefined) =>
          onChange(next ? { id: next.value, name: next.label ?? '' } : null)
        }
      />
    </CompositionGuard>
  )
}
