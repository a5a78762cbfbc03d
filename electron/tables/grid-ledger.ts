import type { ReadDb } from '../../db/access'
import { readBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import { unitNameVariants } from '../../shared/registry/unit-names'
import type { FieldDefinition, TableDefinition } from '../../shared/tables/definition'
import { gridFields } from '../../shared/tables/grid-fields'
import { definitionOf } from '../../shared/tables/kinds'
import type { StoredItem } from '../../shared/tables/plan'
import type { ImportKind } from '../../shared/tables/reading'
import { importKindLabels } from '../../shared/terms/tables'
import type { Context } from '../context'
import type { Importer, ImportScope } from './importer'
import { importers } from './importers'

/** One ledger as the grid meets it: its columns, how its cells are read and how its records are written. */
export interface GridLedger {
  readonly kind: ImportKind
  readonly definition: TableDefinition
  readonly fields: readonly FieldDefinition[]
  readonly importer: Importer
}

/** The ledger of a kind; refused for tables that are the district's word, and for records that change by steps. */
export function gridLedger(kind: ImportKind): Result<GridLedger> {
  const importer = importers[kind]
  const definition = definitionOf(kind)
  if (importer.editable?.length === 0) return err('gridNeedsSteps', { kind: importKindLabels[kind] })
  if (!definition || definition.spread || !importer.doesBlankKeep) {
    return err('gridNotEditable', { kind: importKindLabels[kind] })
  }
  return ok({ kind, definition, fields: gridFields(definition, importer.editable ?? importer.fields), importer })
}

/** What the importers need to know, for a year of the bureau's own ledger. */
export function gridScope(context: Context, db: ReadDb, year: number): Result<ImportScope> {
  const bureau = readBureau(db)
  if (!bureau) return err('notInitialised')
  const unitNames = [...new Set([bureau.name, ...bureau.aliases].flatMap(unitNameVariants))]
  return ok({ year, mode: bureau.mode, unitNames, title: '', today: context.today() })
}

/** Every stored record of the ledger, once. */
export function gridItems({ importer }: GridLedger, db: ReadDb, scope: ImportScope): readonly StoredItem[] {
  if (importer.items) return importer.items(db, scope)
  const byId = new Map([...importer.existing(db, scope).values()].map((item) => [item.id, item]))
  return [...byId.values()]
}
