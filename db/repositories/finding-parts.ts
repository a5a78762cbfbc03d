import { asc, eq, getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type {
  Accountability,
  Cycle,
  Extension,
  FindingAmount,
  FindingPoint,
  FindingStep,
  LookBack,
  Referral,
  RuleMade,
} from '../../shared/rectification/part-records'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { insertRow, selectRows, updateRow } from '../prepared'
import { evidence, finding, findingMeasure, findingPoint } from '../schema/rectification'
import {
  accountability,
  extension,
  findingAmount,
  findingStep,
  lookBack,
  rectCycle,
  rectLetter,
  recurrence,
  referral,
  ruleMade,
} from '../schema/rectification-parts'

/** Tables whose rows belong to one finding. */
export const findingPartTables = {
  point: findingPoint,
  amount: findingAmount,
  rule: ruleMade,
  accountability,
  referral,
  extension,
  cycle: rectCycle,
  step: findingStep,
  lookBack,
} as const
export type FindingPartKind = keyof typeof findingPartTables
export type FindingPartRow<K extends FindingPartKind> = (typeof findingPartTables)[K]['$inferSelect']

/** What the rules know of a row of each kind. */
export interface FindingPartRecords {
  readonly point: FindingPoint
  readonly amount: FindingAmount
  readonly rule: RuleMade
  readonly accountability: Accountability
  readonly referral: Referral
  readonly extension: Extension
  readonly cycle: Cycle
  readonly step: FindingStep
  readonly lookBack: LookBack
}

type PartTable = SQLiteTable & { readonly id: SQLiteColumn; readonly findingId: SQLiteColumn }

/** Rows of one kind of a finding in the order in which they came; points by their place, cycles by their number. */
export function readPartsOf<K extends FindingPartKind>(db: ReadDb, kind: K, findingId: string): FindingPartRow<K>[] {
  const table: PartTable = findingPartTables[kind]
  const order = kind === 'cycle' ? asc(rectCycle.seq) : kind === 'point' ? asc(findingPoint.position) : asc(table.id)
  // The table of the kind gives rows of the kind.
  return db.select().from(table).where(eq(table.findingId, findingId)).orderBy(order).all() as FindingPartRow<K>[]
}

/** The same rows as the rules know them. */
export function readPartRecords<K extends FindingPartKind>(
  db: ReadDb,
  kind: K,
  findingId: string,
): FindingPartRecords[K][] {
  // Closed lists, days and amounts are only written from the records themselves.
  return readPartsOf(db, kind, findingId) as unknown as FindingPartRecords[K][]
}

/** All rows of one kind by finding, for exports, imports and statistics. */
export function readAllParts<K extends FindingPartKind>(
  db: ReadDb,
  kind: K,
): ReadonlyMap<string, readonly FindingPartRow<K>[]> {
  const table: PartTable = findingPartTables[kind]
  const rows = selectRows(db, getTableColumns(table), `FROM "${getTableName(table)}" ORDER BY finding_id, id`)()
  const byFinding = new Map<string, FindingPartRow<K>[]>()
  // As above.
  for (const row of rows as unknown as FindingPartRow<K>[]) {
    const list = byFinding.get(row.findingId)
    if (list) list.push(row)
    else byFinding.set(row.findingId, [row])
  }
  return byFinding
}

/** Findings with steps beyond notes of progress, whatever they were. */
export function readSteppedFindings(db: ReadDb): ReadonlySet<string> {
  const rows = selectRows(db, { findingId: findingStep.findingId }, "FROM finding_step WHERE kind <> 'progress'")()
  return new Set(rows.map(({ findingId }) => findingId))
}

export function readPart<K extends FindingPartKind>(db: ReadDb, kind: K, id: string): FindingPartRow<K> | null {
  const table: PartTable = findingPartTables[kind]
  return (db.select().from(table).where(eq(table.id, id)).get() as FindingPartRow<K> | undefined) ?? null
}

/** The id of a new cycle: on every PC of the bureau the same for the same finding and turn. */
export function idOfCycle(db: ReadDb, findingId: string, seq: number, newId: () => string): string {
  return idOfNew(db, rectCycle, [findingId, seq], newId)
}

export function insertPart<K extends FindingPartKind>(db: WriteDb, kind: K, row: FindingPartRow<K>): void {
  insertRow(db, findingPartTables[kind] as SQLiteTable, row)
}

export function updatePart<K extends FindingPartKind>(
  db: WriteDb,
  kind: K,
  id: string,
  fields: Partial<FindingPartRow<K>>,
): void {
  updateRow(db, findingPartTables[kind] as SQLiteTable, id, fields)
}

export function deletePart(db: WriteDb, kind: FindingPartKind, id: string): void {
  const table: PartTable = findingPartTables[kind]
  db.delete(table).where(eq(table.id, id)).run()
}

/** Deletes a finding with all that belongs to it; measures that serve no other finding are the caller's to delete. */
export function deleteFinding(db: WriteDb, id: string): void {
  db.delete(recurrence).where(eq(recurrence.findingId, id)).run()
  db.delete(recurrence).where(eq(recurrence.earlierId, id)).run()
  const owned: readonly PartTable[] = [...Object.values(findingPartTables), rectLetter, evidence, findingMeasure]
  for (const table of owned) db.delete(table).where(eq(table.findingId, id)).run()
  db.delete(finding).where(eq(finding.id, id)).run()
}
