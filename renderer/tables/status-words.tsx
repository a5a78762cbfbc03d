import { useState } from 'react'
import { findingStatuses, type FindingStatus } from '../../shared/rectification/record'
import type { PreviewTable } from '../../shared/tables/contract'
import { findingStatusLabels } from '../../shared/terms/rectification'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { call, useCall } from '../desk'
import { statusWordText as text } from '../text/tables'
import { choose, useImport } from './import-state'
import { unknownWords } from './unknown-words'

const statusOptions = findingStatuses.map((value) => ({ value, label: findingStatusLabels[value] }))
/** As many as one call gives; the words behind them are asked for once these are known. */
const mostRows = 500

interface WordLineProps {
  readonly word: string
  readonly rows: number
}

/** Asks once what a word means; from then on every table with it is read so. */
function WordLine({ word, rows }: WordLineProps) {
  const [status, setStatus] = useState<FindingStatus>('done')
  const isBusy = useImport((state) => state.isBusy)
  const learn = async (): Promise<void> => {
    await call('rectification.learnStatusWord', { word, status })
    await choose({})
  }
  return (
    <li>
      <span>{text.means(word, rows)}</span>
      <ChoiceField
        label={text.meaningOf(word)}
        value={status}
        options={statusOptions}
        width={150}
        isDisabled={isBusy}
        onChange={(next) => next && setStatus(next)}
      />
      <ActionButton disabled={isBusy} does="rectification.learnStatusWord" run={learn}>
        {text.accept}
      </ActionButton>
    </li>
  )
}

interface StatusWordsProps {
  readonly session: string
  readonly table: PreviewTable
  readonly tableIndex: number
}

/** What the unknown words of a ledger's status column are to count as. */
export function StatusWords({ session, table, tableIndex }: StatusWordsProps) {
  const isAsked = table.kind === 'findings' && table.counts.rejected > 0
  const { data } = useCall(
    'tables.rows',
    { session, table: tableIndex, outcomes: ['rejected'], offset: 0, limit: mostRows },
    { enabled: isAsked },
  )
  const words = [...unknownWords(isAsked ? (data?.rows ?? []) : [])]
  if (words.length === 0) return null
  return (
    <section className="import-words" aria-label={text.region}>
      <ul>
        {words.map(([word, rows]) => (
          <WordLine key={word} word={word} rows={rows} />
        ))}
      </ul>
      <p className="soft">{text.hint}</p>
    </section>
  )
}
