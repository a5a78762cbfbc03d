import type { TimelineEntry } from '../../shared/registry/record'
import { timelineLabels } from '../../shared/terms/registry'
import { enterpriseText as text } from '../text/registry'
import { isOpenable, openEntry } from './open-entry'

function EntryLine({ entry }: { readonly entry: TimelineEntry }) {
  return (
    <li>
      <span className="figures">{entry.on ?? text.noDay}</span>
      <span className="soft">{timelineLabels[entry.kind]}</span>
      <span className="timeline-what">
        {isOpenable(entry.kind) ? (
          <button type="button" className="link" onClick={() => openEntry(entry.kind, entry.recordId)}>
            {entry.title}
          </button>
        ) : (
          entry.title
        )}
        {entry.detail && <span className="soft timeline-detail">{entry.detail}</span>}
      </span>
    </li>
  )
}

/** One line of time over all streams; each entry opens its record. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return <p className="soft">{text.timelineNone}</p>
  return (
    <>
      <p className="soft">
        {text.timelineCount(entries.length)} · {text.timelineOrder}
      </p>
      <ol className="timeline">
        {entries.map((entry) => (
          <EntryLine key={`${entry.kind} ${entry.recordId}`} entry={entry} />
        ))}
      </ol>
    </>
  )
}
