import { Button, Dropdown, Modal } from 'antd'
import { useState } from 'react'
import type { FindingFilter, FindingSort } from '../../shared/rectification/finding-rows'
import { rectLedgerForms, type RectLedgerForm } from '../../shared/rectification/paper-contract'
import type { SelfCheckIssue } from '../../shared/rectification/statistics-contract'
import { rectLedgerLabels } from '../../shared/terms/rectification'
import { useExport } from '../components/export-button'
import { useFailure } from '../components/failure-notice'
import { call } from '../desk'
import { listText as text } from '../text/rectification'
import { IssueList } from './issue-list'

interface IssuesProps {
  readonly issues: readonly SelfCheckIssue[]
  readonly onClose: () => void
}

/** What does not agree in the ledger that was just exported; each opens its finding. */
function Issues({ issues, onClose }: IssuesProps) {
  return (
    <Modal
      open={issues.length > 0}
      title={text.issuesTitle(issues.length)}
      onCancel={onClose}
      width={720}
      footer={<Button onClick={onClose}>{text.close}</Button>}
    >
      <p className="soft">{text.issuesNote}</p>
      <IssueList issues={issues} onOpen={onClose} />
    </Modal>
  )
}

interface LedgerExportProps {
  readonly filter: FindingFilter
  readonly sort: FindingSort
  readonly isDisabled: boolean
}

/** Writes the filtered findings as one of the ledgers, then says what does not agree in them. */
export function LedgerExport({ filter, sort, isDisabled }: LedgerExportProps) {
  const [issues, setIssues] = useState<readonly SelfCheckIssue[]>([])
  const [isRunning, setIsRunning] = useState(false)
  const exportInto = useExport()
  const fail = useFailure()
  const write = async (form: RectLedgerForm): Promise<void> => {
    setIsRunning(true)
    try {
      await exportInto(async (folder) => {
        const made = await call('rectification.export', { form, filter, sort, folder })
        setIssues(made.issues)
        const said = text.exported(made.exported, made.all)
        return { file: made.file, sentence: made.issues.length === 0 ? said + text.noIssues : said }
      })
    } catch (error) {
      fail(error)
    } finally {
      setIsRunning(false)
    }
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={isDisabled || isRunning}
        menu={{
          items: rectLedgerForms.map((form) => ({ key: form, label: rectLedgerLabels[form] })),
          onClick: ({ key }) => {
            const form = rectLedgerForms.find((known) => known === key)
            if (form) void write(form)
          },
        }}
      >
        <Button>{text.export} ▾</Button>
      </Dropdown>
      <Issues issues={issues} onClose={() => setIssues([])} />
    </>
  )
}
