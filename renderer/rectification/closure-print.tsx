import type { ReactNode } from 'react'
import type { ClosureForm } from '../../shared/rectification/paper-contract'
import { PrintSheet } from '../components/print-sheet'
import { closureText as text } from '../text/rectification-steps'

interface PrintTableProps {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
}

/** A word or a figure on one line. */
const short = (words: string): ReactNode => <span className="print-short">{words}</span>

/** A table of the form; nothing when it has no rows. */
function PrintTable({ title, columns, rows }: PrintTableProps) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={columns[column] ?? column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Facts({ form }: { readonly form: ClosureForm }) {
  const { rows } = text
  const facts: readonly (readonly [string, string])[] = [
    [rows.program, form.programTitle],
    [rows.docNo, form.docNo],
    [rows.finding, text.findingOf(form.findingNo, form.title)],
    [rows.detail, form.detail],
    [rows.amount, form.amountText],
    [rows.rectType, form.rectType],
    [rows.leader, form.leader],
    [rows.leadUnit, form.leadUnit],
    [rows.handler, form.handler],
    [rows.due, form.dueText],
    [rows.timeliness, form.timelinessText],
    [rows.result, form.result],
    [rows.rules, form.rules.join('\n')],
  ]
  return (
    <table className="rect-closure-facts">
      <tbody>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Signs({ form }: { readonly form: ClosureForm }) {
  const { signs } = text
  const people: readonly (readonly [string, string])[] = [
    [signs.submitted, text.sign(form.submittedBy, form.submittedOn)],
    [signs.unitHead, text.sign(form.unitHead, '')],
    [signs.verified, text.sign(form.verifiedBy, form.verifiedOn)],
    [signs.closed, text.sign(form.closedBy, form.closedOn)],
  ]
  return (
    <table className="rect-closure-signs">
      <tbody>
        {people.map(([label, who]) => (
          <tr key={label}>
            <th>{label}</th>
            <td>{who}</td>
            <td>{text.signed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 对账销号单 on A4: what was found, done and proven, and who signed for it. */
export function ClosurePrint({ form, onDone }: { readonly form: ClosureForm; readonly onDone: () => void }) {
  return (
    <PrintSheet onDone={onDone}>
      <div className="rect-closure">
        <h1>{text.title}</h1>
        <div className="print-head">
          <span>{text.unit(form.bureau)}</span>
          <span>{text.cycle(form.cycle, form.reopenCount)}</span>
          <span>{text.no(form.no)}</span>
        </div>
        <Facts form={form} />
        <PrintTable
          title={text.measures}
          columns={text.measureColumns}
          rows={form.measures.map((each) => [
            each.number,
            each.text,
            short(each.status),
            short(each.doneOn),
            each.evidence,
          ])}
        />
        <PrintTable
          title={text.amounts}
          columns={text.amountColumns}
          rows={form.amounts.map((each) => [each.treatment, each.required, each.done, each.unit])}
        />
        <PrintTable
          title={text.evidence}
          columns={text.evidenceColumns}
          rows={form.evidence.map((each) => [each.fileName, short(each.kind), short(each.size), each.digest])}
        />
        <Signs form={form} />
        <div className="print-head print-signed">
          <span>{text.checkCode(form.checkCode)}</span>
          <span>{text.seal}</span>
        </div>
      </div>
    </PrintSheet>
  )
}
