import type { Side } from '../../shared/exchange/merge'
import type { Operation } from '../../shared/exchange/operation'
import type { Store, WriteDb } from '../access'
import { insertRow, prepared } from '../prepared'
import { conflictDecision } from '../schema/exchange'

/** Highest sequence by device. */
export type Vector = Readonly<Record<string, number>>

export interface KnownDevice {
  readonly device: string
  readonly label: string
  readonly lastSequence: number
  /** Journal entry up to which our own edits are operations; 0 for other PCs. */
  readonly lastEntry: number
  /** How far that PC knew the others when we last heard of it. */
  readonly known: Vector
}

interface DeviceRow {
  readonly id: string
  readonly label: string
  readonly last_sequence: number
  readonly last_entry: number
  readonly known: string
}

/** Every PC of the bureau that was heard of. */
export function readDevices(store: Store): KnownDevice[] {
  return prepared(store.read, 'device.all', () =>
    store.connection.prepare<[], DeviceRow>('SELECT * FROM journal_device ORDER BY id'),
  )
    .all()
    .map((row) => ({
      device: row.id,
      label: row.label,
      lastSequence: row.last_sequence,
      lastEntry: row.last_entry,
      known: JSON.parse(row.known) as Vector,
    }))
}

export function saveDevice(store: Store, _db: WriteDb, each: KnownDevice): void {
  prepared(store.read, 'device.save', () =>
    store.connection.prepare(
      `INSERT INTO journal_device (id, label, last_sequence, last_entry, known) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET label = excluded.label, last_sequence = excluded.last_sequence,
         last_entry = excluded.last_entry, known = excluded.known`,
    ),
  ).run(each.device, each.label, each.lastSequence, each.lastEntry, JSON.stringify(each.known))
}

interface OperationRow {
  readonly device: string
  readonly sequence: number
  readonly lamport: number
  readonly table_name: string
  readonly row_id: string
  readonly is_present: number
  readonly fields: string
  readonly does_seal: number
  readonly seen: string
  readonly at: string
  readonly actor: string
  readonly intent: string
}

function toOperation(row: OperationRow): Operation {
  return {
    device: row.device,
    sequence: row.sequence,
    lamport: row.lamport,
    table: row.table_name,
    rowId: row.row_id,
    isPresent: row.is_present === 1,
    fields: JSON.parse(row.fields) as Operation['fields'],
    doesSeal: row.does_seal === 1,
    seen: JSON.parse(row.seen) as Vector,
    at: row.at,
    actor: row.actor,
    intent: row.intent,
  }
}

/** The operations on one row, each once. */
export function readOperationsOfRow(store: Store, table: string, rowId: string): Operation[] {
  return prepared(store.read, 'operation.row', () =>
    store.connection.prepare<[string, string], OperationRow>(
      'SELECT * FROM journal_operation WHERE table_name = ? AND row_id = ? ORDER BY device, sequence',
    ),
  )
    .all(table, rowId)
    .map(toOperation)
}

/** Whether any operation speaks of the row. */
export function hasOperations(store: Store, table: string, rowId: string): boolean {
  return (
    prepared(store.read, 'operation.has', () =>
      store.connection
        .prepare<[string, string], number>(
          'SELECT 1 FROM journal_operation WHERE table_name = ? AND row_id = ? LIMIT 1',
        )
        .pluck(),
    ).get(table, rowId) !== undefined
  )
}

/** One operation by its number, or null. */
export function readOperation(store: Store, device: string, sequence: number): Operation | null {
  const row = prepared(store.read, 'operation.one', () =>
    store.connection.prepare<[string, number], OperationRow>(
      'SELECT * FROM journal_operation WHERE device = ? AND sequence = ?',
    ),
  ).get(device, sequence)
  return row ? toOperation(row) : null
}

/** The operations of a device beyond a sequence, in order. */
export function readOperationsAfter(store: Store, device: string, after: number): Operation[] {
  return prepared(store.read, 'operation.after', () =>
    store.connection.prepare<[string, number], OperationRow>(
      'SELECT * FROM journal_operation WHERE device = ? AND sequence > ? ORDER BY sequence',
    ),
  )
    .all(device, after)
    .map(toOperation)
}

/** The highest lamport of any operation; 0 without any. That of a device rises with its sequence. */
export function highestLamport(store: Store, devices: readonly KnownDevice[]): number {
  const last = devices.map((each) => readOperation(store, each.device, each.lastSequence)?.lamport ?? 0)
  return Math.max(0, ...last)
}

