import type { Store } from '../../db/access'
import { readHeldRows, readOperationsOfRow, type Conflict } from '../../db/repositories/operations'
import { findSharedRows, readSharedRow, sharedSchemas, type SharedSchema } from '../../db/repositories/shared-rows'
import { hasSeen, resolveRow, type RowState, type Side } from '../../shared/exchange/merge'
import type { Operation } from '../../shared/exchange/operation'
import { sharedTableOf, type RowValues } from '../../shared/exchange/shared-tables'

export interface RowKey {
  readonly table: string
  readonly rowId: string
}

export function keyOf({ table, rowId }: RowKey): string {
  return `${table}/${rowId}`
}

/**
 * What the operations say of rows, read once for one merge: which are there, with what values, and what keeps a deleted
 * one alive. A row that others refer to stays as long as one of them is there.
 */
export class RowStates {
  readonly store: Store
  readonly schemas: ReadonlyMap<string, SharedSchema>
  readonly heldBefore: ReadonlyMap<string, Conflict>
  private readonly operations = new Map<string, readonly Operation[]>()
  private readonly states = new Map<string, RowState | null>()
  private readonly presence = new Map<string, boolean>()
  /** Rows by what they refer to, of those that were asked for. */
  private readonly referring = new Map<string, RowKey[]>()

  constructor(store: Store) {
    this.store = store
    this.schemas = sharedSchemas(store)
    this.heldBefore = new Map(readHeldRows(store).map((each) => [keyOf(each), each]))
  }

  operationsOf(key: RowKey): readonly Operation[] {
    const id = keyOf(key)
    const known = this.operations.get(id) ?? readOperationsOfRow(this.store, key.table, key.rowId)
    this.operations.set(id, known)
    return known
  }

  /** Null for a row of which no operation speaks: sample data, or a table that is not known here. */
  stateOf(key: RowKey): RowState | null {
    const id = keyOf(key)
    const known = this.states.get(id)
    if (known !== undefined) return known
    const table = sharedTableOf(key.table)
    const operations = table ? this.operationsOf(key) : []
    const state = table && operations.length > 0 ? resolveRow(table, operations) : null
    this.states.set(id, state)
    if (state) this.noteReferences(key, state)
    return state
  }

  private noteReferences(key: RowKey, state: RowState): void {
    for (const parent of this.parentsOf(key.table, state.values)) {
      const list = this.referring.get(keyOf(parent)) ?? []
      list.push(key)
      this.referring.set(keyOf(parent), list)
    }
  }

  /** The rows that values refer to. */
  parentsOf(table: string, values: RowValues): RowKey[] {
    return (this.schemas.get(table)?.references ?? []).flatMap(({ column, parent }) => {
      const rowId = values[column]
      return typeof rowId === 'string' ? [{ table: parent, rowId }] : []
    })
  }

  /** A row in the store, as it is now. */
  storedOf({ table, rowId }: RowKey): RowValues | null {
    const schema = this.schemas.get(table)
    return schema ? readSharedRow(this.store, schema, rowId) : null
  }

  /** Rows of the store that refer to one. */
  childrenInStore({ table, rowId }: RowKey): RowKey[] {
    return [...this.schemas.values()].flatMap((schema) =>
      schema.references
        .filter(({ parent }) => parent === table)
        .flatMap(({ column }) => findSharedRows(this.store, schema, { [column]: rowId }))
        .map((id) => ({ table: schema.table, rowId: id })),
    )
  }

  /** Whether the row is there: by its own operations, or because one that is there refers to it. */
  isPresent(key: RowKey): boolean {
    const id = keyOf(key)
    const known = this.presence.get(id)
    if (known !== undefined) return known
    const state = this.stateOf(key)
    // A circle of references would ask again: until it is known, a row is only there by itself.
    this.presence.set(id, state?.isPresent ?? false)
    const isThere = state !== null && (state.isPresent || this.keeperOf(key) !== null)
    this.presence.set(id, isThere)
    return isThere
  }

  /** A row that keeps a deleted one alive, the same one on every PC; null when there is none. */
  keeperOf(key: RowKey): RowKey | null {
    // What is in the store may hang on the row that stands in place of this one.
    const standing = this.heldBefore.get(keyOf(key))?.otherRowId
    const inStore = [
      ...this.childrenInStore(key),
      ...(standing ? this.childrenInStore({ table: key.table, rowId: standing }) : []),
    ]
    // Looking at each notes what it refers to.
    for (const child of inStore) this.stateOf(child)
    const keepers = (this.referring.get(keyOf(key)) ?? []).filter((child) => this.isPresent(child))
    return keepers.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))[0] ?? null
  }

  /** The newest edit of a row, as a side of a conflict about the whole row. */
  newestSide(key: RowKey): Side | null {
    const heads = this.operationsOf(key).filter((each) => !this.operationsOf(key).some((other) => hasSeen(other, each)))
    const newest = heads.toSorted(
      (left, right) => right.lamport - left.lamport || (left.device < right.device ? 1 : -1),
    )[0]
    if (!newest) return null
    const { device, sequence, actor, at, isPresent } = newest
    return { value: null, isPresent, device, sequence, actor, at }
  }
}
