import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { backupMarkText as text } from '../text/backup'
import './backup.css'
import { useOverviewKeptFresh } from './overview'
import { markOf } from './standing'

/** 备份 10:30 ✓ in the line above the pages; a click opens the tab. */
export function BackupMark() {
  const { today } = useShell()
  const { data } = useOverviewKeptFresh()
  if (!data) return null
  const { word, light } = markOf(data, today)
  return (
    <button
      type="button"
      className={`backup-mark light-${light} figures`}
      title={text.hint}
      onClick={() => goTo('settings', 'backup')}
    >
      {word}
    </button>
  )
}