export function insertOperation(store: Store, _db: WriteDb, each: Operation): void {
  prepared(store.read, 'operation.insert', () =>
    store.connection.prepare(
      `INSERT INTO journal_operation
         (device, sequence, lamport, table_name, row_id, is_present, fields, does_seal, seen, at, actor, intent)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  ).run(
    each.device,
    each.sequence,
    each.lamport,
    each.table,
    each.rowId,
    each.isPresent ? 1 : 0,
    JSON.stringify(each.fields),
    each.doesSeal ? 1 : 0,
    JSON.stringify(each.seen),
    each.at,
    each.actor,
    each.intent,
  )
}

export interface Conflict {
  readonly id: string
  readonly table: string
  readonly rowId: string
  /** The column; '' for the whole row. */
  readonly field: string
  readonly kind: 'value' | 'deleted' | 'sealed' | 'twin'
  readonly sides: readonly Side[]
  /** The row that stands in this one's place, or that this one waits for; null for every other conflict. */
  readonly otherRowId: string | null
}

interface ConflictRow {
  readonly id: string
  readonly table_name: string
  readonly row_id: string
  readonly field: string
  readonly kind: Conflict['kind']
  readonly sides: string
  readonly other_row_id: string | null
}

function toConflict(row: ConflictRow): Conflict {
  return {
    id: row.id,
    table: row.table_name,
    rowId: row.row_id,
    field: row.field,
    kind: row.kind,
    sides: JSON.parse(row.sides) as Side[],
    otherRowId: row.other_row_id,
  }
}

function conflictsWhere(store: Store, condition: string, parameters: readonly string[]): Conflict[] {
  return prepared(store.read, `conflict.${condition}`, () =>
    store.connection.prepare<string[], ConflictRow>(`SELECT * FROM journal_conflict WHERE ${condition} ORDER BY id`),
  )
    .all(...parameters)
    .map(toConflict)
}

/** Everything on which PCs do not agree. */
export function readConflicts(store: Store): Conflict[] {
  return conflictsWhere(store, '1 = 1', [])
}

export function readConflict(store: Store, id: string): Conflict | null {
  return conflictsWhere(store, 'id = ?', [id])[0] ?? null
}

/** How many there are, for the home page. */
export function countConflicts(store: Store): number {
  return store.connection.prepare<[], number>('SELECT count(*) FROM journal_conflict').pluck().get() ?? 0
}

/** Rows that are held back. */
export function readHeldRows(store: Store): Conflict[] {
  return conflictsWhere(store, 'other_row_id IS NOT NULL', [])
}

/** Whether anything about the row is in dispute. */
export function isDisputed(store: Store, table: string, rowId: string): boolean {
  return (
    prepared(store.read, 'conflict.has', () =>
      store.connection.prepare(
        'SELECT 1 FROM journal_conflict WHERE id >= @prefix AND id < @end AND table_name = @table AND row_id = @rowId',
      ),
    ).get({ prefix: `${table}/${rowId}/`, end: `${table}/${rowId}0`, table, rowId }) !== undefined
  )
}

/** Puts the conflicts of a row in place of those that it had. */
export function saveConflictsOfRow(
  store: Store,
  _db: WriteDb,
  row: { readonly table: string; readonly rowId: string },
  conflicts: readonly Omit<Conflict, 'id' | 'table' | 'rowId'>[],
): void {
  prepared(store.read, 'conflict.clear', () =>
    store.connection.prepare(
      // By the key, which has an index, and by what it is made of, since a row's id may hold anything.
      'DELETE FROM journal_conflict WHERE id >= @prefix AND id < @end AND table_name = @table AND row_id = @rowId',
    ),
  ).run({ prefix: `${row.table}/${row.rowId}/`, end: `${row.table}/${row.rowId}0`, ...row })
  const insert = prepared(store.read, 'conflict.insert', () =>
    store.connection.prepare(
      'INSERT INTO journal_conflict (id, table_name, row_id, field, kind, sides, other_row_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
  )
  for (const { field, kind, sides, otherRowId } of conflicts)
    insert.run(
      `${row.table}/${row.rowId}/${field}`,
      row.table,
      row.rowId,
      field,
      kind,
      JSON.stringify(sides),
      otherRowId,
    )
}

/** Keeps what a person decided about a conflict, with all its sides. */
export function insertDecision(db: WriteDb, row: typeof conflictDecision.$inferSelect): void {
  insertRow(db, conflictDecision, row)
}
