import { ActionButton } from '../components/action-button'
import { call, useCall } from '../desk'
import { updateNewsText as text } from '../text/updates'
import './updates.css'

/** Said once on the line above the pages: the program is another version than last time. */
export function UpdateNews() {
  const { data: news } = useCall('updates.news', {})
  if (!news) return null
  const { before, version, isNewer, notes } = news
  return (
    <div className="banner updates-news" role="status">
      <span>{isNewer ? text.updated(before, version) : text.wentBack(before, version)}</span>
      {notes.trim() !== '' && (
        <details>
          <summary>{text.notes}</summary>
          <div className="updates-notes">{notes.trim()}</div>
        </details>
      )}
      <ActionButton size="small" does="updates.seenNews" run={() => call('updates.seenNews', {})}>
        {text.close}
      </ActionButton>
    </div>
  )
}
