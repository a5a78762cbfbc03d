import { Button, Modal } from 'antd'
import { useState } from 'react'
import { streamShortLabels } from '../../shared/terms/settings'
import { dueText } from '../../shared/terms/tasks'
import { openTarget } from '../app/open-target'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { Light } from '../components/light'
import { useFailure } from '../components/failure-notice'
import { call, useCall, type OutputOf } from '../desk'
import { taskText as text } from '../text/tasks'
import { TaskActions } from './task-actions'
import { leftText } from './task-columns'
import './tasks.css'

/** Lines shown; the rest is in 时限与报送. */
const longestDigest = 40

type DigestItem = NonNullable<OutputOf<'assignments.digest'>>['tasks'][number]

function DigestRow({ task, onOpen }: { readonly task: DigestItem; readonly onOpen: () => void }) {
  const { today } = useShell()
  return (
    <tr>
      <td>
        <Light state={task.light} />
      </td>
      <td>
        <button type="button" className="link" onClick={onOpen}>
          {task.title}
        </button>
        <div className="ledger-small">{task.stream ? streamShortLabels[task.stream] : text.otherStream}</div>
      </td>
      <td className="figures">
        {dueText(task)}
        <div className="ledger-small">{leftText(task, today)}</div>
      </td>
      <td>
        <TaskActions task={task} />
      </td>
    </tr>
  )
}

interface DigestProps {
  readonly onClose: () => void
}

function Digest({ onClose }: DigestProps) {
  const { today } = useShell()
  const { data } = useCall('assignments.digest', {})
  // Only what the start brought is news: a table imported later in the day opens no dialog over the work.
  const [isNews, setIsNews] = useState<boolean | null>(null)
  if (isNews === null && data !== undefined) setIsNews(data !== null && data.tasks.length > 0)
  if (isNews !== true || !data) return null
  const leave = (go: () => void) => () => {
    onClose()
    go()
  }
  const rest = data.tasks.length - longestDigest
  return (
    <Modal
      open
      title={text.digest}
      width="min(860px, 94vw)"
      onCancel={onClose}
      footer={
        <>
          <Button onClick={leave(() => goTo('assignments', 'tasks'))}>{text.toList}</Button>
          <Button className="for-all" type="primary" autoFocus onClick={onClose}>
            {text.digestClose}
          </Button>
        </>
      }
    >
      <p>{data.tasks.length === 0 ? text.digestDone : text.digestSince(data.since, today)}</p>
      <div className="digest-list">
        <table className="ledger" aria-label={text.digest}>
          <tbody>
            {data.tasks.slice(0, longestDigest).map((task) => (
              <DigestRow
                key={task.id}
                task={task}
                onOpen={leave(() => openTarget({ kind: 'task', recordId: task.id }))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && <p className="soft">{text.digestMore(rest)}</p>}
    </Modal>
  )
}

/** Once a morning: what came near or overdue since the program was last looked at. Esc closes it for the day. */
export function DigestHost() {
  const { today } = useShell()
  const [readOn, setReadOn] = useState<string | null>(null)
  const fail = useFailure()
  const close = (): void => {
    setReadOn(today)
    call('assignments.closeDigest', {}).catch(fail)
  }
  // A program that runs overnight asks again in the morning.
  return readOn === today ? null : <Digest key={today} onClose={close} />
}
