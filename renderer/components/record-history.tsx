import { Button } from 'antd'
import { useState } from 'react'
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
function localMoment(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Who changed a record, when and what, newest first. */
export function RecordHistory({ recordId }: { readonly recordId: string }) {
  const [limit, setLimit] = useState(firstEntries)
  const { data, error } = useCall('core.journal', { limit, before: null, recordId }, { keepsPrevious: true })
  return (
    <section className="section">
      <FailureNotice error={error} />
      {data?.length === 0 && <p className="soft">{text.none}</p>}
      <ol className="record-history">
        {data?.map((entry) => (
          <li key={entry.id}>
            <span className="soft figures">{localMoment(entry.at)}</span>
            <span>{entry.actor}</span>
            <span>
              {journalText(entry.intent, entry.params)}
              {entry.isUndone && <span className="soft">{text.undone}</span>}
            </span>
          </li>
        ))}
      </ol>
      {data && data.length === limit && limit < mostEntries && (
        <Button size="small" onClick={() => setLimit(mostEntries)}>
          {text.more}
        </Button>
      )}
    </section>
  )
}
