import { missingCalendarText } from '../../shared/terms/core'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { appText } from '../text/app'
import './settings.css'

/** How many records a call has touched over all tables. */
export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** Lines above the page: sample data on show, a year without 放假安排. */
export function Banners() {
  const { hasSample, missingCalendarYears } = useShell()
  const done = useDone()
  const removeSample = async (): Promise<void> => {
    const { counts } = await call('settings.removeSample', {})
    done(appText.sampleRemoved(sumOf(counts)))
  }
  return (
    <div className="frame-banners no-print">
      {hasSample && (
        <div className="banner" role="status">
          <span>{appText.sampleShown}</span>
          <ActionButton size="small" run={removeSample}>
            {appText.removeSample}
          </ActionButton>
        </div>
      )}
      {missingCalendarYears.length > 0 && (
        <div className="banner banner-near" role="status">
          <span>▲ {missingCalendarText(missingCalendarYears)}</span>
          <button type="button" className="link" onClick={() => goTo('settings', 'calendars')}>
            {appText.importCalendar}
          </button>
        </div>
      )}
    </div>
  )
}
