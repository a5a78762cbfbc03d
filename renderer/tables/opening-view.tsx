import { Button, Progress } from 'antd'
import { previewText } from '../text/tables'
import { cancelImport, useImport, type ImportProgress } from './import-state'

function percentOf(progress: ImportProgress | null): number {
  if (!progress || progress.total <= 0) return 0
  return Math.min(100, Math.floor((progress.done / progress.total) * 100))
}

/** How far the running step is, with a way to stop it. */
export function RunningStep() {
  const progress = useImport((state) => state.progress)
  const counts = progress && progress.total > 1 ? previewText.ofTotal(progress.done, progress.total) : ''
  return (
    <div className="import-running" role="status">
      <span>
        {previewText[progress?.stage ?? 'opening']} <span className="soft figures">{counts}</span>
      </span>
      <Progress percent={percentOf(progress)} size="small" showInfo={false} aria-label={previewText.progress} />
      <Button size="small" onClick={cancelImport}>
        {previewText.cancel}
      </Button>
    </div>
  )
}

/** While a file is being read. */
export function OpeningView({ fileName }: { readonly fileName: string }) {
  return (
    <div className="import-center">
      <h1>{fileName || previewText.title}</h1>
      <RunningStep />
      <p className="soft">{previewText.nothingWritten}</p>
    </div>
  )
}
