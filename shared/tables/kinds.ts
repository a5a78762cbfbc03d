import { assignmentTable } from '../assignments/table'
import { briefTable, trainingTable } from '../briefs/tables'
import { unitTable } from '../district/unit-table'
import { visitTable } from '../environment/tables'
import { leadTable } from '../investment/tables'
import { projectTable } from '../projects/tables'
import { findingTable } from '../rectification/tables'
import { measureTable } from '../rectification/tables-measures'
import { enterpriseTable } from '../registry/tables'
import { revenueTable } from '../revenue/tables'
import type { TableDefinition } from './definition'
import type { ImportKind } from './reading'

/** Every table that the import knows. */
export const tableDefinitions: readonly TableDefinition[] = [
  assignmentTable,
  leadTable,
  briefTable,
  trainingTable,
  projectTable,
  enterpriseTable,
  visitTable,
  revenueTable,
  findingTable,
  measureTable,
  unitTable,
]

export function definitionOf(kind: ImportKind): TableDefinition | undefined {
  return tableDefinitions.find((definition) => definition.kind === kind)
}
