import type { Store, WriteDb } from '../../db/access'
import {
  hasOperations,
  highestLamport,
  insertOperation,
  isDisputed,
  readConflict,
  readDevices,
  readHeldRows,
  saveDevice,
  type KnownDevice,
  type Vector,
} from '../../db/repositories/operations'
import { readSharedRow, sharedSchemas, type SharedSchema } from '../../db/repositories/shared-rows'
import { decideIntent, undecideIntent } from '../../shared/exchange/merge'
import type { Operation } from '../../shared/exchange/operation'
import { columnsWith, isSealed, sharedTableOf, type RowValues } from '../../shared/exchange/shared-tables'
import { placeRows } from './place-rows'
import { keyOf, RowStates, type RowKey } from './row-states'

/** What merging is called in the journal; its entries are no edits of this PC. */
export const mergeIntent = 'exchange.merge'

/** This PC, as its identity file names it. */
export interface OwnDevice {
  readonly device: string
  readonly label: string
}

interface EntryRow {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly intent: string
}

interface ChangeRow {
  readonly table_name: string
  readonly row_id: string
  readonly before: string | null
  readonly after: string | null
}

/** What one intent made of one row, without its id. */
interface RowChange extends RowKey {
  readonly before: RowValues | null
  readonly after: RowValues | null
}

/**
 * Makes operations of what this PC has written since the last time: one for each row and intent, with the columns that
 * changed. Until then nothing of other PCs was taken over, so that all of them had seen the same. Gives how many; rows in
 * dispute are looked at again. Inside an open transaction whose own changes are not yet an entry.
 */
export function captureLocal(store: Store, db: WriteDb, own: OwnDevice): number {
  const devices = readDevices(store)
  const known = devices.find(({ device }) => device === own.device)
  // A PC that got a new number goes on where it was.
  const lastEntry = Math.max(0, ...devices.map((each) => each.lastEntry))
  const entries = store.connection
    .prepare<[number], EntryRow>('SELECT id, at, actor, intent FROM journal_entry WHERE id > ? ORDER BY id')
    .all(lastEntry)
  const capture = new Capture(store, db, own, devices)
  for (const entry of entries) if (entry.intent !== mergeIntent) capture.entry(entry)
  const newest = entries.at(-1)?.id ?? lastEntry
  if (!known || newest !== lastEntry || known.label !== own.label)
    saveDevice(store, db, { ...own, lastSequence: capture.sequence, lastEntry: newest, known: {} })
  if (capture.disputed.size > 0) placeRows(store, db, capture.disputed.values())
  return capture.made
}

class Capture {
  sequence: number
  made = 0
  /** Rows whose conflicts these operations may have settled or opened. */
  readonly disputed = new Map<string, RowKey>()
  private lamport: number
  private readonly store: Store
  private readonly db: WriteDb
  private readonly device: string
  private readonly seen: Vector
  private readonly schemas: ReadonlyMap<string, SharedSchema>
  /** Rows for which others are held back. */
  private readonly awaited: ReadonlySet<string>
  private readonly known = new Set<string>()

  constructor(store: Store, db: WriteDb, own: OwnDevice, devices: readonly KnownDevice[]) {
    this.store = store
    this.db = db
    this.device = own.device
    this.sequence = devices.find(({ device }) => device === own.device)?.lastSequence ?? 0
    this.lamport = highestLamport(store, devices)
    this.schemas = sharedSchemas(store)
    this.seen = Object.fromEntries(
      devices
        .filter(({ device, lastSequence }) => device !== own.device && lastSequence > 0)
        .map(({ device, lastSequence }) => [device, lastSequence]),
    )
    this.awaited = new Set(readHeldRows(store).map(({ table, otherRowId }) => `${table}/${otherRowId ?? ''}`))
  }

  entry(entry: EntryRow): void {
    const changes = this.changesOf(entry)
    const decided = changes.flatMap((change) => this.decisionOf(entry, change))
    const subjects = new Set(decided)
    for (const change of changes) if (!subjects.has(keyOf(change))) this.row(entry, change)
  }

  /** The net change of each row. */
  private changesOf(entry: EntryRow): RowChange[] {
    const rows = new Map<string, RowChange>()
    const changes = this.store.connection
      .prepare<[number], ChangeRow>(
        'SELECT table_name, row_id, "before", "after" FROM journal_change WHERE entry_id = ? ORDER BY id',
      )
      .all(entry.id)
    for (const change of changes) {
      if (!this.schemas.has(change.table_name)) continue
      const key = { table: change.table_name, rowId: change.row_id }
      const first = rows.get(keyOf(key))
      rows.set(keyOf(key), {
        ...key,
        before: first ? first.before : parsed(change.before),
        after: parsed(change.after),
      })
    }
    return [...rows.values()]
  }

