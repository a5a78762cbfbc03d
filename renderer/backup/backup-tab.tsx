import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Backup } from '../../shared/backup/contract'
import type { IsoDate } from '../../shared/core/dates'
import { fileSizeText } from '../../shared/terms/closure-form'
import { useMay } from '../access/may'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { call } from '../desk'
import { backupPlacesText, backupText as text, restoreText, backupMoment } from '../text/backup'
import './backup.css'
import { sayOutcome, useBackupState } from './backup-state'
import { BackupTable } from './backup-table'
import { momentOf } from './backup-words'
import { CreateBackup } from './create-backup'
import { OrphanList } from './orphan-list'
import { OtherBackups, type LookedAt } from './other-backups'
import { refreshOverview, useOverview } from './overview'
import { Rescue } from './rescue'
import { RestoreDrawer } from './restore-drawer'
import { SecondFolder } from './second-folder'
import { SelfTest } from './self-test'
import { isNewestDamaged, type Overview } from './standing'

/** What is asked of the drawer; null = closed. */
type Wish = { readonly backup: Backup; readonly kind: 'restore' | 'revert' } | null

/** The one sentence: when the last good one was made, and what came after it. */
function Head({ overview, today }: { readonly overview: Overview; readonly today: IsoDate }) {
  const { readOnly } = useShell()
  const { last, changesSince } = overview
  return (
    <>
      <p className="page-header-sentence">
        {last ? text.last(momentOf(last, today)) : text.never}
        {last && text.changes(changesSince)}
      </p>
      {isNewestDamaged(overview) && !readOnly && <p className="backup-tight light-overdue">{text.newestDamaged}</p>}
    </>
  )
}

/** 已恢复…, until it is read. */
function OutcomeLine({ today }: { readonly today: IsoDate }) {
  const outcome = useBackupState((state) => state.outcome)
  if (!outcome) return null
  return (
    <p className="backup-outcome" role="status">
      {outcome.kind === 'reverted'
        ? restoreText.reverted
        : `${restoreText.restored(outcome.at === '' ? '' : backupMoment(outcome.at, today))}${outcome.hasBefore ? restoreText.restoredBefore : ''}`}{' '}
      <button type="button" className="link" onClick={() => sayOutcome(null)}>
        {restoreText.dismiss}
      </button>
    </p>
  )
}

/** 回到恢复前, as long as there is a way back. */
function Revert({
  revert,
  today,
  mayRestore,
  onWish,
}: {
  readonly revert: Backup
  readonly today: IsoDate
  readonly mayRestore: boolean
  readonly onWish: () => void
}) {
  return (
    <p className="backup-revert">
      {revert.side ? restoreText.revertHint(momentOf(revert, today)) : restoreText.revertHintFiles}{' '}
      <Button size="small" disabled={!mayRestore} onClick={onWish}>
        {restoreText.revert}
      </Button>
    </p>
  )
}

function Space({ overview: { freeBytes, ledgerBytes } }: { readonly overview: Overview }) {
  const { dataFolder } = useShell()
  const isLow = freeBytes < ledgerBytes * 2
  const said = isLow ? backupPlacesText.spaceLow : backupPlacesText.space
  return (
    <section className="section" aria-label={backupPlacesText.own}>
      <h2>{backupPlacesText.own}</h2>
      <p className="backup-tight backup-path">{backupPlacesText.folder(dataFolder)}</p>
      <p className={`backup-tight figures ${isLow ? 'light-near' : ''}`}>
        {said(fileSizeText(freeBytes), fileSizeText(ledgerBytes))}
      </p>
    </section>
  )
}

function KeysNote() {
  return (
    <section className="section" aria-label={backupPlacesText.keys}>
      <h2>{backupPlacesText.keys}</h2>
      <p className="soft backup-tight">{backupPlacesText.keysHint}</p>
      <button type="button" className="link" onClick={() => goTo('settings', 'keys')}>
        {backupPlacesText.toKeys}
      </button>
    </section>
  )
}

/** 备份与恢复. */
export function BackupTab() {
  const { today, readOnly } = useShell()
  const { data, error, refetch } = useOverview()
  const [wish, setWish] = useState<Wish>(null)
  const [looked, setLooked] = useState<LookedAt | null>(null)
  const mayRestore = useMay('backup.restore')
  // Changes elsewhere are not told to this room; what stands here is to be of now.
  useEffect(refreshOverview, [])
  const find = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (chosen) setLooked({ place: { folder: chosen.folder }, label: chosen.label })
  }
  const restore = (backup: Backup): void => setWish({ backup, kind: 'restore' })
  return (
    <div className="backup-page">
      <OutcomeLine today={today} />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && (
        <>
          <Head overview={data} today={today} />
          {!readOnly && <CreateBackup today={today} />}
          {data.revert && (
            <Revert
              revert={data.revert}
              today={today}
              mayRestore={mayRestore}
              onWish={() => data.revert && setWish({ backup: data.revert, kind: 'revert' })}
            />
          )}
          <OrphanList isWanted={data.revert !== null} />
          <section className="section" aria-label={text.list}>
            <h2>{text.list}</h2>
            <p className="soft backup-tight">{text.listHint}</p>
            {!mayRestore && <p className="soft backup-tight">{text.adminOnly}</p>}
            {data.list.length === 0 ? (
              <p>{text.empty}</p>
            ) : (
              <BackupTable
                label={text.list}
                backups={data.list}
                today={today}
                mayRestore={mayRestore}
                onRestore={restore}
              />
            )}
            <div className="backup-buttons">
              <ActionButton run={find}>{backupPlacesText.find}</ActionButton>
              <span className="soft">{backupPlacesText.findHint}</span>
            </div>
          </section>
          {readOnly?.code === 'storeDamaged' && <Rescue />}
          {looked && (
            <OtherBackups
              key={JSON.stringify(looked.place)}
              looked={looked}
              today={today}
              mayRestore={mayRestore}
              onRestore={restore}
              onClose={() => setLooked(null)}
            />
          )}
          <div className="backup-columns">
            <SecondFolder
              second={data.second}
              today={today}
              mayChange={mayRestore}
              onList={() => setLooked({ place: 'second', label: data.second?.label ?? backupPlacesText.second })}
            />
            <SelfTest overview={data} today={today} />
            <Space overview={data} />
            <KeysNote />
          </div>
        </>
      )}
      {wish && <RestoreDrawer key={wish.backup.name} {...wish} today={today} onClose={() => setWish(null)} />}
    </div>
  )
}
