import { App } from 'antd'
import { invariant } from '../../shared/core/assert'
import { ActionButton } from '../components/action-button'
import { copyText } from '../components/copy-text'
import { useExport } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { call, useCall } from '../desk'
import { remindersText as text } from '../text/district'

interface RemindersDrawerProps {
  readonly period: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 催报单: who has not reported, whom to call, and the words for it. */
export function RemindersDrawer({ period, isOpen, onClose }: RemindersDrawerProps) {
  const { data, error, refetch } = useCall('district.reminders', { period }, { enabled: isOpen })
  const { message } = App.useApp()
  const exportInto = useExport()
  const copy = (words: string): void => {
    const isCopied = copyText(words)
    void message.open({ type: isCopied ? 'success' : 'warning', content: isCopied ? text.copied : text.copyFailed })
  }
  const save = (): Promise<void> =>
    exportInto(async (folder) => {
      const { files } = await call('district.saveReminders', { period, folder })
      const [file] = files
      invariant(file, 'at least one file was written')
      return { file, sentence: text.saved(data?.length ?? 0) }
    })
  return (
    <RecordDrawer
      title={text.title(data?.length ?? 0)}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <ActionButton type="primary" disabled={!data || data.length === 0} does="reading" run={save}>
          {text.save}
        </ActionButton>
      }
    >
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="district-slips">
        {data?.map(({ unitId, unit, contact, phone, text: words }) => (
          <li key={unitId}>
            <div className="district-line">
              <strong className="district-grow">{unit}</strong>
              <span className="soft">{text.contact(contact, phone)}</span>
              <ActionButton size="small" does="reading" run={async () => copy(words)}>
                {text.copy}
              </ActionButton>
            </div>
            <p className="district-tight">{words}</p>
          </li>
        ))}
      </ul>
    </RecordDrawer>
  )
}