  /**
   * A decision that comes, or is taken back, speaks of the row that it names, even where the value that stood was chosen
   * and the row itself did not change.
   */
  private decisionOf(entry: EntryRow, change: RowChange): string[] {
    if (change.table !== 'conflict_decision' || (change.before === null) === (change.after === null)) return []
    const { table_name, row_id, field } = change.after ?? change.before ?? {}
    if (typeof table_name !== 'string' || typeof row_id !== 'string' || typeof field !== 'string') return []
    const [key, schema, rules] = [
      { table: table_name, rowId: row_id },
      this.schemas.get(table_name),
      sharedTableOf(table_name),
    ]
    if (!schema || !rules) return []
    const stored = readSharedRow(this.store, schema, row_id)
    const columns = field === '' || !stored ? [] : columnsWith(rules, field)
    const intent = change.after === null ? undecideIntent : decideIntent
    this.emit({ ...entry, intent }, key, { isPresent: stored !== null, fields: pick(stored ?? {}, columns) })
    this.disputed.set(keyOf(key), key)
    if (intent === decideIntent) this.moveChildren(entry, key)
    return [keyOf(key)]
  }

  /** Where a row was given up for its twin, what still refers to it is made to refer to the twin, and no longer keeps it. */
  private moveChildren(entry: EntryRow, key: RowKey): void {
    const twin = readConflict(this.store, `${keyOf(key)}/`)
    if (twin?.kind !== 'twin' || twin.otherRowId === null) return
    const states = new RowStates(this.store)
    const children = [
      ...states.childrenInStore({ table: key.table, rowId: twin.otherRowId }),
      ...states.heldBefore.values(),
    ]
    for (const child of children)
      for (const { column, parent } of this.schemas.get(child.table)?.references ?? [])
        if (parent === key.table && states.stateOf(child)?.values[column] === key.rowId)
          this.emit(entry, child, { isPresent: true, fields: { [column]: twin.otherRowId } })
  }

  private row(entry: EntryRow, change: RowChange): void {
    const { table, rowId, before, after } = change
    const [schema, rules] = [this.schemas.get(table), sharedTableOf(table)]
    const row = after ?? before
    if (!schema || !rules || !row || rules.staysHere?.({ ...row, id: rowId })) return
    const isKnown = this.isKnown(change)
    // Sample data stays here, unless a record that travels hangs on it.
    if (!isKnown && (after === null || row['is_sample'] === 1)) return
    this.noteDisputed(change)
    if (after === null) {
      this.emit(entry, change, { isPresent: false, fields: {} })
      return
    }
    const doesSeal = isSealed(rules, after) && !(isKnown && before !== null && isSealed(rules, before))
    const all = Object.keys(after)
    const columns =
      before === null || !isKnown || doesSeal
        ? all
        : [...new Set(all.filter((name) => before[name] !== after[name]).flatMap((name) => columnsWith(rules, name)))]
    if (columns.length === 0) return
    // What a new row leaves empty says nothing: another PC may have filled it in for the same row.
    const said =
      isKnown || doesSeal ? columns : columns.filter((name) => after[name] !== schema.columns.get(name)?.empty)
    this.addParents(entry, schema, after)
    this.emit(entry, change, { isPresent: true, fields: pick(after, said), doesSeal })
  }

  /** Sample rows that a record refers to go with it. */
  private addParents(entry: EntryRow, schema: SharedSchema, values: RowValues): void {
    for (const { column, parent } of schema.references) {
      const rowId = values[column]
      const above = this.schemas.get(parent)
      if (typeof rowId !== 'string' || !above || this.isKnown({ table: parent, rowId })) continue
      const stored = readSharedRow(this.store, above, rowId)
      if (!stored) continue
      this.addParents(entry, above, stored)
      this.emit(entry, { table: parent, rowId }, { isPresent: true, fields: stored })
    }
  }

  private isKnown({ table, rowId }: RowKey): boolean {
    const id = keyOf({ table, rowId })
    if (this.known.has(id)) return true
    if (!hasOperations(this.store, table, rowId)) return false
    this.known.add(id)
    return true
  }

  private noteDisputed({ table, rowId, before, after }: RowChange): void {
    const parents = (this.schemas.get(table)?.references ?? []).flatMap(({ column, parent }) =>
      [before?.[column], after?.[column]].flatMap((id) =>
        typeof id === 'string' ? [{ table: parent, rowId: id }] : [],
      ),
    )
    for (const key of [{ table, rowId }, ...parents])
      if (this.awaited.has(keyOf(key)) || isDisputed(this.store, key.table, key.rowId))
        this.disputed.set(keyOf(key), key)
  }

  private emit(
    { at, actor, intent }: Omit<EntryRow, 'id'>,
    { table, rowId }: RowKey,
    said: Pick<Operation, 'isPresent' | 'fields'> & { readonly doesSeal?: boolean },
  ): void {
    this.sequence += 1
    this.lamport += 1
    this.made += 1
    this.known.add(keyOf({ table, rowId }))
    insertOperation(this.store, this.db, {
      device: this.device,
      sequence: this.sequence,
      lamport: this.lamport,
      table,
      rowId,
      doesSeal: false,
      ...said,
      seen: this.seen,
      at,
      actor,
      intent,
    })
  }
}

/** A row of the journal without its id, which the operation names itself. */
function parsed(row: string | null): RowValues | null {
  if (row === null) return null
  // Written by the journal's own triggers as an object of the row's columns.
  const { id: _id, ...values } = JSON.parse(row) as RowValues
  return values
}

function pick(values: RowValues, names: readonly string[]): RowValues {
  return Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name] ?? null]))
}
