import { Button } from 'antd'
import type { Backup, BackupPlace } from '../../shared/backup/contract'
import type { IsoDate } from '../../shared/core/dates'
import { FailureNotice } from '../components/failure-notice'
import { useCall } from '../desk'
import { backupPlacesText as text } from '../text/backup'
import { BackupTable } from './backup-table'

/** A folder whose backups are being looked at. */
export interface LookedAt {
  readonly place: BackupPlace
  readonly label: string
}

interface OtherBackupsProps {
  readonly looked: LookedAt
  readonly today: IsoDate
  readonly mayRestore: boolean
  readonly onRestore: (backup: Backup) => void
  readonly onClose: () => void
}

/** The backups on a stick, of another computer or in the second folder. */
export function OtherBackups({ looked, today, mayRestore, onRestore, onClose }: OtherBackupsProps) {
  const { data, error, refetch } = useCall('backup.list', { place: looked.place })
  return (
    <section className="section" aria-label={looked.label}>
      <h2>
        {data ? text.found(looked.label, data.length) : looked.label}{' '}
        <Button size="small" type="text" onClick={onClose}>
          {text.foundClose}
        </Button>
      </h2>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && data.length > 0 && (
        <BackupTable label={looked.label} backups={data} today={today} mayRestore={mayRestore} onRestore={onRestore} />
      )}
    </section>
  )
}
