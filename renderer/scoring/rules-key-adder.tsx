import { AutoComplete, Button } from 'antd'
import { useState } from 'react'
import { identifier } from '../../shared/scoring/rules/base'
import { CompositionGuard } from '../components/composition-guard'
import { rulesText as text } from '../text/rules'

interface KeyAdderProps {
  /** What is added, in a word. */
  readonly what: string
  readonly known?: Readonly<Record<string, string>>
  readonly taken: readonly string[]
  /** Proposed before anything is typed. */
  readonly proposed?: string
  readonly onAdd: (key: string) => void
}

const nothingKnown: Readonly<Record<string, string>> = {}

/** Asks for the name under which a new part is known ever after, and adds it. */
export function KeyAdder({ what, known = nothingKnown, taken, proposed = '', onAdd }: KeyAdderProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const key = (typed ?? proposed).trim()
  const problem = taken.includes(key) ? text.idTaken : identifier.safeParse(key).success ? null : text.idWrong
  const options = Object.entries(known)
    .filter(([id]) => !taken.includes(id))
    .map(([value, label]) => ({ value, label: `${label} ${value}` }))
  const add = (): void => {
    onAdd(key)
    setTyped(null)
  }
  return (
    <span className="rules-adder">
      <CompositionGuard>
        <AutoComplete
          aria-label={text.actionOf(what, text.componentId)}
          title={text.idHint}
          value={typed ?? proposed}
          options={options}
          popupMatchSelectWidth={220}
          placeholder={text.componentId}
          style={{ width: 150 }}
          onChange={(next: string | undefined) => setTyped(next ?? '')}
        />
      </CompositionGuard>
      <Button size="small" disabled={problem !== null} onClick={add}>
        {text.add(what)}
      </Button>
      {key !== '' && problem !== null && <span className="field-error">{problem}</span>}
    </span>
  )
}
