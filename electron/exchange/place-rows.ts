import type { Store, WriteDb } from '../../db/access'
import { hasOperations, saveConflictsOfRow, type Conflict } from '../../db/repositories/operations'
import {
  deleteSharedRow,
  doesFit,
  findSharedRows,
  insertSharedRow,
  updateSharedRow,
  withoutKeepers,
  type SharedSchema,
} from '../../db/repositories/shared-rows'
import type { RowState } from '../../shared/exchange/merge'
import type { StoredValue } from '../../shared/exchange/operation'
import { isSealed, sharedTableOf, type RowValues } from '../../shared/exchange/shared-tables'
import { keyOf, RowStates, type RowKey } from './row-states'

/** What a merge did to one row. */
export interface PlacedRow extends RowKey {
  readonly before: RowValues | null
  readonly after: RowValues | null
}

interface Outcome {
  readonly values: RowValues | null
  readonly held: { readonly kind: 'twin' | 'deleted'; readonly otherRowId: string } | null
}

const absent: Outcome = { values: null, held: null }

/**
 * Brings the rows that operations touched, and those that depend on them, to what all operations together say. Of two
 * rows that may only be one the smaller id stands; the other is held back and what hangs on it hangs on the one that
 * stands, so that nothing disappears with it. Inside an open transaction; nothing depends on the order of arrival.
 */
export function placeRows(store: Store, db: WriteDb, touched: Iterable<RowKey>): PlacedRow[] {
  store.connection.pragma('defer_foreign_keys = ON')
  const placing = new Placing(new RowStates(store))
  placing.add(touched)
  // What is held back waits for others, whichever they are.
  placing.add(placing.states.heldBefore.values())
  for (const schema of placing.states.schemas.values()) placing.settle(schema)
  const placed = placing.write()
  for (const row of placing.rows()) saveConflictsOfRow(store, db, row, placing.conflictsOf(row))
  return placed
}

class Placing {
  readonly states: RowStates
  private readonly outcomes = new Map<string, Outcome>()
  private readonly work = new Map<string, Map<string, RowKey>>()

  constructor(states: RowStates) {
    this.states = states
  }

  /** Adds rows, and with them the rows they refer to that were deleted: those are kept, or can go again. */
  add(keys: Iterable<RowKey>): void {
    const open = [...keys]
    for (let key = open.pop(); key; key = open.pop()) {
      const { table, rowId } = key
      const ofTable = this.work.get(table) ?? new Map<string, RowKey>()
      if (ofTable.has(rowId)) continue
      const state = this.states.stateOf(key)
      if (!state) continue
      ofTable.set(rowId, { table, rowId })
      this.work.set(table, ofTable)
      const stored = this.states.storedOf(key)
      const parents = [
        ...this.states.parentsOf(table, state.values),
        ...(stored ? this.states.parentsOf(table, stored) : []),
      ]
      open.push(...parents.filter((parent) => this.states.stateOf(parent)?.isPresent === false))
    }
  }

  /**
   * What was decided. A row whose table was settled before it came in stays as it is: it only came because a row refers to
   * it that did not change.
   */
  rows(): RowKey[] {
    return [...this.work.values()]
      .flatMap((ofTable) => [...ofTable.values()])
      .filter((key) => this.outcomes.has(keyOf(key)))
  }

  private rowsOf(table: string): RowKey[] {
    return [...(this.work.get(table)?.values() ?? [])]
  }

