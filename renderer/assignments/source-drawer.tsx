import type { Assignment } from '../../shared/assignments/contract'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useCall } from '../desk'
import { assignmentText } from '../text/assignments'

interface SourceDrawerProps {
  readonly source: Assignment['source'] | null
  readonly onClose: () => void
}

/** The row of the district's own file that a record came from. */
export function SourceDrawer({ source, onClose }: SourceDrawerProps) {
  const found = useCall(
    'tables.source',
    { batchId: source?.batchId ?? '', row: source?.row ?? 1 },
    { enabled: source !== null },
  )
  return (
    <RecordDrawer title={assignmentText.sourceTitle} isOpen={source !== null} onClose={onClose}>
      <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      {source && found.data && (
        <>
          <dl className="facts">
            <dt>{assignmentText.sourceFile}</dt>
            <dd>
              {found.data.fileName}
              <br />
              {assignmentText.sourcePlace(found.data.sheet, found.data.row)}
            </dd>
          </dl>
          <table className="ledger" style={{ marginTop: 12 }}>
            <thead>
              <tr>
                <th>{assignmentText.sourceCell}</th>
                <th>{assignmentText.sourceHeader}</th>
                <th>{assignmentText.sourceText}</th>
              </tr>
            </thead>
            <tbody>
              {found.data.cells.map((cell) => (
                <tr key={cell.letters}>
                  <td>{cell.letters}</td>
                  <td className="ledger-small">{cell.header}</td>
                  <td>{cell.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </RecordDrawer>
  )
}
