import type { Statistics } from '../../shared/rectification/statistics-contract'
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

/** 成效 and 销号时效 in numbers. */
export function FactTable({ statistics: { counts, closing, ageing } }: { readonly statistics: Statistics }) {
  const names = text.closingNames
  return (
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
          [
            names.onTimeRate,
            closing.onTimeRate === text.none ? text.none : `${closing.onTimeRate} ${closing.onTimeFraction}`,
          ],
          ...ageing.map(({ label, count }) => [label, String(count)]),
        ]}
      />
      <h2 className="rect-above">{text.facts}</h2>
      <PlainTable
        head={[text.factColumns.fact, text.factColumns.value]}
        rows={factKeys.map((key) => [text.factNames[key], String(counts[key])])}
      />
    </section>
  )
}
