import { missingCalendarText } from '../../shared/terms/core'
import { SafeModeBanner } from '../app/safe-mode'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { BackupBanners } from '../backup/backup-banners'
import { ActionButton } from '../components/action-button'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { appText } from '../text/app'
import { UpdateNews } from '../updates/update-news'
import { IntegrityBanner } from './integrity-part'
import './settings.css'

/** How many records a call has touched over all tables. */
export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** Lines above the page: a ledger that may only be read, a backup that is due, sample data on show, a year without 放假安排. */
export function Banners() {
  const { hasSample, missingCalendarYears } = useShell()
  const done = useDone()
  const removeSample = async (): Promise<void> => {
    const { counts } = await call('settings.removeSample', {})
    done(appText.sampleRemoved(sumOf(counts)))
  }
  return (
    <div className="frame-banners no-print">
      <SafeModeBanner />
      <BackupBanners />
      <IntegrityBanner />
      <UpdateNews />
      {hasSample && (
        <div className="banner" role="status">
          <span>{appText.sampleShown}</span>
          <ActionButton size="small" does="settings.removeSample" run={removeSample}>
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
