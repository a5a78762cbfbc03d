import { useState } from 'react'
import { useCall } from '../desk'
import { projectFieldText as text } from '../text/app'
import { SearchChoice, type SearchChoiceValue } from './search-choice'

interface ProjectFieldProps {
  readonly value: SearchChoiceValue | null
  readonly onChange: (project: SearchChoiceValue | null) => void
  readonly isDisabled?: boolean
}

const offered = 20

/** A project of the pool or out of it, found by its words. */
export function ProjectField({ value, onChange, isDisabled = false }: ProjectFieldProps) {
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useCall(
    'projects.list',
    {
      filter: { text: typed, stages: [], bands: [], isAboveHundredMillion: false, pool: 'all', lights: [] },
      sort: { by: 'updatedAt', descending: true },
      offset: 0,
      limit: offered,
    },
    { keepsPrevious: true },
  )
  const found = (data?.rows ?? []).map(({ project: { id, name } }) => ({ value: id, label: name, title: name }))
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
      isDisabled={isDisabled}
      allowsNone
    />
  )
}