  /** Decides what stands in one table; the tables it refers to are settled. */
  settle(schema: SharedSchema): void {
    const { table, unique } = schema
    const targets = new Map<string, Outcome>()
    // Rows with the same key come in as they are found, and may bring others.
    for (
      let open = this.rowsOf(table);
      open.length > 0;
      open = this.rowsOf(table).filter((key) => !targets.has(key.rowId))
    )
      for (const key of open) {
        const target = this.targetOf(schema, key)
        targets.set(key.rowId, target)
        if (unique.length > 0 && target.values)
          this.add(
            findSharedRows(this.states.store, schema, pick(target.values, unique)).map((rowId) => ({ table, rowId })),
          )
      }
    const standing = new Map<string, string>()
    if (unique.length > 0)
      for (const [rowId, { values }] of targets) {
        if (!values) continue
        const natural = JSON.stringify(Object.values(pick(values, unique)))
        const known = standing.get(natural)
        if (known === undefined || rowId < known) standing.set(natural, rowId)
      }
    for (const [rowId, target] of targets) {
      const natural =
        target.values && unique.length > 0 ? JSON.stringify(Object.values(pick(target.values, unique))) : null
      const other = natural === null ? rowId : (standing.get(natural) ?? rowId)
      const outcome = other === rowId ? target : ({ values: null, held: { kind: 'twin', otherRowId: other } } as const)
      this.outcomes.set(keyOf({ table, rowId }), outcome)
      this.addMoved({ table, rowId }, outcome)
    }
  }

  /** What hangs on a row that now stands in another's place, or no longer does. */
  private addMoved(key: RowKey, { held }: Outcome): void {
    const before = this.states.heldBefore.get(keyOf(key))?.otherRowId ?? null
    const after = held?.kind === 'twin' ? held.otherRowId : null
    if (before === after) return
    for (const rowId of [key.rowId, before, after])
      if (rowId !== null) this.add(this.states.childrenInStore({ table: key.table, rowId }))
  }

  private targetOf(schema: SharedSchema, key: RowKey): Outcome {
    const state = this.states.stateOf(key)
    if (!state || !this.states.isPresent(key)) return absent
    const values: Record<string, StoredValue> = {}
    for (const [name, column] of schema.columns) {
      const value = state.values[name]
      values[name] = value !== undefined && doesFit(column, value) ? value : column.empty
    }
    for (const { column, parent, isNullable } of schema.references) {
      const rowId = values[column]
      if (typeof rowId !== 'string') continue
      const standing = this.standingOf({ table: parent, rowId })
      if (standing === null && !isNullable) return { values: null, held: { kind: 'deleted', otherRowId: rowId } }
      values[column] = standing
    }
    return { values, held: null }
  }

  /** The row that stands where this one is referred to; null when there is none. */
  private standingOf(key: RowKey): string | null {
    const outcome = this.outcomes.get(keyOf(key))
    if (!outcome) return this.states.storedOf(key) ? key.rowId : null
    if (outcome.values) return key.rowId
    return outcome.held?.kind === 'twin' ? outcome.held.otherRowId : null
  }

  /** What is disputed of a row as it now stands. */
  conflictsOf(key: RowKey): Omit<Conflict, 'id' | 'table' | 'rowId'>[] {
    const { values, held } = this.outcomes.get(keyOf(key)) ?? absent
    const state = this.states.stateOf(key)
    if (!state) return []
    const own = this.states.newestSide(key)
    if (held) {
      const other = held.kind === 'twin' ? this.states.newestSide({ ...key, rowId: held.otherRowId }) : null
      return [{ field: '', ...held, sides: [other, own].filter((side) => side !== null) }]
    }
    if (!values) return []
    return [...this.disputesOf(key, state), ...(state.isPresent ? [] : this.revivalOf(key))]
  }

  private disputesOf(key: RowKey, { disputes }: RowState): Omit<Conflict, 'id' | 'table' | 'rowId'>[] {
    const columns = this.states.schemas.get(key.table)?.columns
    return disputes
      .filter(({ field }) => field === '' || columns?.has(field))
      .map((dispute) => ({ ...dispute, otherRowId: null }))
  }

