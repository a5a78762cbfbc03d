import { journalText } from '../../shared/terms/journal'
import { FailureNotice } from '../components/failure-notice'
import { useCall } from '../desk'
import { entryText as text } from '../text/revenue'

/** Unit: entries. */
const mostEntries = 100

/** `2022-09-20T10:32:05+08:00` as the day and minute it was written at. */
function minuteOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}

/** Who changed the entry, when and what, newest first. */
export function EntryHistory({ id }: { readonly id: string }) {
  const { data, error } = useCall('core.journal', { limit: mostEntries, before: null, recordId: id })
  return (
    <section className="section">
      <FailureNotice error={error} />
      {data?.length === 0 && <p className="soft">{text.noHistory}</p>}
      <ol className="rev-history">
        {data?.map((entry) => (
          <li key={entry.id}>
            <span className="soft figures">{minuteOf(entry.at)}</span>
            <span>{entry.actor}</span>
            <span>
              {journalText(entry.intent, entry.params)}
              {entry.isUndone && <span className="soft">{text.undone}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
