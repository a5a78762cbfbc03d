import { useState } from 'react'
import { noFindingFilter } from '../../shared/rectification/finding-rows'
import { useCall } from '../desk'
import { findingFieldText as text } from '../text/app'
import { SearchChoice, type SearchChoiceValue } from './search-choice'

/** A finding as a form holds it: the id to save, the title to show. */
export type FindingChoice = SearchChoiceValue

interface FindingFieldProps {
  readonly value: FindingChoice | null
  readonly onChange: (finding: FindingChoice | null) => void
}

const offered = 20

/** A finding of 整改台账, found by its words. */
export function FindingField({ value, onChange }: FindingFieldProps) {
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useCall(
    'rectification.list',
    {
      filter: { ...noFindingFilter, text: typed },
      sort: { by: 'updatedAt', descending: true },
      offset: 0,
      limit: offered,
    },
    { keepsPrevious: true },
  )
  const found = (data?.rows ?? []).map(({ id, no, title, programTitle }) => ({
    value: id,
    label: title,
    title: text.title(programTitle, no, title),
  }))
  return (
    <SearchChoice
      value={value}
      onChange={onChange}
      text={typed}
      onSearch={setTyped}
      found={found}
      isFetching={isFetching}
      placeholder={text.hint}
      nothingFound={text.none}
      allowsNone
    />
  )
}