  /** A deleted row that another one still needs: its edit stands against the deletion. */
  private revivalOf(key: RowKey): Omit<Conflict, 'id' | 'table' | 'rowId'>[] {
    const keeper = this.states.keeperOf(key)
    const [kept, deleted] = [keeper && this.states.newestSide(keeper), this.states.newestSide(key)]
    return kept && deleted ? [{ field: '', kind: 'deleted', sides: [kept, deleted], otherRowId: null }] : []
  }

  /** Writes what differs: first what goes, so that nothing stands in the way of what comes. */
  write(): PlacedRow[] {
    const { store } = this.states
    const rows = this.rows().map((key): PlacedRow => {
      const after = this.outcomes.get(keyOf(key))?.values ?? null
      return { ...key, before: this.states.storedOf(key), after }
    })
    const schemaOf = (table: string): SharedSchema => {
      const schema = this.states.schemas.get(table)
      if (!schema) throw new Error(`no shared table ${table}`)
      return schema
    }
    const changed = rows.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    // A row whose key changes goes and comes again: two rows may change places.
    const isMoved = ({ table, before, after }: PlacedRow): boolean =>
      before !== null && after !== null && schemaOf(table).unique.some((column) => before[column] !== after[column])
    const coming = changed.filter((row) => row.after !== null && (row.before === null || isMoved(row)))
    for (const row of changed)
      if (row.before !== null && (row.after === null || isMoved(row)))
        this.unsealed(row, () => {
          if (row.after === null) this.removeLeftovers(row)
          deleteSharedRow(store, schemaOf(row.table), row.rowId)
        })
    for (const row of changed)
      if (row.before !== null && row.after !== null && !isMoved(row)) {
        const { before, after } = row
        const names = Object.keys(after).filter((name) => before[name] !== after[name])
        this.unsealed(row, () => updateSharedRow(store, schemaOf(row.table), row.rowId, pick(after, names)))
      }
    for (const row of coming) {
      const schema = schemaOf(row.table)
      if (row.after) {
        this.makeRoom(schema, row.rowId, row.after)
        insertSharedRow(store, schema, row.rowId, row.after)
      }
    }
    return rows
  }

  /** Signed rows are only written over by another signature on the same paper. */
  private unsealed({ table, before, after }: PlacedRow, work: () => void): void {
    const [rules, schema] = [sharedTableOf(table), this.states.schemas.get(table)]
    const signed = rules?.seal && before && isSealed(rules, before) ? rules.seal.columns : []
    const names = signed === 'all' ? Object.keys(before ?? {}) : signed
    const isTouched = names.some((name) => name !== 'id' && (!after || before?.[name] !== after[name]))
    if (isTouched && schema) withoutKeepers(this.states.store, schema, work)
    else work()
  }

  /** Sample rows that hang on a row that goes, go with it: nobody else knows of them. */
  private removeLeftovers(key: RowKey): void {
    for (const child of this.states.childrenInStore(key)) {
      const schema = this.states.schemas.get(child.table)
      if (!schema || hasOperations(this.states.store, child.table, child.rowId)) continue
      this.removeLeftovers(child)
      deleteSharedRow(this.states.store, schema, child.rowId)
    }
  }

  /** A sample row that has the same key gives way; what hangs on it hangs on the new one. */
  private makeRoom(schema: SharedSchema, rowId: string, values: RowValues): void {
    if (schema.unique.length === 0) return
    for (const other of findSharedRows(this.states.store, schema, pick(values, schema.unique))) {
      for (const child of this.states.childrenInStore({ table: schema.table, rowId: other })) {
        const childSchema = this.states.schemas.get(child.table)
        const columns = childSchema?.references.filter(({ parent }) => parent === schema.table) ?? []
        if (childSchema)
          updateSharedRow(
            this.states.store,
            childSchema,
            child.rowId,
            Object.fromEntries(columns.map(({ column }) => [column, rowId])),
          )
      }
      deleteSharedRow(this.states.store, schema, other)
    }
  }
}

function pick(values: RowValues, names: readonly string[]): RowValues {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
}
