import { addMoney, type Fen } from '../../shared/core/money'
import type { ProgramRow } from '../../shared/rectification/contract'
import { countingOf } from '../../shared/rectification/counting'
import type { FindingRow } from '../../shared/rectification/finding-rows'
import { formatChineseDate } from '../../shared/terms/dates'
import { findingKindLabels } from '../../shared/terms/rectification'
import { useShell } from '../app/shell'
import { PrintSheet } from '../components/print-sheet'
import { amountShown } from '../components/typed-amount'
import { printText as text, treeText } from '../text/rectification'

function titleOf(rows: readonly FindingRow[]): string {
  const [first] = rows
  const isOne = first !== undefined && rows.every(({ programId }) => programId === first.programId)
  return isOne ? text.titleOf(first.programTitle) : text.title
}

function sumOf(rows: readonly FindingRow[]): Fen | null {
  const amounts = rows.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  return amounts.length === 0 ? null : addMoney(...amounts)
}

/** The deadline with its whole original day where it was extended. */
function dueOf({ dueOn, originalDueOn, extensionCount }: FindingRow): string {
  if (dueOn === null) return ''
  return extensionCount > 0 && originalDueOn !== null ? text.due(dueOn, originalDueOn) : dueOn
}

/** Findings that count as done by the rule of their programme. */
function countDone(rows: readonly FindingRow[], programs: readonly ProgramRow[]): number {
  const rules = new Map(programs.map((program) => [program.id, program]))
  return rows.filter((row) => {
    const rule = rules.get(row.programId)
    return rule !== undefined && countingOf(row, rule).isDone
  }).length
}

function PrintRow({ row, index }: { readonly row: FindingRow; readonly index: number }) {
  return (
    <tr>
      <td className="print-number">{index + 1}</td>
      <td>{row.no}</td>
      <td>{row.title}</td>
      <td>{findingKindLabels[row.kind]}</td>
      <td>{row.leader}</td>
      <td>{row.leadUnit}</td>
      <td className="rect-print-number">{amountShown(row.amount) ?? ''}</td>
      <td>{dueOf(row)}</td>
      <td>{[row.statusText, row.timelinessText].filter(Boolean).join(' ')}</td>
      <td className="rect-print-number">{treeText.measures(row.measuresDone, row.measureCount)}</td>
      <td className="rect-print-number">{treeText.files(row.evidenceCount)}</td>
      <td>{row.closureFormNo}</td>
    </tr>
  )
}

interface LedgerPrintProps {
  readonly rows: readonly FindingRow[]
  readonly programs: readonly ProgramRow[]
  readonly onDone: () => void
}

/** The ledger of the filtered findings on A4 landscape, its head on every page. */
export function LedgerPrint({ rows, programs, onDone }: LedgerPrintProps) {
  const { bureau, today } = useShell()
  const columns = Object.entries(text.columns)
  const done = countDone(rows, programs)
  return (
    <PrintSheet onDone={onDone}>
      <div className="rect-print">
        <h1>{titleOf(rows)}</h1>
        <div className="print-head">
          <span>{text.unit(bureau.name)}</span>
          <span>{text.asOf(formatChineseDate(today))}</span>
          <span>{text.money}</span>
        </div>
        <table>
          <thead>
            <tr>
              <th className="print-number">{text.number}</th>
              {columns.map(([key, label]) => (
                <th key={key} className={`rect-print-${key}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <PrintRow key={row.id} row={row} index={index} />
            ))}
            <tr>
              <td colSpan={6}>{text.total(rows.length, done, rows.length - done)}</td>
              <td className="rect-print-number">{amountShown(sumOf(rows)) ?? ''}</td>
              <td colSpan={5} />
            </tr>
          </tbody>
        </table>
        <p className="print-signed">{text.signed}</p>
      </div>
    </PrintSheet>
  )
}
