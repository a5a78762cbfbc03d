import { assignmentTable } from '../assignments/table'
import { briefTable, leadTable, trainingTable } from '../investment/tables'
import type { TableDefinition } from './definition'
import type { FieldValue, ImportKind } from './reading'

/** Every table that the import knows. */
export const tableDefinitions: readonly TableDefinition[] = [assignmentTable, leadTable, briefTable, trainingTable]

export function definitionOf(kind: ImportKind): TableDefinition | undefined {
  return tableDefinitions.find((definition) => definition.kind === kind)
}

/** The key by which a record of a table is found again in the store; null when the row has none. */
export function recordKey(
  kind: ImportKind,
  values: Readonly<Record<string, FieldValue>>,
  mode: 'bureau' | 'district',
): string | null {
  return definitionOf(kind)?.keyOf(values, mode) ?? null
}
