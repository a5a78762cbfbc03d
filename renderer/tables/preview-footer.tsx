import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Preview } from '../../shared/tables/contract'
import { ExportButton } from '../components/export-button'
import { call } from '../desk'
import { footerText, previewText } from '../text/tables'
import { changedCount, confirmImport, useImport } from './import-state'
import { RunningStep } from './opening-view'
import { totalCounts } from './counts'

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
      {activeRejected > 0 && (
        <ExportButton
          write={async (folder) => ({
            file: await call('tables.saveErrorRows', { session: preview.session, table: active, folder }),
          })}
          sentenceOf={() => footerText.errorsSaved}
        >
          {footerText.saveErrors}
        </ExportButton>
      )}
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
