import { useState } from 'react'
import { useCall } from '../desk'
import { chooseText } from '../text/visits'
import { SearchChoice, type SearchChoiceValue } from './search-choice'

/** An enterprise as a form holds it: the id to save, the name to show. */
export type EnterpriseChoice = SearchChoiceValue

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

/** A known enterprise, found by name, credit code or pinyin initials. */
export function EnterpriseField({ placeholder, ...props }: EnterpriseFieldProps) {
  const [text, setText] = useState('')
  const { data, isFetching } = useCall('registry.findEnterprises', { text, limit: offered }, { keepsPrevious: true })
  const found = (data ?? []).map(({ id, name, street, creditCode }) => ({
    value: id,
    label: name,
    title: [name, street, creditCode].filter((part) => part !== '').join(chooseText.separator),
  }))
  return (
    <SearchChoice
      {...props}
      text={text}
      onSearch={setText}
      found={found}
      isFetching={isFetching}
      placeholder={placeholder ?? chooseText.enterpriseHint}
      nothingFound={chooseText.noEnterprise}
    />
  )
}
