import type { DueReading, FieldValue } from '../tables/reading'
import { findingLedgerTerms } from '../terms/rectification-tables'
import { withDueInWords } from './ledger-texts'
import { joinItems, splitItems } from './measure-text'

type Values = Readonly<Record<string, FieldValue>>

/** What a row of a ledger says of its measures alone. */
export const measureRowFields = [
  'measures',
  'leader',
  'leadUnit',
  'responsibleUnit',
  'units',
  'handler',
  'dueOn',
] as const

function text(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function dueOf(value: FieldValue | undefined): DueReading | null {
  return typeof value === 'object' ? value : null
}

function unitsOf(row: Values): string {
  const units = ['leadUnit', 'responsibleUnit', 'units'].map((field) => text(row[field]))
  return units.filter((unit) => unit !== '').join(findingLedgerTerms.enumeration)
}

/** The measures of one row, who does them and by when; what it leaves blank is as in the first row. */
function partOf(row: Values, head: Values, items: readonly string[]): Values {
  const told = (field: string): string => text(row[field]) || text(head[field])
  const due = dueOf(row['dueOn']) ?? dueOf(head['dueOn'])
  return {
    measures: joinItems(items),
    leader: told('leader'),
    unit: unitsOf(row) || unitsOf(head),
    handler: told('handler'),
    dueOn: due?.dueOn ?? null,
    isLongTerm: due?.rule.kind === 'longTerm',
  }
}

/** A finding is due when the last of its measures is; deadlines in words are kept among the remarks. */
function joinedDue(rows: readonly Values[], head: Values): Values {
  const readings = rows.flatMap((row) => dueOf(row['dueOn']) ?? [])
  const [latest] = readings
    .filter(({ dueOn }) => dueOn !== null)
    .toSorted((left, right) => (right.dueOn ?? '').localeCompare(left.dueOn ?? ''))
  const dueOn = latest ?? dueOf(head['dueOn']) ?? readings[0] ?? null
  const words = readings.filter((each) => each.dueOn === null && each !== dueOn).map((each) => each.text)
  const others = [...new Set(words)].filter((each) => each !== dueOn?.text)
  return { dueOn, ...(others.length === 0 ? {} : { remark: withDueInWords(text(head['remark']), others) }) }
}

/** The rows of one finding, each with measures of its own, as one row and what each of them says. */
export function joinMeasureRows(rows: readonly Values[]): {
  readonly values: Values
  readonly parts: readonly Values[]
} {
  const head = rows[0] ?? {}
  const items: string[] = []
  const parts = rows.map((row) => {
    const own = splitItems(text(row['measures']), items.length + 1)
    items.push(...own)
    return partOf(row, head, own)
  })
  return { values: { ...head, measures: joinItems(items), ...joinedDue(rows, head) }, parts }
}

/** Who does a measure and by when. */
export interface MeasureDuty {
  readonly leader: string
  readonly unit: string
  readonly handler: string
  readonly dueOn: string | null
}

/** Who does each measure and by when, a line each, for comparing. */
export function measureRowsText(measures: readonly MeasureDuty[]): string {
  return measures
    .map(({ leader, unit, handler, dueOn }) =>
      [leader, unit, handler, dueOn ?? ''].filter((part) => part !== '').join(findingLedgerTerms.enumeration),
    )
    .map((line, index) => `${index + 1}. ${line}`)
    .join('\n')
}
