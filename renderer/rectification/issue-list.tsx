import { Button } from 'antd'
import type { SelfCheckIssue } from '../../shared/rectification/statistics-contract'
import { showRecord } from '../app/screen'
import { selfCheckText as text } from '../text/rectification-statistics'

interface IssueListProps {
  readonly issues: readonly SelfCheckIssue[]
  /** Called before a finding is opened, so that what lies over the page goes. */
  readonly onOpen: () => void
}

/** What does not agree, each with the words it is about and its finding. */
export function IssueList({ issues, onOpen }: IssueListProps) {
  const open = (id: string): void => {
    onOpen()
    showRecord(id)
  }
  return (
    <ul className="rect-rows rect-issues" tabIndex={0} aria-label={text.title}>
      {issues.map(({ severity, text: said, quote, findingId }, index) => (
        <li key={`${index} ${said}`}>
          <span className={`rect-nowrap ${severity === 'error' ? 'light-overdue' : 'light-near'}`}>
            {text.severity[severity]}
          </span>
          <span className="rect-grow">
            {said}
            {quote !== '' && <span className="rect-quote soft">{text.quoted(quote)}</span>}
          </span>
          {findingId !== null && (
            <Button disabled={false} size="small" onClick={() => open(findingId)}>
              {text.openFinding}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
