import { rectReportKindLabels } from '../../shared/terms/rectification'
import { ActionButton } from '../components/action-button'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { reportText as text } from '../text/rectification-papers'

/** Reports as they went out, to be written again; and reports that were only marked as sent. */
export function IssuedReports() {
  const { data, error } = useCall('rectification.reports', { programId: null })
  const done = useDone()
  const { columns } = text
  const remove = async (id: string): Promise<void> => {
    await call('rectification.removeSent', { id })
    done(text.removedSent)
  }
  return (
    <section className="rect-issued">
      <h2>{text.issuedList}</h2>
      <FailureNotice error={error} />
      {data?.length === 0 && <p className="soft">{text.emptyIssued}</p>}
      {data && data.length > 0 && (
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{columns.kind}</th>
              <th scope="col">{columns.program}</th>
              <th scope="col">{columns.version}</th>
              <th scope="col">{columns.dueOn}</th>
              <th scope="col">{columns.issuedOn}</th>
              <th scope="col">{columns.issuedBy}</th>
              <th scope="col">{columns.docNo}</th>
              <th scope="col">{columns.checkCode}</th>
              <th scope="col">{columns.action}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((report) => (
              <tr key={report.id}>
                <td>{rectReportKindLabels[report.kind]}</td>
                <td>{report.programTitle || text.several}</td>
                <td>{report.hasContent ? text.versionOf(report.version) : text.sentOnly}</td>
                <td>{report.dueOn ?? text.none}</td>
                <td>{report.issuedOn}</td>
                <td>{report.issuedBy}</td>
                <td>{report.docNo || text.none}</td>
                <td className="figures">{report.checkCode || text.none}</td>
                <td>
                  {report.hasContent ? (
                    <ExportButton
                      size="small"
                      write={(folder) => call('rectification.exportIssued', { id: report.id, folder })}
                      sentenceOf={() => text.exported}
                    >
                      {text.again}
                    </ExportButton>
                  ) : (
                    <ActionButton size="small" does="rectification.removeSent" run={() => remove(report.id)}>
                      {text.removeSent}
                    </ActionButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
