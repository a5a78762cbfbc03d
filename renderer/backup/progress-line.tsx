import { Button, Progress } from 'antd'
import { backupText as text } from '../text/backup'
import type { Running } from './running'

interface ProgressLineProps {
  readonly running: Running
  /** False where stopping half-way is not offered. */
  readonly canCancel?: boolean
}

/** How far the running call is, in words and as a line, with the way to stop it. */
export function ProgressLine({ running: { progress, cancel }, canCancel = true }: ProgressLineProps) {
  const percent = progress && progress.total > 0 ? Math.min(100, Math.floor((progress.done / progress.total) * 100)) : 0
  return (
    <div className="backup-running" role="status">
      <span>{progress ? text.stages[progress.stage] : text.starting}</span>
      <Progress percent={percent} size="small" showInfo={false} aria-label={text.progress} />
      <span className="figures soft">{text.percent(percent)}</span>
      {canCancel && (
        <Button size="small" onClick={cancel}>
          {text.cancel}
        </Button>
      )}
    </div>
  )
}
