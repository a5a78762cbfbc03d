import { Button } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { Settings } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { call } from '../desk'
import { useAskAnew } from '../backup/ask-anew'
import { sentenceOfFailure, type SaidFailure } from '../backup/failure-words'
import { RefusedBackups } from '../backup/refused-backups'
import { Rescue } from '../backup/rescue'
import { StartAnew } from '../backup/start-anew'
import { refusedText as text, refusedWords, usualRefused } from '../text/backup-refused'
import { UpdatesTab } from '../updates/updates-tab'
import { FirstStart } from './first-start'
import './settings.css'

/** What helps for which refusal, besides trying again. */
const canOpenReadOnly: ReadonlySet<string> = new Set([
  'storeDamaged',
  'storeNewer',
  'storeLocked',
  'folderNotWritable',
  'diskFull',
  'diskFailing',
  'backupNeedsSpace',
  'backupFailed',
])
const isRestorable: ReadonlySet<string> = new Set(['storeDamaged', 'storeMissing', 'storeNotOurs', 'restoreFailed'])

function hasOtherMainStep(code: string): boolean {
  return isRestorable.has(code) || code === 'storeNewer'
}

interface RefusedProps {
  readonly settings: Settings
  readonly onRetry: () => void
  /** Opens the import after a ledger was made anew. */
  readonly onImport: () => void
}

/** Where the damaged file was put, and what somebody who helps by telephone asks for. */
function Facts({ failure, settings }: { readonly failure: SaidFailure; readonly settings: Settings }) {
  const { detail, quarantine } = failure.params
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    // The sentence of the others carries it.
    [text.detail, failure.code === 'storeDamaged' ? detail : undefined],
    [text.quarantine, quarantine],
    [text.dataFolder, settings.dataFolder],
    [text.version, settings.versions.app],
  ]
  return (
    <dl className="facts refused-facts">
      {facts.map(([label, value]) =>
        value === undefined || value === '' ? null : (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      <ul className="refused-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

/** The store could not be opened: what happened, what it means, what to do. Nothing is written meanwhile. */
export function Refused({ settings, onRetry, onImport }: RefusedProps) {
  const failure: SaidFailure = settings.failure ?? { code: 'unexpected', params: { incident: '' } }
  const { askAnew } = useAskAnew()
  const [isAnew, setIsAnew] = useState(false)
  const [isUpdating, setIsUpdating] = useState(false)
  const [wasRefusedAgain, setWasRefusedAgain] = useState(false)
  if (isAnew) return <FirstStart settings={settings} onImport={onImport} />
  const { code } = failure
  const words = refusedWords[code] ?? usualRefused
  const today: IsoDate = settings.today
  const retry = async (): Promise<void> => {
    setWasRefusedAgain(false)
    // Refused again: the screen says why, with what is known now.
    const isOpen = await call('backup.reopen', {}).then(
      () => true,
      () => false,
    )
    if (isOpen) return askAnew()
    setWasRefusedAgain(true)
    onRetry()
  }
  const openReadOnly = async (): Promise<void> => {
    await call('backup.openReadOnly', {})
    await askAnew()
  }
  return (
    <div className="first-start">
      <main className="first-start-sheet refused-sheet">
        <h1>{words.title}</h1>
        <p className="refused-what" role="alert">
          {words.what ?? sentenceOfFailure(failure)}
        </p>
        <div className="refused-columns">
          <Sentences title={text.meaning} sentences={words.meaning} />
          <Sentences title={text.advice} sentences={words.advice} />
        </div>
        <div className="backup-buttons">
          {code === 'storeNewer' && !isUpdating && (
            <Button type="primary" onClick={() => setIsUpdating(true)}>
              {text.update}
            </Button>
          )}
          <ActionButton {...(hasOtherMainStep(code) ? {} : { type: 'primary' })} run={retry}>
            {text.retry}
          </ActionButton>
          {canOpenReadOnly.has(code) && (
            <ActionButton run={openReadOnly}>{code === 'storeLocked' ? text.readOnlyCopy : text.readOnly}</ActionButton>
          )}
          {wasRefusedAgain && (
            <span className="soft" role="status">
              {text.stillRefused}
            </span>
          )}
        </div>
        {isUpdating && (
          <section className="section" aria-label={text.updateTitle}>
            <h2>{text.updateTitle}</h2>
            <UpdatesTab />
          </section>
        )}
        {isRestorable.has(code) && <RefusedBackups today={today} />}
        {code === 'storeDamaged' && <Rescue />}
        {code === 'storeMissing' && <StartAnew onAnew={() => setIsAnew(true)} />}
        <Facts failure={failure} settings={settings} />
      </main>
    </div>
  )
}
