import { choiceWords } from '../tables/cells/choice'
import type { FieldReading } from '../tables/definition'
import { codeReading, dayReading, lineReading, paragraphReading, yesNoReading } from '../tables/field-readings'
import { recordKindWords } from '../terms/district'
import { chapterLabels } from '../terms/exchange-lines'
import { leadClassWords } from '../terms/investment-tables'
import type { ColumnType } from '../reports/model'
import type { ReturnField } from './return-field'

/** A column of the 填报表, the same for writing it and for reading it back. */
export interface ReturnColumn {
  readonly field: ReturnField
  readonly reading: FieldReading
  readonly type: ColumnType
  /** Unit: half-width characters. */
  readonly width: number
}

const chapterWords = Object.fromEntries(Object.entries(chapterLabels).map(([chapter, word]) => [chapter, [word]]))
const chapterReading: FieldReading = { kind: 'choice', choice: choiceWords(chapterWords) }
const kindReading: FieldReading = { kind: 'choice', choice: choiceWords(recordKindWords) }
const classReading: FieldReading = { kind: 'choice', choice: choiceWords(leadClassWords) }
const numberReading: FieldReading = { kind: 'quantity', isMain: false }
const amountReading: FieldReading = { kind: 'quantity', isMain: false, isAmount: true }
const countReading: FieldReading = { kind: 'integer', maximum: 10_000 }

const text = (field: ReturnField, width: number): ReturnColumn => ({ field, reading: lineReading, type: 'text', width })
const day = (field: ReturnField): ReturnColumn => ({ field, reading: dayReading, type: 'date', width: 12 })
const amount = (field: ReturnField, reading = numberReading): ReturnColumn => ({
  field,
  reading,
  type: 'decimal',
  width: 11,
})

const keyColumn: ReturnColumn = { field: 'key', reading: codeReading, type: 'code', width: 24 }
const streamColumn: ReturnColumn = { field: 'stream', reading: chapterReading, type: 'text', width: 12 }
const evidenceColumn: ReturnColumn = { field: 'evidence', reading: countReading, type: 'integer', width: 10 }
const remarkColumn: ReturnColumn = { field: 'remark', reading: paragraphReading, type: 'text', width: 24 }

/** 指标: one counted number to a row. */
export const figureColumns: readonly ReturnColumn[] = [
  keyColumn,
  streamColumn,
  text('label', 36),
  text('unit', 10),
  amount('target'),
  amount('current'),
  amount('cumulative'),
  evidenceColumn,
  remarkColumn,
]

/** 明细: one record to a row; which cells it needs depends on its 类别. */
export const recordColumns: readonly ReturnColumn[] = [
  { ...keyColumn, width: 10 },
  { field: 'kind', reading: kindReading, type: 'text', width: 12 },
  streamColumn,
  text('label', 30),
  text('enterprise', 28),
  { field: 'creditCode', reading: codeReading, type: 'code', width: 22 },
  { field: 'leadClass', reading: classReading, type: 'text', width: 14 },
  day('filedOn'),
  day('certifiedOn'),
  day('contactedOn'),
  text('acceptedBy', 16),
  day('acceptedOn'),
  day('landedOn'),
  day('happenedOn'),
  amount('amount', amountReading),
  day('startedOn'),
  day('completedOn'),
  { field: 'isDone', reading: yesNoReading, type: 'text', width: 12 },
  evidenceColumn,
  text('status', 14),
  remarkColumn,
]

/** Rows of 明细 that are prepared with a 行标识, which keeps the same record the same in the next edition. */
export const preparedRecords = 100

/** 行标识 of a prepared row, from 1. */
export function preparedKey(number: number): string {
  return `M${String(number).padStart(3, '0')}`
}
