import { journalText } from '../../shared/terms/journal'
import { goTo } from '../app/screen'
import { FailureNotice } from '../components/failure-notice'
import { localMoment } from '../components/record-history'
import { useCall, type OutputOf } from '../desk'
import { integrityText as text } from '../text/integrity'

type Integrity = OutputOf<'core.integrity'>

/** What was found, in one sentence; null when nothing was. */
function integritySentence({ broken, foreignCount }: Integrity): string | null {
  if (broken) return text.broken(broken.id, localMoment(broken.at), broken.actor)
  return foreignCount > 0 ? text.foreign(foreignCount) : null
}

function ForeignRecords({ foreign, foreignCount }: Integrity) {
  if (foreignCount === 0) return null
  return (
    <>
      <ul>
        {foreign.map(({ table, rowId, title, kind, fields }) => (
          <li key={`${table}/${rowId}`}>{text.record(title, kind, fields)}</li>
        ))}
      </ul>
      {foreignCount > foreign.length && <p className="soft">{text.more(foreignCount - foreign.length)}</p>}
      <p className="soft">{text.whatToDo}</p>
    </>
  )
}

/** What the check in the background found: altered journal entries, records that another program changed. */
export function IntegrityPart() {
  const integrity = useCall('core.integrity', {})
  const { data } = integrity
  return (
    <section className="section">
      <h2>{text.title}</h2>
      <p className="soft">{text.intro}</p>
      <FailureNotice error={integrity.error} />
      {data && data.checkedAt === null && <p>{text.notYet}</p>}
      {data && data.checkedAt !== null && (
        <>
          <p role="status">{integritySentence(data) ?? text.fine(localMoment(data.checkedAt), data.entries)}</p>
          {data.broken && <p className="soft">{journalText(data.broken.intent, data.broken.params)}</p>}
          <ForeignRecords {...data} />
        </>
      )}
    </section>
  )
}

/** A line above the pages when the check in the background has found something. */
export function IntegrityBanner() {
  const { data } = useCall('core.integrity', {})
  const sentence = data && integritySentence(data)
  if (!sentence) return null
  return (
    <div className="banner banner-bad" role="status">
      <span>{text.banner(sentence)}</span>
      <button type="button" className="link" onClick={() => goTo('settings', 'check')}>
        {text.look}
      </button>
    </div>
  )
}
