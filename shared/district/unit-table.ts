import { choiceWords } from '../tables/cells/choice'
import type { FieldReading, TableDefinition } from '../tables/definition'
import { unitTableFields, type UnitTableField } from '../tables/field-names'
import {
  codeReading,
  dayReading,
  joinedKey,
  lineReading,
  paragraphReading,
  yesNoReading,
} from '../tables/field-readings'
import type { FieldValue } from '../tables/reading'
import { keyText, lineText } from '../tables/text-forms'
import { aliasSeparator, aliasSplitPattern, unitCategoryWords, unitHeaders } from '../terms/unit-tables'

const readings: Readonly<Record<UnitTableField, FieldReading>> = {
  name: lineReading,
  aliases: paragraphReading,
  category: { kind: 'choice', choice: choiceWords(unitCategoryWords) },
  contact: lineReading,
  phone: codeReading,
  isOptional: yesNoReading,
  leftOn: dayReading,
  remark: paragraphReading,
}

/** The names in a cell, each once. */
export function readAliases(cell: FieldValue | undefined): readonly string[] {
  const names = typeof cell === 'string' ? cell.split(aliasSplitPattern).map(lineText) : []
  return [...new Map(names.map((name) => [keyText(name), name])).entries()].flatMap(([key, name]) =>
    key === '' ? [] : [name],
  )
}

export function aliasCell(aliases: readonly string[]): string {
  return aliases.join(aliasSeparator)
}

/** 单位名册 of a district office. */
export const unitTable: TableDefinition = {
  kind: 'units',
  mode: 'district',
  fields: unitTableFields.map((field) => ({
    field,
    reading: readings[field],
    headers: unitHeaders[field],
    isRequired: field === 'name' || field === 'category',
    fillsDown: field === 'category',
    isBare: field === 'category',
  })),
  recordFields: unitTableFields,
  anchors: [['name'], ['category']],
  keyOf: ({ name }) => joinedKey(name),
  keyFields: ['name'],
  // One spelling, so that the same names compare as the same.
  complete: (values) => ({ ...values, aliases: aliasCell(readAliases(values['aliases'])) || null }),
}
