import { useState } from 'react'
import { Button } from 'antd'
import { journalText } from '../../shared/terms/journal'
import { FailureNotice } from '../components/failure-notice'
import { useCall } from '../desk'
import { historyText as text } from '../text/investment'
import { localMoment } from './moment'

/** Unit: entries. */
const firstEntries = 30
const mostEntries = 200

/** Who changed the lead, when and what, newest first. */
export function LeadHistory({ id }: { readonly id: string }) {
  const [limit, setLimit] = useState(firstEntries)
  const { data, error } = useCall('core.journal', { limit, before: null, recordId: id }, { keepsPrevious: true })
  return (
    <section className="section">
      <FailureNotice error={error} />
      {data?.length === 0 && <p className="soft">{text.none}</p>}
      <ol className="history">
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
