import { Button } from 'antd'
import { useState } from 'react'
import type { Backup } from '../../shared/backup/contract'
import type { IsoDate } from '../../shared/core/dates'
import { recordsIn } from '../../shared/terms/backup'
import { fileSizeText } from '../../shared/terms/closure-form'
import { FailureNotice } from '../components/failure-notice'
import { LongList } from '../exchange/long-list'
import { backupText as text } from '../text/backup'
import { momentOf, reasonOf } from './backup-words'
import { ProgressLine } from './progress-line'
import { useLongAction } from './running'
import { StateWord } from './state-word'

/** Rows shown at first. */
const shownAtFirst = 8

interface BackupTableProps {
  readonly label: string
  readonly backups: readonly Backup[]
  readonly today: IsoDate
  readonly mayRestore: boolean
  readonly onRestore: (backup: Backup) => void
}

/** Backups of one folder, newest first, each with what can be done with it. */
export function BackupTable({ label, backups, today, mayRestore, onRestore }: BackupTableProps) {
  const { columns } = text
  const verify = useLongAction('backup.verify')
  const [said, setSaid] = useState<string | null>(null)
  const check = async (backup: Backup): Promise<void> => {
    setSaid(null)
    const checked = await verify.run({ place: backup.place, name: backup.name })
    if (!checked) return
    const moment = momentOf(checked, today)
    setSaid(checked.state === 'verified' ? text.verified(moment) : text.verifiedDamaged(moment))
  }
  return (
    <LongList rows={backups} shownAtFirst={shownAtFirst} more={text.more}>
      {(shown) => (
        <>
          {verify.running && <ProgressLine running={verify.running} />}
          {said && !verify.running && <p role="status">{said}</p>}
          <FailureNotice error={verify.error} />
          <table className="ledger backup-table" aria-label={label}>
            <thead>
              <tr>
                <th scope="col">{columns.at}</th>
                <th scope="col">{columns.reason}</th>
                <th scope="col" className="amount">
                  {columns.records}
                </th>
                <th scope="col" className="amount">
                  {columns.size}
                </th>
                <th scope="col" className="backup-state">
                  {columns.state}
                </th>
                <th scope="col">{columns.place}</th>
                <th scope="col">{columns.action}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((backup) => (
                <tr key={backup.name}>
                  <td className="figures">{backup.side ? momentOf(backup, today) : text.noSide}</td>
                  <td>{reasonOf(backup) || text.unknown}</td>
                  <td className="amount">{backup.side ? recordsIn(backup.side.counts) : text.unknown}</td>
                  <td className="amount">{fileSizeText(backup.bytes)}</td>
                  <td className="backup-state">
                    <StateWord state={backup.state} />
                  </td>
                  <td className="ledger-small backup-path">{backup.name}</td>
                  <td className="backup-actions">
                    <Button
                      size="small"
                      disabled={verify.running !== null}
                      aria-label={text.verifyOf(momentOf(backup, today))}
                      onClick={() => void check(backup)}
                    >
                      {text.verify}
                    </Button>
                    <Button
                      size="small"
                      disabled={!mayRestore || backup.state === 'damaged'}
                      aria-label={text.restoreOf(momentOf(backup, today))}
                      onClick={() => onRestore(backup)}
                    >
                      {text.restore}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </LongList>
  )
}
