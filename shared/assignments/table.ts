import { assignmentHeaders, cycleWords, indicatorHeaderPattern, streamWords } from '../terms/assignments'
import { excludedPattern } from '../terms/table-words'
import { choiceWords } from '../tables/cells/choice'
import type { FieldDefinition, FieldReading, TableDefinition } from '../tables/definition'
import { assignmentFields, type AssignmentField } from '../tables/field-names'
import type { FieldValue } from '../tables/reading'
import { keyText, matchText } from '../tables/text-forms'
import { specialiseUnitTable } from './unit-table'

const lineLimit = 500
const paragraphLimit = 20_000

const line: FieldReading = { kind: 'text', maxLength: lineLimit, isLine: true, checksDash: false }
const name: FieldReading = { kind: 'text', maxLength: lineLimit, isLine: true, checksDash: true }
const paragraph: FieldReading = { kind: 'text', maxLength: paragraphLimit, isLine: false, checksDash: true }
const part: FieldReading = { kind: 'quantity', isMain: false }

export const streamChoice = choiceWords(streamWords)

const readings: Readonly<Record<Exclude<AssignmentField, 'participation'>, FieldReading>> = {
  itemCode: { kind: 'code', maxLength: 64 },
  stream: { kind: 'choice', choice: streamChoice },
  taskName: name,
  indicator: name,
  target: { kind: 'quantity', isMain: true },
  targetFirstQuarter: part,
  targetFirstHalf: part,
  targetThreeQuarters: part,
  targetText: name,
  unit: line,
  leadUnit: line,
  responsibleUnit: line,
  supportUnits: line,
  responsibleLeader: line,
  due: { kind: 'due' },
  cycle: { kind: 'choice', choice: choiceWords(cycleWords) },
  reportingTime: line,
  channel: line,
  remark: paragraph,
}

/** Columns whose merged cells speak for all rows beside them; numbers, codes and remarks never do. */
const grouping: ReadonlySet<string> = new Set<AssignmentField>([
  'stream',
  'taskName',
  'unit',
  'leadUnit',
  'responsibleUnit',
  'supportUnits',
  'responsibleLeader',
  'due',
  'cycle',
  'reportingTime',
  'channel',
])

const fields: readonly FieldDefinition[] = assignmentFields.flatMap((field) =>
  field === 'participation'
    ? []
    : [
        {
          field,
          reading: readings[field],
          headers: assignmentHeaders[field],
          isRequired: field === 'taskName',
          fillsDown: grouping.has(field),
          isBare: field === 'stream' || field === 'responsibleUnit',
        },
      ],
)

/** The key of a task: its code, else task and indicator; with the unit where one table serves many. */
export function assignmentKey(
  values: Readonly<Record<string, FieldValue>>,
  mode: 'bureau' | 'district',
): string | null {
  const code = text(values.itemCode)
  const own =
    code === '' ? [text(values.taskName), text(values.indicator)].filter((each) => each !== '').join('|') : code
  if (own === '') return null
  return mode === 'district' ? `${text(values.responsibleUnit)}|${own}` : own
}

function text(value: FieldValue | undefined): string {
  return typeof value === 'string' ? keyText(value) : ''
}

/** Tasks that are told to stay out are kept as such: excluded, never a zero. */
function complete(values: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> {
  const words = typeof values.targetText === 'string' ? matchText(values.targetText) : ''
  if (values.target !== null || !excludedPattern.test(words)) return { ...values, participation: 'included' }
  return { ...values, targetText: null, participation: 'excluded' }
}

/** 任务分解表 (`domain.md` §8 A1); tables with one row per unit (A2) are made from it by their header. */
export const assignmentTable: TableDefinition = {
  kind: 'assignments',
  fields,
  recordFields: assignmentFields,
  anchors: [['taskName', 'responsibleUnit']],
  looseHeader: indicatorHeaderPattern,
  keyOf: assignmentKey,
  keyFields: ['itemCode', 'taskName', 'indicator'],
  unitField: 'responsibleUnit',
  complete,
  specialise: (sheet, band, matches, context) => specialiseUnitTable(assignmentTable, sheet, band, matches, context),
}
