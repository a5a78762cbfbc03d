import { rowOutcomes, type ImportCounts, type RowOutcome } from '../../shared/tables/contract'
import { outcomeText, summaryText } from '../text/tables'

/** An outcome as shape and word; the colour only repeats them. */
export function OutcomeMark({ outcome }: { readonly outcome: RowOutcome }) {
  const { sign, word } = outcomeText[outcome]
  return (
    <span className={`import-outcome import-${outcome}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}

interface OutcomeFilterProps {
  readonly counts: ImportCounts
  readonly shown: readonly RowOutcome[]
  readonly onChange: (shown: readonly RowOutcome[]) => void
}

/** The counters of the preview; each one filters the rows. */
export function OutcomeFilter({ counts, shown, onChange }: OutcomeFilterProps) {
  const toggle = (outcome: RowOutcome): void =>
    onChange(shown.includes(outcome) ? shown.filter((each) => each !== outcome) : [...shown, outcome])
  return (
    <div className="import-counters" role="group" aria-label={summaryText.counters}>
      {rowOutcomes.map((outcome) => {
        const { sign, word } = outcomeText[outcome]
        return (
          <button
            key={outcome}
            type="button"
            className={`import-counter import-${outcome}`}
            aria-label={summaryText.counter(word, counts[outcome])}
            aria-pressed={shown.includes(outcome)}
            disabled={counts[outcome] === 0 && !shown.includes(outcome)}
            onClick={() => toggle(outcome)}
          >
            <span aria-hidden="true">{sign}</span> {word} <b className="figures">{counts[outcome]}</b>
          </button>
        )
      })}
    </div>
  )
}
