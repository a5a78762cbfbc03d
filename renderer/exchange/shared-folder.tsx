import { useState } from 'react'
import { goTo } from '../app/screen'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { colleaguesText as text } from '../text/colleagues'
import { momentLabel } from '../text/exchange'
import { refreshExchange } from './identity-said'

type Synced = OutputOf<'exchange.syncFolder'>

/** What an exchange did, in words; files that were left alone with the reason. */
function SyncResult({ result: { written, taken, conflicts, refused } }: { readonly result: Synced }) {
  return (
    <div role="status">
      <p className="exchange-tight">
        {text.synced(written, taken, conflicts)}{' '}
        {conflicts > 0 && (
          <button type="button" className="link" onClick={() => goTo('reports', 'conflicts')}>
            {text.toConflicts}
          </button>
        )}
      </p>
      {refused.length > 0 && (
        <>
          <p className="soft exchange-tight">{text.syncRefused}</p>
          <ul className="exchange-rows">
            {refused.map(({ fileName, text: why }) => (
              <li key={fileName}>
                <span aria-hidden="true">▲</span>
                <span className="exchange-grow">
                  <b>{fileName}</b> {why}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** 共享文件夹: set up once, then one button. */
export function SharedFolder() {
  const { data, error, refetch } = useCall('exchange.sharedFolder', {})
  const [result, setResult] = useState<Synced | null>(null)
  const done = useDone()
  const choose = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    await call('exchange.setSharedFolder', { folder: chosen.folder })
    done(text.sharedDone(chosen.label))
  }
  const stop = async (): Promise<void> => {
    await call('exchange.setSharedFolder', { folder: null })
    setResult(null)
    done(text.sharedStopped)
  }
  const sync = async (): Promise<void> => {
    setResult(await call('exchange.syncFolder', {}))
    refreshExchange()
  }
  return (
    <section className="section" aria-label={text.shared}>
      <h2>{text.shared}</h2>
      <p className="soft exchange-tight">{text.sharedHint}</p>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && (
        <p className="exchange-tight exchange-path">
          {data.folder}{' '}
          <span className="soft">
            {data.lastSyncedAt === '' ? text.neverSynced : text.lastSynced(momentLabel(data.lastSyncedAt))}
          </span>
        </p>
      )}
      {data === null && <p className="exchange-tight">{text.sharedNone}</p>}
      {result && <SyncResult result={result} />}
      <div className="exchange-actions">
        {data ? (
          <>
            <ActionButton run={sync}>{text.sync}</ActionButton>
            <ActionButton type="text" does="exchange.setSharedFolder" run={choose}>
              {text.sharedChange}
            </ActionButton>
            <ActionButton type="text" does="exchange.setSharedFolder" run={stop}>
              {text.sharedStop}
            </ActionButton>
          </>
        ) : (
          <ActionButton does="exchange.setSharedFolder" run={choose}>
            {text.sharedSet}
          </ActionButton>
        )}
      </div>
    </section>
  )
}
