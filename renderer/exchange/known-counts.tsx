import { countWords, receiveText as text } from '../text/exchange'

/** How many of what; counts of a newer program, that have no word here, are left out. */
export function KnownCounts({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  return (
    <span className="exchange-counts figures">
      {Object.entries(counts).map(([key, count]) => {
        const word = countWords.get(key)
        return word !== undefined && count > 0 && <span key={key}>{text.countOf(word, count)}</span>
      })}
    </span>
  )
}
