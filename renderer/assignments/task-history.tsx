import { journalText } from '../../shared/terms/journal'
import { FailureNotice } from '../components/failure-notice'
import { useCall } from '../desk'
import { taskText as text } from '../text/tasks'

/** Unit: entries. */
const mostEntries = 100

/** Who recorded what about a report, newest first. */
export function TaskHistory({ recordId }: { readonly recordId: string | null }) {
  const { data, error } = useCall(
    'core.journal',
    { limit: mostEntries, before: null, recordId },
    { enabled: recordId !== null },
  )
  const entries = recordId === null ? [] : data
  return (
    <section className="section">
      <h2>{text.history}</h2>
      <FailureNotice error={error} />
      {entries?.length === 0 && <p className="soft">{text.noHistory}</p>}
      <ol className="task-history">
        {entries?.map((entry) => (
          <li key={entry.id}>
            <span className="soft figures">{entry.at.slice(0, 16).replace('T', ' ')}</span>
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
