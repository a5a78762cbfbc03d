import type { DraftRow, FieldReading, SpreadRecord, TableDefinition } from '../tables/definition'
import { measureTableFields, type MeasureTableField } from '../tables/field-names'
import { joinedKey, lineReading, paragraphReading } from '../tables/field-readings'
import type { FieldValue } from '../tables/reading'
import { measureHeaders } from '../terms/rectification-tables'
import { splitItems } from './measure-text'

const readings: Readonly<Partial<Record<MeasureTableField, FieldReading>>> = {
  no: { kind: 'code', maxLength: 500 },
  title: paragraphReading,
  text: { kind: 'text', maxLength: 32_767, isLine: false, checksDash: false },
  dueOn: { kind: 'due' },
}

/** A merged number or title stands for all measures of its finding; so do a leader, a unit and a deadline. */
const filledDown: ReadonlySet<MeasureTableField> = new Set([
  'programTitle',
  'no',
  'title',
  'leader',
  'unit',
  'handler',
  'dueOn',
])

/** One record per measure; a cell may hold several. */
function spread({ values }: DraftRow): readonly SpreadRecord[] {
  const due = values['dueOn']
  const reading = typeof due === 'object' ? due : null
  const dueOn: FieldValue = reading?.dueOn ?? null
  const isLongTerm = reading?.rule.kind === 'longTerm'
  const cell = values['text']
  const items = typeof cell === 'string' ? splitItems(cell) : []
  return (items.length > 0 ? items : [null]).map((text) => ({
    values: { ...values, dueOn, isLongTerm, text },
    from: measureTableFields.map((field) => [field, field] as const),
  }))
}

/** 整改措施清单: hangs measures on findings that are in the ledger already. Source: product J7. */
export const measureTable: TableDefinition = {
  kind: 'measures',
  fields: measureTableFields.map((field) => ({
    field,
    reading: readings[field] ?? lineReading,
    headers: measureHeaders[field],
    isRequired: field === 'no' || field === 'text',
    fillsDown: filledDown.has(field),
  })),
  recordFields: [...measureTableFields, 'isLongTerm'],
  anchors: [['no'], ['text'], ['leader', 'unit', 'dueOn', 'handler', 'title']],
  keyOf: ({ programTitle, no, text }) => (typeof no === 'string' ? joinedKey(programTitle, no, text) : null),
  keyFields: ['no', 'text'],
  spread,
}
