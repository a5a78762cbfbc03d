import type { TrainingRecord } from '../../shared/briefs/record'
import { formatChineseDate } from '../../shared/terms/dates'
import { useShell } from '../app/shell'
import { PrintSheet } from '../components/print-sheet'
import { trainingText as text } from '../text/briefs'

/** Rows on one sheet of A4 at least, so that latecomers find a line. */
const leastRows = 20

/** 签到表: the names that are known, and empty lines for the others. */
export function SignSheet({ training, onDone }: { readonly training: TrainingRecord; readonly onDone: () => void }) {
  const { bureau } = useShell()
  const rows = Math.max(leastRows, training.attendees.length)
  return (
    <PrintSheet onDone={onDone}>
      <h1>{text.sheetTitle(training.title)}</h1>
      <div className="print-head">
        <span>{text.labelled(text.sheetUnit, bureau.name)}</span>
        <span>{text.labelled(text.sheetDay, formatChineseDate(training.heldOn))}</span>
        <span>{text.labelled(text.sheetPlace, training.place)}</span>
        {training.hours !== '' && <span>{text.labelled(text.sheetHours, training.hours)}</span>}
      </div>
      <table>
        <thead>
          <tr>
            {text.sheetColumns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, index) => (
            <tr key={index} className="print-sign-row">
              <td className="print-number">{index + 1}</td>
              <td>{training.attendees[index]?.personName ?? ''}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="print-signed">{text.sheetSigned}</p>
    </PrintSheet>
  )
}
