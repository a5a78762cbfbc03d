import { Select } from 'antd'

interface FilterChoiceProps<T extends string> {
  readonly label: string
  readonly value: readonly T[]
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T[]) => void
  readonly width: number | string
  readonly hasSearch?: boolean
}

/** Several of a closed list, above a list of records. */
export function FilterChoice<T extends string>(props: FilterChoiceProps<T>) {
  const { label, value, options, onChange, width, hasSearch = false } = props
  return (
    <Select<T[]>
      mode="multiple"
      aria-label={label}
      placeholder={label}
      value={[...value]}
      options={[...options]}
      onChange={onChange}
      maxTagCount="responsive"
      showSearch={hasSearch ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      style={{ width }}
    />
  )
}

/** The options of a closed list with its labels. */
export function optionsOf<T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, string>>,
): readonly { readonly value: T; readonly label: string }[] {
  return values.map((value) => ({ value, label: labels[value] }))
}
