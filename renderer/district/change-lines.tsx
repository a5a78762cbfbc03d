import type { ResultChange } from '../../shared/district/publication'
import { publishText as text } from '../text/district-publish'

const shownChanges = 30

/** What differs between two results, a line each. */
export function ChangeLines({ changes }: { readonly changes: readonly ResultChange[] }) {
  return (
    <ul className="district-slips">
      {changes.slice(0, shownChanges).map(({ unit, what, from, to }) => (
        <li key={`${unit}.${what}`}>{text.change(unit, what, from, to)}</li>
      ))}
      {changes.length > shownChanges && <li className="soft">{text.more(changes.length - shownChanges)}</li>}
    </ul>
  )
}
