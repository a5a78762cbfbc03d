import { assignmentTable } from '../assignments/table'
import { briefTable, leadTable, trainingTable } from '../investment/tables'
import type { TableDefinition } from './definition'
import type { ImportKind } from './reading'

/** Every table that the import knows. */
export const tableDefinitions: readonly TableDefinition[] = [assignmentTable, leadTable, briefTable, trainingTable]

export function definitionOf(kind: ImportKind): TableDefinition | undefined {
  return tableDefinitions.find((definition) => definition.kind === kind)
}
