import { App, Button } from 'antd'
import type { PreparedUpdate } from '../../shared/updates/contract'
import { ActionButton } from '../components/action-button'
import { copyText } from '../components/copy-text'
import { call, type OutputOf } from '../desk'
import { updatesText as text } from '../text/updates'

/** What was kept safe before the update was prepared. */
export type Safety = Pick<OutputOf<'updates.prepare'>, 'backup' | 'isLedgerOpen'>

function safetyText({ backup, isLedgerOpen }: Safety): string {
  if (!isLedgerOpen) return text.noLedger
  return backup?.side ? text.backedUp(backup.side.at.slice(11, 16)) : text.backupKept
}

interface PreparedViewProps {
  readonly prepared: PreparedUpdate
  readonly platform: string
  /** Null after a restart: it was said when the update was prepared. */
  readonly safety: Safety | null
}

/** An update that stands ready: what is left to do, as the system of this computer wants it. */
export function PreparedView({ prepared, platform, safety }: PreparedViewProps) {
  const { message } = App.useApp()
  const { folder, version, installer, size, command } = prepared
  const start = async (): Promise<void> => {
    const { isStarted } = await call('shell.startUpdate', { folder })
    if (isStarted) void message.success(text.started)
  }
  const drop = async (): Promise<void> => {
    await call('updates.drop', {})
    void message.success(text.dropped)
  }
  const copy = (): void => {
    if (command !== null && copyText(command)) void message.success(text.copied)
    else void message.warning(text.notCopied)
  }
  return (
    <section className="section updates-section" aria-label={text.ready(version)}>
      <h2>{text.ready(version)}</h2>
      {safety && <p role="status">{safetyText(safety)}</p>}
      <p className="soft">{text.fileOf(installer, size)}</p>
      <ol>
        {(text.steps[platform] ?? []).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {command !== null && (
        <>
          <p>{text.orCommand}</p>
          <div className="updates-command">
            <code>{command}</code>
            <Button size="small" onClick={copy}>
              {text.copy}
            </Button>
          </div>
        </>
      )}
      <div className="updates-buttons">
        <ActionButton type="primary" does="shell.startUpdate" run={start}>
          {platform === 'win32' ? text.start : text.reveal}
        </ActionButton>
        <ActionButton does="updates.drop" run={drop}>
          {text.drop}
        </ActionButton>
      </div>
    </section>
  )
}
