import { formatMoney, type Fen } from '../../shared/core/money'
import type { Statistics } from '../../shared/rectification/statistics-contract'
import { treatmentLabels } from '../../shared/terms/rectification'
import { statisticsText as text } from '../text/rectification-statistics'

interface PlainTableProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns from the left that are words; the others are numbers. */
  readonly textColumns?: number
}

/** A small table of words and numbers. */
export function PlainTable({ head, rows, textColumns = 1 }: PlainTableProps) {
  const kind = (index: number): string => (index < textColumns ? '' : 'number')
  return (
    <table className="ledger">
      <thead>
        <tr>
          {head.map((label, index) => (
            <th key={label} scope="col" className={kind(index)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slice(0, textColumns).join(' ')}>
            {row.map((cell, index) => (
              <td key={head[index]} className={kind(index)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function money(fen: Fen | null): string {
  return fen === null ? text.none : formatMoney(fen, 'tenThousand')
}

/** 整改金额 by treatment and unit, and 问题金额. */
export function Amounts({ statistics }: { readonly statistics: Statistics }) {
  const { amounts, problemAmounts } = statistics
  const columns = text.amountColumns
  return (
    <section>
      <h2>{text.amounts}</h2>
      {amounts.length === 0 ? (
        <p className="soft">{text.noAmounts}</p>
      ) : (
        <PlainTable
          head={[columns.treatment, columns.unit, columns.required, columns.done, columns.rate, columns.findings]}
          rows={amounts.map((each) => [
            treatmentLabels[each.treatment],
            each.unit === '' ? text.money : each.unit,
            each.unit === '' ? money(each.requiredFen) : (each.required ?? text.none),
            each.unit === '' ? money(each.doneFen) : (each.done ?? text.none),
            each.rate,
            String(each.findings),
          ])}
          textColumns={2}
        />
      )}
      {problemAmounts.length > 0 && (
        <>
          <h2 className="rect-above">{text.problemAmounts}</h2>
          <PlainTable
            head={[text.problemColumns.amountClass, text.problemColumns.findings, text.problemColumns.amount]}
            rows={problemAmounts.map(({ label, findings, fen }) => [label, String(findings), money(fen)])}
          />
        </>
      )}
    </section>
  )
}

const factKeys = [
  'rulesMade',
  'accountablePersons',
  'referralCases',
  'referralPersons',
  'extended',
  'reopened',
  'returned',
  'recurrent',
] as const

/** 销号时效 and 成效 in numbers. */
export function FactTables({ statistics: { counts, closing } }: { readonly statistics: Statistics }) {
  const names = text.closingNames
  return (
    <>
      <section>
        <h2>{text.closing}</h2>
        <PlainTable
          head={[text.factColumns.fact, text.factColumns.value]}
          rows={[
            [names.closed, String(closing.closed)],
            [names.averageDays, closing.averageDays ?? text.none],
            [names.onTime, String(closing.onTime)],
            [names.onTimeExtended, String(closing.onTimeExtended)],
            [names.late, String(closing.late)],
            [names.onTimeRate, text.rateOf({ rate: closing.onTimeRate, fraction: closing.onTimeFraction })],
          ]}
        />
      </section>
      <section>
        <h2>{text.facts}</h2>
        <PlainTable
          head={[text.factColumns.fact, text.factColumns.value]}
          rows={factKeys.map((key) => [text.factNames[key], String(counts[key])])}
        />
      </section>
    </>
  )
}
