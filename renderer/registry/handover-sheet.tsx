import { openItemLabels } from '../../shared/terms/registry'
import { formatChineseDate } from '../../shared/terms/dates'
import { useShell } from '../app/shell'
import { handoverText as text } from '../text/registry'
import type { Handover } from './handover-draft'

/** The list of a handover as it goes on paper, A4, with its three signatures. */
export function HandoverSheet({ handover }: { readonly handover: Handover }) {
  const { bureau } = useShell()
  const { items } = handover
  return (
    <article className="handover-sheet" aria-label={text.sheetTitle}>
      <h1>{text.sheetTitle}</h1>
      <div className="handover-about">
        <span>{text.sheetUnit(bureau.name)}</span>
        <span>{text.who(handover.fromName, handover.toName)}</span>
        <span>{text.sheetOn(formatChineseDate(handover.on))}</span>
      </div>
      {items.length === 0 ? (
        <p>{text.sheetEmpty}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th className="handover-no">{text.sheetColumns.no}</th>
              <th className="handover-room">{text.sheetColumns.room}</th>
              <th>{text.sheetColumns.title}</th>
              <th className="handover-due">{text.sheetColumns.dueOn}</th>
              <th className="handover-note">{text.sheetColumns.remark}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              <tr key={`${item.kind} ${item.recordId}`}>
                <td className="handover-no">{index + 1}</td>
                <td>{openItemLabels[item.kind]}</td>
                <td>{item.title}</td>
                <td className="figures">{item.dueOn ?? text.noDue}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="handover-total">
        {text.sheetTotal(items.length)}
        {handover.remark && <span>{text.sheetRemark(handover.remark)}</span>}
      </p>
      <div className="handover-signed">
        {(['from', 'to', 'witness'] as const).map((who) => (
          <div key={who}>
            <span>{text.signatures[who]}</span>
            <span>{text.signOn}</span>
          </div>
        ))}
      </div>
    </article>
  )
}
