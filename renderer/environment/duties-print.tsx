import type { Duty } from '../../shared/environment/contract'
import { formatChineseDate } from '../../shared/terms/dates'
import { useShell } from '../app/shell'
import { PrintSheet } from '../components/print-sheet'
import { dutyText as text } from '../text/environment'

function doneOf({ expected, submitted, overdue }: Duty): string {
  return text.doneOf(submitted, expected, overdue)
}

/** The one day of a duty that has one, however the district wrote it; else its own words. */
function dueOf({ tasks, dueText }: Duty): string {
  const [only, ...others] = tasks
  return only?.kind === 'once' && others.length === 0 && only.dueOn !== null ? formatChineseDate(only.dueOn) : dueText
}

/** 责任清单、任务清单 on A4: every duty with its person and day. */
export function DutiesPrint({ duties, onDone }: { readonly duties: readonly Duty[]; readonly onDone: () => void }) {
  const { bureau, today } = useShell()
  return (
    <PrintSheet onDone={onDone}>
      <h1>{text.printTitle(bureau.year)}</h1>
      <div className="print-head">
        <span>{text.labelled(text.printUnit, bureau.name)}</span>
        <span>{text.labelled(text.printOn, formatChineseDate(today))}</span>
      </div>
      <table>
        <thead>
          <tr>
            {text.printColumns.map((column) => (
              <th key={column} className="print-short">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty, index) => (
            <tr key={duty.assignmentId}>
              <td className="print-number">{index + 1}</td>
              <td>{duty.task}</td>
              <td>{dueOf(duty)}</td>
              <td className="print-short">{duty.handler || text.notAssigned}</td>
              <td className="print-short">{doneOf(duty)}</td>
              <td>{duty.evidence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="print-signed">{text.printSigned}</p>
    </PrintSheet>
  )
}
