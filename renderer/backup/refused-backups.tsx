import { Button } from 'antd'
import { useState } from 'react'
import type { Backup } from '../../shared/backup/contract'
import type { IsoDate } from '../../shared/core/dates'
import { recordsIn } from '../../shared/terms/backup'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { call, useCall } from '../desk'
import { LongList } from '../exchange/long-list'
import { backupPlacesText, backupText } from '../text/backup'
import { refusedText as text } from '../text/backup-refused'
import './backup.css'
import { momentOf, reasonOf } from './backup-words'
import { lacksOf } from './lacks'
import { OtherBackups, type LookedAt } from './other-backups'
import { RestoreDrawer } from './restore-drawer'
import { StateWord } from './state-word'

/** Rows shown at first. */
const shownAtFirst = 6

/** What each backup lacks, as far as the journal of the ledger that cannot be opened tells. */
function useLacks(newest: Backup): (backup: Backup) => string {
  const { data, isLoading } = useCall('backup.previewRestore', { place: newest.place, name: newest.name })
  return (backup) => lacksOf(backup, newest, isLoading ? 'looking' : data)
}

interface VerifiedTableProps {
  readonly newest: Backup
  readonly backups: readonly Backup[]
  readonly today: IsoDate
  readonly onRestore: (backup: Backup) => void
}

function VerifiedTable({ newest, backups, today, onRestore }: VerifiedTableProps) {
  const { columns } = text
  const lacks = useLacks(newest)
  return (
    <LongList rows={backups} shownAtFirst={shownAtFirst} more={backupText.more}>
      {(shown) => (
        <table className="ledger backup-table" aria-label={text.backups}>
          <thead>
            <tr>
              <th scope="col">{columns.at}</th>
              <th scope="col">{columns.reason}</th>
              <th scope="col" className="amount">
                {columns.records}
              </th>
              <th scope="col" className="backup-lacks">
                {columns.lacks}
              </th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.action}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((backup, index) => (
              <tr key={backup.name}>
                <td className="figures">{momentOf(backup, today)}</td>
                <td>{reasonOf(backup)}</td>
                <td className="amount">{backup.side ? recordsIn(backup.side.counts) : ''}</td>
                <td className="backup-lacks">{lacks(backup)}</td>
                <td>
                  <StateWord state={backup.state} />
                </td>
                <td className="backup-actions">
                  <Button
                    size="small"
                    type={index === 0 ? 'primary' : 'default'}
                    aria-label={`${text.restoreThis} ${momentOf(backup, today)}`}
                    onClick={() => onRestore(backup)}
                  >
                    {text.restoreThis}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </LongList>
  )
}

/** The backups that the lost or damaged ledger can be restored from, and those of another folder. */
export function RefusedBackups({ today }: { readonly today: IsoDate }) {
  const { data, error, refetch } = useCall('backup.list', { place: 'own' })
  const [wish, setWish] = useState<Backup | null>(null)
  const [looked, setLooked] = useState<LookedAt | null>(null)
  const verified = data?.filter(({ state }) => state === 'verified') ?? []
  const others = (data?.length ?? 0) - verified.length
  const find = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (chosen) setLooked({ place: { folder: chosen.folder }, label: chosen.label })
  }
  return (
    <section className="section" aria-label={text.backups}>
      <h2>{text.backups}</h2>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && verified.length === 0 && <p>{text.backupsNone}</p>}
      {verified[0] && <VerifiedTable newest={verified[0]} backups={verified} today={today} onRestore={setWish} />}
      {others > 0 && <p className="soft backup-tight">{text.backupsOthers(others)}</p>}
      <div className="backup-buttons">
        <ActionButton run={find}>{backupPlacesText.find}</ActionButton>
        {others > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => setLooked({ place: 'own', label: backupPlacesText.own })}
          >
            {text.backupsAll}
          </button>
        )}
      </div>
      {looked && (
        <OtherBackups
          key={JSON.stringify(looked.place)}
          looked={looked}
          today={today}
          mayRestore
          onRestore={setWish}
          onClose={() => setLooked(null)}
        />
      )}
      {wish && (
        <RestoreDrawer key={wish.name} backup={wish} kind="restore" today={today} onClose={() => setWish(null)} />
      )}
    </section>
  )
}
