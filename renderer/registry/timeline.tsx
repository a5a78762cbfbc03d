import type { TimelineEntry } from '../../shared/registry/record'
import { timelineLabels } from '../../shared/terms/registry'
import { isOpenable, openTarget } from '../app/open-target'
import { enterpriseText as text } from '../text/registry'

function EntryLine({ entry: { kind, recordId, on, title, detail } }: { readonly entry: TimelineEntry }) {
  return (
    <li>
      <span className="figures">{on ?? text.noDay}</span>
      <span className="soft">{timelineLabels[kind]}</span>
      <span className="timeline-what">
        {isOpenable(kind) ? (
          <button type="button" className="link" onClick={() => openTarget({ kind, recordId })}>
            {title}
          </button>
        ) : (
          title
        )}
        {detail && <span className="soft timeline-detail">{detail}</span>}
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
