import { Button, Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import type { PreviewIssue } from '../../shared/tables/contract'
import { isComposing } from '../components/ime'
import { rowText } from '../text/tables'
import { fixCell, useImport } from './import-state'

interface CellFixProps {
  readonly issue: PreviewIssue
  readonly field: string
  readonly table: number
  readonly onFixed: (row: number) => void
}

/** Types a cell anew in place. The suggestion stands in the field already, so that one Enter accepts it. */
function CellFix({ issue, field, table, onFixed }: CellFixProps) {
  const isBusy = useImport((state) => state.isBusy)
  const [text, setText] = useState(issue.suggestion ?? issue.value)
  const accept = async (): Promise<void> => {
    if (await fixCell(table, issue.row, field, text)) onFixed(issue.row)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      void accept()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setText(issue.value)
    }
  }
  return (
    <span className="import-fix" data-fix-row={issue.row}>
      <span className="soft">{rowText.becomes}</span>
      <Input
        size="small"
        value={text}
        spellCheck={false}
        autoComplete="off"
        title={rowText.fixHint}
        aria-label={rowText.fixLabel(issue.row, issue.column)}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
      />
      <Button size="small" disabled={isBusy} onClick={() => void accept()}>
        {rowText.accept}
      </Button>
      {issue.suggestion !== null && text === issue.suggestion && <span className="soft">{rowText.suggested}</span>}
    </span>
  )
}

interface IssueLineProps {
  readonly issue: PreviewIssue
  readonly table: number
  readonly onFixed: (row: number) => void
}

/** One remark on a cell: where, the original value, what to do, and the field to do it in. */
export function IssueLine({ issue, table, onFixed }: IssueLineProps) {
  const isError = issue.severity === 'error'
  const [isOpen, setIsOpen] = useState(isError)
  const { field } = issue
  const isPlaced = issue.column !== ''
  return (
    <div className={isError ? 'import-issue import-error' : 'import-issue'}>
      <div className="import-address">
        {isPlaced && (
          <>
            <span className="import-place">
              <span aria-hidden="true">{isError ? '■' : '▲'}</span> {rowText.place(issue.row, issue.column)}
            </span>
            <span className="soft">
              {rowText.original} <b>{issue.value === '' ? rowText.blank : issue.value}</b>
            </span>
          </>
        )}
        {field !== null && isOpen && <CellFix issue={issue} field={field} table={table} onFixed={onFixed} />}
        {field !== null && !isOpen && (
          <button type="button" className="link" onClick={() => setIsOpen(true)}>
            {rowText.edit}
          </button>
        )}
      </div>
      <div className="import-sentence">
        {!isPlaced && <span aria-hidden="true">{isError ? '■ ' : '▲ '}</span>}
        {issue.text}
      </div>
    </div>
  )
}
