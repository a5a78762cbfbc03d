import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { SelfCheckIssue } from '../../shared/rectification/statistics-contract'
import { useDraft } from '../app/kept'
import { FailureNotice } from '../components/failure-notice'
import { TextField } from '../components/text-field'
import { call } from '../desk'
import { selfCheckText as text } from '../text/rectification-statistics'
import { IssueList } from './issue-list'

const noText = { pasted: '' }
/** Unit: characters. */
const longest = 500_000

interface SelfCheckProps {
  readonly programIds: readonly string[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 数字自洽检查: the ledger, and a text that is about to leave, against it. */
export function SelfCheck({ programIds, isOpen, onClose }: SelfCheckProps) {
  const [{ pasted }, setPasted] = useDraft('rectification.self-check', noText)
  const [issues, setIssues] = useState<readonly SelfCheckIssue[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setIsRunning] = useState(false)
  const run = async (): Promise<void> => {
    setIsRunning(true)
    setError(null)
    try {
      const asked = { programIds: [...programIds], text: pasted.trim() === '' ? null : pasted }
      setIssues((await call('rectification.selfCheck', asked)).issues)
    } catch (refusal) {
      setError(refusal)
    } finally {
      setIsRunning(false)
    }
  }
  return (
    <Modal
      open={isOpen}
      title={text.title}
      onCancel={onClose}
      width={1100}
      className="rect-notice-dialog"
      footer={
        <>
          <Button onClick={onClose}>{text.close}</Button>
          <Button className="for-all" type="primary" disabled={isRunning} onClick={() => void run()}>
            {text.run}
          </Button>
        </>
      }
    >
      <div className="rect-check">
        <div>
          <TextField
            isMultiline
            rows={10}
            maxLength={longest}
            label={text.paste}
            placeholder={text.paste}
            value={pasted}
            onChange={(next) => setPasted({ pasted: next })}
          />
        </div>
        <div>
          <FailureNotice error={error} />
          {issues === null ? (
            <p className="soft rect-tight">{text.note}</p>
          ) : (
            <div role="status" className="rect-check-result" tabIndex={0}>
              <p>{issues.length === 0 ? text.clean : text.found(issues.length)}</p>
              <IssueList issues={issues} onOpen={onClose} />
            </div>
          )}
        </div>
      </div>
    </Modal>
  )
}
