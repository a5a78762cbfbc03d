import { Button } from 'antd'
import { useState } from 'react'
import type { FieldChange } from '../../shared/core/contract'
import { journalText } from '../../shared/terms/journal'
import { useCall } from '../desk'
import { recordHistoryText as text } from '../text/app'
import { FailureNotice } from './failure-notice'
import './record-history.css'

/** Unit: entries. */
const firstEntries = 30
const mostEntries = 200

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** An instant as the local day and minute; text that is no instant stays as it is. */
export function localMoment(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The columns of one entry, old → new. */
export function FieldChanges({ changes, more }: { readonly changes: readonly FieldChange[]; readonly more: number }) {
  if (changes.length === 0) return null
  return (
    <ul className="field-changes">
      {changes.map(({ title, field, from, to }, index) => (
        <li key={`${title}/${field}/${index}`} className="soft">
          {text.change(field, from, to)}
        </li>
      ))}
      {more > 0 && <li className="soft">{text.moreChanges(more)}</li>}
    </ul>
  )
}

/** Who changed a record, when and what, field by field, newest first. */
export function RecordHistory({ recordId }: { readonly recordId: string }) {
  const [limit, setLimit] = useState(firstEntries)
  const { data, error } = useCall('core.journal', { limit, before: null, recordId }, { keepsPrevious: true })
  const entryIds = data?.map(({ id }) => id) ?? []
  const changes = useCall('core.changes', { entryIds, recordId }, { enabled: entryIds.length > 0, keepsPrevious: true })
  const ofEntry = new Map(changes.data?.map((entry) => [entry.entryId, entry]))
  return (
    <section className="section">
      <FailureNotice error={error ?? changes.error} />
      {data?.length === 0 && <p className="soft">{text.none}</p>}
      <ol className="record-history">
        {data?.map((entry) => (
          <li key={entry.id}>
            <span className="soft figures">{localMoment(entry.at)}</span>
            <span>{entry.actor}</span>
            <span>
              {journalText(entry.intent, entry.params)}
              {entry.isUndone && <span className="soft">{text.undone}</span>}
              <FieldChanges changes={ofEntry.get(entry.id)?.changes ?? []} more={ofEntry.get(entry.id)?.more ?? 0} />
            </span>
          </li>
        ))}
      </ol>
      {data && data.length === limit && limit < mostEntries && (
        <Button disabled={false} size="small" onClick={() => setLimit(mostEntries)}>
          {text.more}
        </Button>
      )}
    </section>
  )
}

/** The same below a form, read only when it is opened. */
export function HistorySection({ recordId }: { readonly recordId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="history-section" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{text.title}</summary>
      {isOpen && <RecordHistory recordId={recordId} />}
    </details>
  )
}
