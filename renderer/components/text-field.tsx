import { Input, type InputRef } from 'antd'
import {
  useEffect,
  useRef,
  useState,
  type ChangeEvent,
  type CompositionEvent,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { useField } from './field'
import { useFormLock } from './form-lock'
import { isComposing } from './ime'
import { TooLong } from './too-long'

interface TextFieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
  /** Enter outside of the input method (Ctrl+Enter in a field of several lines). */
  readonly onEnter?: () => void
  readonly onBlur?: () => void
  /** Needed where no `Field` gives a label. */
  readonly label?: string
  readonly placeholder?: string
  /** Unit: characters that a record takes. */
  readonly maxLength?: number
  readonly isMultiline?: boolean
  /** Lines shown at least, for a field of several lines. */
  readonly rows?: number
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly hasError?: boolean
  readonly hasFocus?: boolean
  readonly ref?: Ref<InputRef> | undefined
  readonly width?: number | string
}

/** A line or paragraph of text. Keys of the input method never submit. */
export function TextField({ ref, ...props }: TextFieldProps) {
  const field = useField()
  const isLocked = useFormLock()
  const { value, onChange, onEnter, label, isMultiline = false, rows = 2, width } = props
  // Never cut off: what is too long is said and stays to be shortened.
  const limit = props.maxLength ?? (isMultiline ? 20_000 : 500)
  const hasError = props.hasError ?? (field?.hasError || value.length > limit)
  const common = {
    ...(field ? { id: field.id, 'aria-describedby': field.describedBy } : {}),
    'aria-label': label,
    value,
    placeholder: props.placeholder,
    disabled: props.isDisabled ?? false,
    readOnly: isLocked || (props.isReadOnly ?? false),
    autoFocus: props.hasFocus ?? false,
    spellCheck: false,
    style: width === undefined ? {} : { width },
    ...(hasError ? { status: 'error' as const } : {}),
    onBlur: () => props.onBlur?.(),
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event) || !onEnter) return
    if (isMultiline && !event.ctrlKey) return
    event.preventDefault()
    onEnter()
  }
  if (isMultiline) {
    return (
      <>
        <Input.TextArea
          {...common}
          autoSize={{ minRows: rows, maxRows: 14 }}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <TooLong text={value} limit={limit} />
      </>
    )
  }
  return (
    <>
      <Input
        {...common}
        ref={ref}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <TooLong text={value} limit={limit} />
    </>
  )
}

interface SearchFieldProps {
  readonly value: string
  /** Called when typing rests or with Enter, never while the input method composes. */
  readonly onSearch: (text: string) => void
  readonly label: string
  readonly placeholder?: string
  readonly width?: number
}

const restMs = 250

/** A search line: the search starts after the composition has ended. */
export function SearchField({ value, onSearch, label, placeholder, width = 200 }: SearchFieldProps) {
  // What was typed, as long as the search has not been changed from elsewhere meanwhile.
  const [typed, setTyped] = useState({ text: value, base: value })
  const text = typed.base === value ? typed.text : value
  const composing = useRef(false)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const search = (next: string): void => {
    setTyped({ text: next, base: next.trim() })
    onSearch(next.trim())
  }
  const later = (next: string): void => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => search(next), restMs)
  }
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={text}
      allowClear
      style={{ width }}
      onChange={(event: ChangeEvent<HTMLInputElement>) => {
        setTyped({ text: event.target.value, base: value })
        if (!composing.current) later(event.target.value)
      }}
      onCompositionStart={() => {
        composing.current = true
        window.clearTimeout(timer.current)
      }}
      onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) => {
        composing.current = false
        later(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event)) return
        window.clearTimeout(timer.current)
        search(text)
      }}
    />
  )
}
