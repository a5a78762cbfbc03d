import { AutoComplete, Checkbox } from 'antd'
import { useState } from 'react'
import { CompositionGuard } from '../components/composition-guard'
import { useField } from '../components/field'
import { TextField } from '../components/text-field'
import { listAsTyped, typedList } from '../settings/typed-list'
import { knownData } from '../text/rules'
import { choices, type Option } from './rules-form'

interface WordsProps {
  readonly value: readonly string[]
  readonly label: string | undefined
  readonly onChange: (words: readonly string[]) => void
}

/** Several words in one line; a separator that was just typed stays. */
export function Words({ value, label, onChange }: WordsProps) {
  const line = listAsTyped(value)
  const [typed, setTyped] = useState(line)
  return (
    <TextField
      {...(label === undefined ? {} : { label })}
      value={listAsTyped(typedList(typed)) === line ? typed : line}
      onChange={(next) => {
        setTyped(next)
        onChange(typedList(next))
      }}
    />
  )
}

const dataOptions = choices(knownData).map(({ value, label }) => ({ value: String(value), label: `${label} ${value}` }))

interface DataCodeProps {
  readonly value: string
  readonly label: string | undefined
  readonly onChange: (code: string) => void
}

/** A code of data: a known one, or any that the assignments use. */
export function DataCode({ value, label, onChange }: DataCodeProps) {
  const field = useField()
  return (
    <CompositionGuard>
      <AutoComplete
        {...(field ? { id: field.id } : {})}
        aria-label={label}
        value={value}
        options={dataOptions}
        popupMatchSelectWidth={280}
        showSearch={{ filterOption: (typed, option) => option?.label.includes(typed.trim()) ?? false }}
        style={{ width: '100%' }}
        {...(field?.hasError ? { status: 'error' as const } : {})}
        onChange={(next: string | undefined) => onChange(next ?? '')}
      />
    </CompositionGuard>
  )
}

interface SeveralProps {
  readonly value: readonly (string | number)[]
  readonly label: string
  readonly options: readonly Option[]
  readonly onChange: (values: readonly (string | number)[]) => void
}

/** The closed list, and with it what the document already says beyond it. */
export function Several({ value, label, options, onChange }: SeveralProps) {
  const known = new Set(options.map((option) => option.value))
  const others = value.filter((each) => !known.has(each)).map((each) => ({ value: each, label: String(each) }))
  return (
    <div role="group" aria-label={label} className="rules-several">
      {[...options, ...others].map((option) => (
        <Checkbox
          key={option.value}
          checked={value.includes(option.value)}
          onChange={({ target }) => {
            const next = [...options, ...others].map((each) => each.value)
            onChange(next.filter((each) => (each === option.value ? target.checked : value.includes(each))))
          }}
        >
          {option.label}
        </Checkbox>
      ))}
    </div>
  )
}
