import { asc, eq } from 'drizzle-orm'
import type { UnitRecord } from '../../shared/district/record'
import { unitFinder } from '../../shared/district/unit-finder'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber, updateRow } from '../prepared'
import { unit } from '../schema/district'

export type UnitRow = typeof unit.$inferSelect

function toUnitRecord(row: UnitRow): UnitRecord {
  // Categories and days are only written from UnitRecord itself.
  return { ...row, aliases: [...row.aliases] } as UnitRecord
}

/** 单位名册: by category, then in the order of the list. */
export function readUnits(db: ReadDb): UnitRecord[] {
  return db.select().from(unit).orderBy(asc(unit.category), asc(unit.position), asc(unit.name)).all().map(toUnitRecord)
}

/** One unit, or null. */
export function readUnit(db: ReadDb, id: string): UnitRecord | null {
  const row = db.select().from(unit).where(eq(unit.id, id)).get()
  return row ? toUnitRecord(row) : null
}

/** The unit that a name or an alias means; null when none does, or several could. For many names use `unitFinder`. */
export function findUnit(db: ReadDb, name: string): UnitRecord | null {
  return unitFinder(readUnits(db))(name)
}

export function insertUnit(db: WriteDb, row: UnitRow): void {
  insertRow(db, unit, row)
}

export function updateUnit(db: WriteDb, id: string, fields: Partial<UnitRow>): void {
  updateRow(db, unit, id, fields)
}

export function deleteUnit(db: WriteDb, id: string): void {
  db.delete(unit).where(eq(unit.id, id)).run()
}

/** The place behind the last unit of the list. */
export function nextUnitPosition(db: ReadDb): number {
  return selectNumber(db, 'SELECT coalesce(max(position), 0) + 1 FROM unit', [])
}

/** Editions that the unit has sent, and what else the district wrote about it. */
export function countUnitRecords(db: ReadDb, id: string): number {
  const tables = ['submission', 'line_verdict', 'unit_figure', 'unit_veto', 'objection']
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table} WHERE unit_id = ?)`)
  return selectNumber(
    db,
    `SELECT ${counts.join(' + ')}`,
    tables.map(() => id),
  )
}
