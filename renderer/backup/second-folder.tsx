import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { ActionButton } from '../components/action-button'
import { call } from '../desk'
import { backupMoment, backupPlacesText as text } from '../text/backup'
import { refreshOverview } from './overview'
import { daysWithoutSecond, type Overview } from './standing'

interface SecondFolderProps {
  readonly second: Overview['second']
  readonly today: IsoDate
  readonly mayChange: boolean
  readonly onList: () => void
}

function SecondState({ second, today }: { readonly second: NonNullable<Overview['second']>; readonly today: IsoDate }) {
  const days = daysWithoutSecond(second, today)
  return (
    <>
      <p className="backup-tight backup-path">{second.label}</p>
      <p className="backup-tight">
        <span className={second.isReachable ? 'light-normal' : 'light-near'}>
          {second.isReachable ? text.reachable : text.unreachable}
        </span>
        {text.between}
        {second.lastAt === null ? text.secondNever : text.secondLast(backupMoment(second.lastAt, today))}
      </p>
      {second.isSameDisk && <p className="backup-tight light-near">{text.sameDisk}</p>}
      {second.isDue && days !== null && <p className="backup-tight light-near">{text.due(days)}</p>}
    </>
  )
}

/** 第二处: another disk or a stick that gets a copy of every backup. */
export function SecondFolder({ second, today, mayChange, onList }: SecondFolderProps) {
  const [said, setSaid] = useState('')
  const choose = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    await call('backup.setSecond', { folder: chosen.folder })
    setSaid(text.secondSet)
    refreshOverview()
  }
  const stop = async (): Promise<void> => {
    await call('backup.setSecond', { folder: null })
    setSaid(text.secondStopped)
    refreshOverview()
  }
  return (
    <section className="section" aria-label={text.second}>
      <h2>{text.second}</h2>
      {second ? <SecondState second={second} today={today} /> : <p className="backup-tight">{text.secondNone}</p>}
      {!second && <p className="soft backup-tight">{text.secondHint}</p>}
      {said !== '' && (
        <p role="status" className="backup-tight">
          {said}
        </p>
      )}
      <div className="backup-buttons">
        <ActionButton disabled={!mayChange} run={choose}>
          {second ? text.secondChange : text.secondChoose}
        </ActionButton>
        {second && (
          <>
            <ActionButton type="text" disabled={!mayChange} run={stop}>
              {text.secondStop}
            </ActionButton>
            {second.isReachable && (
              <button type="button" className="link" onClick={onList}>
                {text.secondList}
              </button>
            )}
          </>
        )}
      </div>
    </section>
  )
}
