import { formatChineseDate } from '../../shared/terms/dates'
import { projectStateLabel } from '../../shared/terms/projects'
import { PrintSheet } from '../components/print-sheet'
import type { OutputOf } from '../desk'
import { dispatchText as text } from '../text/projects'
import { amountShown } from '../components/typed-amount'

interface DispatchPrintProps {
  readonly sheet: OutputOf<'projects.dispatch'>
  readonly bureau: string
  readonly onDone: () => void
}

/** 半月调度 on A4 landscape. */
export function DispatchPrint({ sheet, bureau, onDone }: DispatchPrintProps) {
  const { on, lastOn, rows } = sheet
  return (
    <PrintSheet onDone={onDone}>
      <div className="dispatch-print">
        <h1>{text.title(formatChineseDate(on))}</h1>
        <div className="print-head">
          <span>
            {text.unit}
            {bureau}
          </span>
          <span>{lastOn === null ? text.firstPrint : text.compared(formatChineseDate(lastOn))}</span>
          <span>{text.money}</span>
        </div>
        <table>
          <thead>
            <tr>
              <th className="print-number">{text.number}</th>
              {Object.entries(text.columns).map(([key, label]) => (
                <th key={key} className={`dispatch-${key}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.projectId}>
                <td className="print-number">{index + 1}</td>
                <td>{row.name}</td>
                <td>{row.isInPool ? projectStateLabel(row) : text.left}</td>
                <td className="dispatch-amount">{amountShown(row.investedYtd)}</td>
                <td>{row.physicalProgress}</td>
                <td>{row.openProblems.join('\n')}</td>
                <td>{row.changes.length > 0 ? row.changes.join('\n') : lastOn === null ? '' : text.noChange}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {sheet.remark !== '' && <p>{sheet.remark}</p>}
        <p className="print-signed">{text.signed}</p>
      </div>
    </PrintSheet>
  )
}
