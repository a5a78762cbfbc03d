import { useState } from 'react'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { call, type OutputOf } from '../desk'
import { refusedText as text } from '../text/backup-refused'
import { ProgressLine } from './progress-line'
import { linesOf, rescueSums } from './rescue-lines'
import { useLongAction } from './running'

type Rescued = OutputOf<'backup.rescue'>

function Result({ rescued }: { readonly rescued: Rescued }) {
  const lines = linesOf(rescued.tables)
  const { read, lost, otherLost } = rescueSums(rescued.tables)
  const { missing } = rescued.attachments
  const { rescueColumns: columns } = text
  return (
    <div role="status">
      <p className="backup-tight backup-path">{text.rescued(rescued.folder)}</p>
      <p className="backup-tight">
        {lost === 0 ? text.rescuedAll(read) : text.rescuedSome(read, lost)}
        {otherLost > 0 && text.rescuedOther(otherLost)}
        {missing > 0 && text.rescuedFiles(missing)}
      </p>
      <table className="ledger backup-differences" aria-label={text.rescue}>
        <thead>
          <tr>
            <th scope="col">{columns.table}</th>
            <th scope="col" className="amount">
              {columns.read}
            </th>
            <th scope="col" className="amount">
              {columns.lost}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <td>{line.name}</td>
              <td className="amount">{line.read}</td>
              <td className={`amount ${line.lost > 0 ? 'light-overdue' : ''}`}>{line.lost}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft backup-tight">{text.rescueNext}</p>
    </div>
  )
}

/** 抢救能读的内容: row by row into a new ledger in another folder. */
export function Rescue() {
  const rescue = useLongAction('backup.rescue')
  const [rescued, setRescued] = useState<Rescued | null>(null)
  const run = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {})
    if (!chosen) return
    setRescued(null)
    setRescued(await rescue.run({ folder: chosen.folder }))
  }
  return (
    <section className="section" aria-label={text.rescue}>
      <h2>{text.rescue}</h2>
      <p className="soft backup-tight">{text.rescueHint}</p>
      {rescue.running ? (
        <ProgressLine running={rescue.running} />
      ) : (
        <ActionButton run={run}>{text.rescueChoose}</ActionButton>
      )}
      <FailureNotice error={rescue.error} />
      {rescued && <Result rescued={rescued} />}
    </section>
  )
}
