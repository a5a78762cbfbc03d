import { amountLabel } from '../terms/grid'
import { choiceSeparator, moneyUnitLabels, yesNoLabels } from '../terms/table-words'
import { fieldLabel } from '../terms/tables'
import { writtenMonth } from '../terms/date-words'
import type { FieldDefinition, TableDefinition } from './definition'
import type { GridColumn } from './grid-contract'
import { headerUnit } from './header-key'
import type { FieldValue, ImportKind } from './reading'
import { keyText } from './text-forms'

/** The fields of a kind that a grid shows: those the importer writes, without derived ones. */
export function gridFields(definition: TableDefinition, written: readonly string[]): readonly FieldDefinition[] {
  return definition.fields.filter(
    ({ field, reading, column }) => written.includes(field) && reading.kind !== 'ignored' && column === undefined,
  )
}

/** A column's label; an amount without a unit of its own is in 万元. */
export function gridLabel(kind: ImportKind, definition: FieldDefinition): string {
  const label = fieldLabel(kind, definition.field)
  const isAmount = definition.reading.kind === 'quantity' && definition.isMoney === true
  if (!isAmount || headerUnit(label)) return label
  return amountLabel(label, definition.unit?.label ?? moneyUnitLabels.tenThousand)
}

const readings = {
  text: 'text',
  code: 'code',
  integer: 'number',
  quantity: 'number',
  date: 'date',
  due: 'text',
  month: 'month',
  choice: 'choice',
  yesNo: 'yesNo',
  ignored: 'text',
} as const satisfies Record<FieldDefinition['reading']['kind'], GridColumn['reading']>

/** A column of the grid as the window needs it. */
export function gridColumn(kind: ImportKind, definition: FieldDefinition): GridColumn {
  const { field, reading } = definition
  return {
    field,
    label: gridLabel(kind, definition),
    isRequired: definition.isRequired === true,
    reading: readings[reading.kind],
    options: optionsOf(definition),
    isNumeric: reading.kind === 'integer' || reading.kind === 'quantity',
    isLong: reading.kind === 'text' && !reading.isLine,
  }
}

function optionsOf({ reading }: FieldDefinition): string[] {
  if (reading.kind === 'yesNo') return yesNoLabels.slice(0, 2)
  return reading.kind === 'choice' ? reading.choice.allowed.split(choiceSeparator) : []
}

/** A stored value as a text that the engine reads back to the same value; '' for nothing. */
export function gridText({ reading }: FieldDefinition, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? yesNoLabels[0] : yesNoLabels[1]
  if (typeof value === 'object') return value.text === '' ? (value.dueOn ?? '') : value.text
  const text = String(value)
  if (reading.kind === 'choice') {
    const { allowed, words } = reading.choice
    return allowed.split(choiceSeparator).find((word) => words.get(keyText(word)) === text) ?? text
  }
  if (reading.kind === 'month') {
    return text.replace(/^(\d{4})-0?(\d{1,2})$/, `$1${writtenMonth.year}$2${writtenMonth.month}`)
  }
  return text
}

export type GridTexts = Readonly<Record<string, string>>

/** A stored record as texts by field. */
export function gridTexts(
  fields: readonly FieldDefinition[],
  values: Readonly<Record<string, FieldValue>>,
): Record<string, string> {
  return Object.fromEntries(fields.map((each) => [each.field, gridText(each, values[each.field])]))
}
