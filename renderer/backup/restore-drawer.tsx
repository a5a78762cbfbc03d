import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup, BackupKey } from '../../shared/backup/contract'
import type { IsoDate } from '../../shared/core/dates'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { call, queryKey } from '../desk'
import { backupText, restoreText as text } from '../text/backup'
import { useAskAnew } from './ask-anew'
import './backup.css'
import { sayOutcome } from './backup-state'
import { momentOf } from './backup-words'
import { ProgressLine } from './progress-line'
import { RestorePreviewView, type RestorePreview } from './restore-preview'
import { useLongAction, type Progress } from './running'

interface RestoreDrawerProps {
  readonly backup: Backup
  /** `revert` goes back to what the last restore replaced. */
  readonly kind: 'restore' | 'revert'
  readonly today: IsoDate
  readonly onClose: () => void
}

/** Looks into the backup; asked afresh each time, and stopped when the drawer is closed. */
function usePreview(key: BackupKey, isWanted: boolean) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const query = useQuery<RestorePreview>({
    queryKey: queryKey('backup.previewRestore', key),
    queryFn: ({ signal }) => call('backup.previewRestore', key, { signal, onEvent: setProgress }),
    gcTime: 0,
    enabled: isWanted,
  })
  return { ...query, progress }
}

/** Restores or reverts; the whole window asks anew afterwards. */
function useRestore({ backup, kind }: RestoreDrawerProps) {
  const restore = useLongAction('backup.restore')
  const revert = useLongAction('backup.revert')
  const { askAnewAndSay } = useAskAnew()
  const run = async (): Promise<void> => {
    if (kind === 'revert') {
      if (!(await revert.run({}))) return
      sayOutcome({ kind: 'reverted' })
    } else {
      const done = await restore.run({ place: backup.place, name: backup.name })
      if (!done) return
      sayOutcome({ kind: 'restored', at: done.restored.side?.at ?? '', hasBefore: done.before !== null })
    }
    await askAnewAndSay()
  }
  const { running, error } = kind === 'revert' ? revert : restore
  return { run, running, error }
}

/** 恢复: what it would change first, then the typed word, then the restore itself. */
export function RestoreDrawer(props: RestoreDrawerProps) {
  const { backup, kind, today, onClose } = props
  const [typed, setTyped] = useState('')
  // Files that were only put aside are no backup that could be looked into.
  const isPutAside = kind === 'revert' && backup.side === null
  const preview = usePreview({ place: backup.place, name: backup.name }, !isPutAside)
  const restore = useRestore(props)
  const isDamaged = preview.data?.backup.state === 'damaged'
  const isUnread = preview.data?.lost === null && !preview.data.isOfOtherStore
  const isReady = (isPutAside || preview.data !== undefined) && !isDamaged
  const canRun = isReady && typed.trim() === text.word && !restore.running
  const run = (): void => {
    if (canRun) void restore.run()
  }
  const footer = isReady && (
    <div className="backup-foot">
      {restore.running ? (
        <>
          <ProgressLine running={restore.running} canCancel={false} />
          <span className="soft">{text.running}</span>
        </>
      ) : (
        <>
          <Field label={text.type} hint={isUnread ? text.safeUnread : text.safe}>
            <TextField value={typed} onChange={setTyped} onEnter={run} maxLength={10} width={160} />
          </Field>
          <span className="backup-grow" />
          <Button onClick={onClose}>{backupText.cancel}</Button>
          <Button type="primary" disabled={!canRun} onClick={run}>
            {kind === 'revert' ? text.runRevert : text.run}
          </Button>
        </>
      )}
      <FailureNotice error={restore.error} />
    </div>
  )
  return (
    <RecordDrawer
      title={kind === 'revert' ? text.revertTitle : text.title(momentOf(backup, today))}
      isOpen
      onClose={() => !restore.running && onClose()}
      width={720}
      footer={footer}
    >
      {preview.isLoading && (
        <>
          <p className="soft">{text.looking}</p>
          <ProgressLine running={{ progress: preview.progress, cancel: onClose }} />
        </>
      )}
      <FailureNotice error={preview.error} onRetry={() => void preview.refetch()} />
      {isPutAside && <p>{text.revertFiles}</p>}
      {isDamaged && <p className="backup-warning">■ {text.damaged}</p>}
      {preview.data && <RestorePreviewView preview={preview.data} kind={kind} today={today} />}
    </RecordDrawer>
  )
}
