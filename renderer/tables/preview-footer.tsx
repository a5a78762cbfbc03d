import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Preview } from '../../shared/tables/contract'
import { ActionButton } from '../components/action-button'
import { call } from '../desk'
import { footerText, previewText } from '../text/tables'
import { changedCount, confirmImport, useImport } from './import-state'
import { RunningStep } from './opening-view'
import { totalCounts } from './counts'

const noticeKey = 'error-rows'
/** Unit: seconds. */
const noticeDuration = 15

function SaveErrorsButton({ session, table }: { readonly session: string; readonly table: number }) {
  const { message } = App.useApp()
  const run = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    const { fileName, fileToken } = await call('tables.saveErrorRows', { session, table, folder: chosen.folder })
    const content = (
      <>
        {footerText.errorsSaved(fileName)}{' '}
        <button type="button" className="link" onClick={() => void call('shell.reveal', { fileToken })}>
          {footerText.openFolder}
        </button>
      </>
    )
    void message.open({ type: 'success', key: noticeKey, duration: noticeDuration, content })
  }
  return <ActionButton run={run}>{footerText.saveErrors}</ActionButton>
}

interface PreviewFooterProps {
  readonly preview: Preview
  readonly active: number
  readonly taken: readonly number[]
  readonly onClose: () => void
}

/** The decision: everything, only the good rows, or nothing. */
export function PreviewFooter({ preview, active, taken, onClose }: PreviewFooterProps) {
  const isBusy = useImport((state) => state.isBusy)
  const [withdraw, setWithdraw] = useState(false)
  const counts = totalCounts(taken.flatMap((index) => preview.tables[index] ?? []))
  const valid = counts.read - counts.rejected
  const changed = changedCount(counts, withdraw)
  const activeRejected = preview.tables[active]?.counts.rejected ?? 0
  const confirm = (rows: 'all' | 'valid'): void => {
    void confirmImport({ tables: taken, rows, withdraw, left: rows === 'valid' ? counts.rejected : 0 })
  }
  return (
    <footer className="import-footer">
      {counts.withdrawn > 0 && (
        <Checkbox checked={withdraw} disabled={isBusy} onChange={(event) => setWithdraw(event.target.checked)}>
          {footerText.withdraw(counts.withdrawn)}
        </Checkbox>
      )}
      {isBusy ? <RunningStep /> : <span className="soft">{previewText.nothingWritten}</span>}
      <span className="import-space" />
      {activeRejected > 0 && <SaveErrorsButton session={preview.session} table={active} />}
      <Button onClick={onClose}>{previewText.close}</Button>
      {counts.rejected > 0 && (
        <Button disabled={isBusy || valid === 0 || changed === 0} onClick={() => confirm('valid')}>
          {footerText.confirmValid(valid)}
        </Button>
      )}
      <Button
        type="primary"
        data-confirm=""
        disabled={isBusy || counts.rejected > 0 || changed === 0}
        onClick={() => confirm('all')}
      >
        {footerText.confirm}
      </Button>
    </footer>
  )
}
