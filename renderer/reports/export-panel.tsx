import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { reportFormats } from '../../shared/reports/contract'
import { useKept } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { call, useCall, type OutputOf } from '../desk'
import { exportText } from '../text/reports'
import { WrittenFiles, type WrittenFile } from './written-files'

type ReportFormat = (typeof reportFormats)[number]
type Folder = OutputOf<'shell.lastFolder'>

const start: { readonly formats: readonly ReportFormat[] } = { formats: reportFormats }

/** Formats, folder, and what was written. */
export function ExportPanel({ period, onCopy }: { readonly period: string; readonly onCopy: () => void }) {
  const [{ formats }, change] = useKept('report-export', start)
  const last = useCall('shell.lastFolder', {})
  const [chosen, setChosen] = useState<Folder | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const folder = chosen ?? last.data ?? null
  const write = async (): Promise<void> => {
    if (!folder) return
    const written = await call('reports.export', { period, formats: [...formats], folder: folder.folder })
    setFiles(written.files)
  }
  const otherFolder = async (): Promise<void> => {
    const picked = await call('shell.chooseFolder', {})
    if (picked) setChosen(picked)
  }
  return (
    <section className="section">
      <h2>{exportText.formats}</h2>
      <div className="report-formats">
        {reportFormats.map((format) => (
          <Checkbox
            key={format}
            checked={formats.includes(format)}
            onChange={(event) =>
              change({
                formats: reportFormats.filter((each) =>
                  each === format ? event.target.checked : formats.includes(each),
                ),
              })
            }
          >
            {exportText[format]}
          </Checkbox>
        ))}
      </div>
      <div className="report-folder">
        <span className="soft">{exportText.folder}</span>{' '}
        <span title={folder?.label}>{folder?.label ?? exportText.folderLoading}</span>
      </div>
      <FailureNotice error={last.error} onRetry={() => void last.refetch()} />
      <div className="report-buttons">
        <ActionButton type="primary" does="reading" run={write} disabled={formats.length === 0 || folder === null}>
          {exportText.export}
        </ActionButton>
        <ActionButton does="reading" run={otherFolder}>
          {exportText.otherFolder}
        </ActionButton>
        <Button onClick={onCopy}>{exportText.copy}</Button>
      </div>
      {files.length > 0 && (
        <div role="status">
          <h2 className="report-written">{exportText.files}</h2>
          <WrittenFiles files={files} />
        </div>
      )}
    </section>
  )
}
