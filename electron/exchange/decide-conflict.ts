import type { Store } from '../../db/access'
import {
  insertDecision,
  readConflict,
  readOperation,
  readOperationsOfRow,
  type Conflict,
} from '../../db/repositories/operations'
import {
  deleteSharedRow,
  findSharedRows,
  readSharedRow,
  sharedSchemas,
  updateSharedRow,
  type SharedSchema,
} from '../../db/repositories/shared-rows'
import { err, ok, type Result } from '../../shared/core/result'
import { decideIntent, resolveRow } from '../../shared/exchange/merge'
import { columnsWith, isQuiet, sharedTableOf } from '../../shared/exchange/shared-tables'
import { mergeText } from '../../shared/terms/merge'
import { writeIntent, type Context } from '../context'
import { canKeepBoth } from './conflict-rows'
import type { OwnDevice } from './local-operations'
import { captureEdits } from './merge-operations'
import { RecordWords } from './record-titles'
import type { RowKey } from './row-states'

/**
 * A person's word on a conflict: one of the sides, or both texts (`null`). Written like any other edit, with a row that
 * keeps both values and who decided; it replaces all sides on every PC, and undo opens the conflict again.
 */
export function decideConflict(
  context: Context,
  store: Store,
  own: OwnDevice,
  { id, side }: { readonly id: string; readonly side: number | null },
): Result<Record<string, never>> {
  const seen = captureEdits(context, own)
  if (!seen.ok) return seen
  const conflict = readConflict(store, id)
  const schema = conflict && sharedSchemas(store).get(conflict.table)
  const isOffered = conflict && (side === null ? canKeepBoth(conflict) : side < conflict.sides.length)
  // A row that waits for what it belongs to has one side only: there is nothing to choose.
  if (!conflict || !schema || !isOffered || conflict.sides.length < 2) return err('conflictGone')
  const words = new RecordWords(store)
  const stored = readSharedRow(store, schema, conflict.rowId)
  const title = stored ? words.titleOf(conflict.table, stored) : ''
  const written = writeIntent(context, decideIntent, { title }, (db) => {
    const value = apply(store, schema, conflict, side)
    insertDecision(db, {
      id: context.newId(),
      tableName: conflict.table,
      rowId: conflict.rowId,
      field: conflict.field,
      sides: conflict.sides,
      chosen: side === null ? 'both' : String(side),
      value,
      decidedBy: context.actor(),
      decidedAt: context.now(),
    })
    return ok({})
  })
  if (!written.ok) return written
  const made = captureEdits(context, own)
  return made.ok ? written : made
}

/** Puts the chosen side in place; gives the value as it is kept with the decision. */
function apply(store: Store, schema: SharedSchema, conflict: Conflict, side: number | null): string | null {
  const { kind, rowId, field, sides } = conflict
  const chosen = side === null ? null : (sides[side] ?? null)
  if (kind === 'twin') {
    if (side === 1) takeTwin(store, schema, conflict)
    return null
  }
  if (field === '') {
    if (chosen && !chosen.isPresent) removeWithChildren(store, { table: schema.table, rowId })
    return null
  }
  if (!chosen) {
    const both = sides.map(({ value }) => String(value ?? '')).filter((text) => text !== '')
    updateSharedRow(store, schema, rowId, { [field]: both.join(mergeText.joined) })
    return both.join(mergeText.joined)
  }
  const rules = sharedTableOf(schema.table)
  const said = readOperation(store, chosen.device, chosen.sequence)?.fields ?? {}
  const together = rules ? columnsWith(rules, field) : [field]
  const columns = together.filter((column) => Object.hasOwn(said, column) && schema.columns.has(column))
  const before = readSharedRow(store, schema, rowId)
  const values = Object.fromEntries(
    columns.filter((column) => before?.[column] !== said[column]).map((column) => [column, said[column] ?? null]),
  )
  if (Object.keys(values).length > 0) updateSharedRow(store, schema, rowId, values)
  return chosen.value === null ? null : String(chosen.value)
}

/** What the row that was held back says goes into the one that stands; the same key stays. */
function takeTwin(store: Store, schema: SharedSchema, { rowId, otherRowId }: Conflict): void {
  const rules = sharedTableOf(schema.table)
  const standing = otherRowId === null ? null : readSharedRow(store, schema, otherRowId)
  if (!rules || otherRowId === null || !standing) return
  const { values } = resolveRow(rules, readOperationsOfRow(store, schema.table, rowId))
  const isTaken = (column: string): boolean =>
    schema.columns.has(column) &&
    !schema.unique.includes(column) &&
    !isQuiet(rules, column) &&
    standing[column] !== values[column]
  const taken = Object.fromEntries(Object.entries(values).filter(([column]) => isTaken(column)))
  if (Object.keys(taken).length > 0) updateSharedRow(store, schema, otherRowId, taken)
}

/** A row goes with everything that refers to it; the journal keeps it, and what is signed refuses to go. */
function removeWithChildren(store: Store, { table, rowId }: RowKey): void {
  const schemas = sharedSchemas(store)
  for (const child of schemas.values())
    for (const { column, parent } of child.references)
      if (parent === table)
        for (const id of findSharedRows(store, child, { [column]: rowId }))
          removeWithChildren(store, { table: child.table, rowId: id })
  const schema = schemas.get(table)
  if (schema) deleteSharedRow(store, schema, rowId)
}
