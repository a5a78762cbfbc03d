import { goTo } from '../app/screen'
import { useShell, type Shell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { call } from '../desk'
import { backupBannerText as text } from '../text/backup'
import { useAskAnew } from './ask-anew'
import { sentenceOfFailure } from './failure-words'
import { useOverview } from './overview'
import { reminderOf } from './standing'

/** While the ledger may only be read: why, and what to do about it. */
function ReadOnlyBanner({ readOnly }: { readonly readOnly: NonNullable<Shell['readOnly']> }) {
  const { askAnew } = useAskAnew()
  const reopen = async (): Promise<void> => {
    await call('backup.reopen', {})
    await askAnew()
  }
  return (
    <div className="banner banner-bad" role="status">
      <span>
        {text.readOnly} {text.reasons[readOnly.code] ?? sentenceOfFailure(readOnly)}
      </span>
      <ActionButton size="small" run={reopen}>
        {text.reopen}
      </ActionButton>
      <button type="button" className="link" onClick={() => goTo('settings', 'backup')}>
        {text.toRestore}
      </button>
    </div>
  )
}

function ReminderBanner() {
  const { today } = useShell()
  const { data } = useOverview()
  const reminder = data ? reminderOf(data, today) : null
  if (!reminder) return null
  return (
    <div className={`banner ${reminder.isBad ? 'banner-bad' : 'banner-near'}`} role="status">
      <span>{reminder.sentence}</span>
      <button type="button" className="link" onClick={() => goTo('settings', 'backup')}>
        {text.open}
      </button>
    </div>
  )
}

/** Lines above the page: a ledger that may only be read, a backup that is due or bad. */
export function BackupBanners() {
  const { readOnly } = useShell()
  // A ledger that is only read is not backed up again; what to do about it comes first.
  return readOnly ? <ReadOnlyBanner readOnly={readOnly} /> : <ReminderBanner />
}
