import { Button } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { recordsIn } from '../../shared/terms/backup'
import { FailureNotice } from '../components/failure-notice'
import { backupText as text } from '../text/backup'
import { momentOf } from './backup-words'
import { ProgressLine } from './progress-line'
import { useLongAction } from './running'

/** 立即备份, with how far it is and what came of it. */
export function CreateBackup({ today }: { readonly today: IsoDate }) {
  const create = useLongAction('backup.create')
  const [said, setSaid] = useState<readonly string[]>([])
  const run = async (): Promise<void> => {
    setSaid([])
    const made = await create.run({})
    if (!made) return
    const { backup, second } = made
    const done = text.created(momentOf(backup, today), recordsIn(backup.side?.counts ?? {}))
    setSaid([done, text.second[second]].filter((sentence) => sentence !== ''))
  }
  return (
    <div className="backup-create">
      {create.running ? (
        <ProgressLine running={create.running} />
      ) : (
        <Button type="primary" onClick={() => void run()}>
          {text.create}
        </Button>
      )}
      {said.length > 0 && !create.running && (
        <div role="status">
          {said.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </div>
      )}
      <FailureNotice error={create.error} />
    </div>
  )
}
