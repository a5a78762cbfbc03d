import { asc, eq } from 'drizzle-orm'
import { grouped } from '../../shared/core/grouped'
import type { IsoDate } from '../../shared/core/dates'
import type { ReadDb, WriteDb } from '../access'
import { insertRow } from '../prepared'
import { unitVeto } from '../schema/district'

export type UnitVetoRow = Omit<typeof unitVeto.$inferSelect, 'happenedOn'> & { readonly happenedOn: IsoDate }

/** Acts recorded in a year, by unit, in the order in which they happened. */
export function readUnitVetoes(db: ReadDb, year: number): ReadonlyMap<string, readonly UnitVetoRow[]> {
  const rows = db
    .select()
    .from(unitVeto)
    .where(eq(unitVeto.year, year))
    .orderBy(asc(unitVeto.happenedOn), asc(unitVeto.id))
    .all()
  // Only real days are written.
  return grouped(rows as UnitVetoRow[], (row) => row.unitId)
}

export function readUnitVeto(db: ReadDb, id: string): UnitVetoRow | null {
  // Only real days are written.
  return (db.select().from(unitVeto).where(eq(unitVeto.id, id)).get() as UnitVetoRow | undefined) ?? null
}

export function insertUnitVeto(db: WriteDb, row: UnitVetoRow): void {
  insertRow(db, unitVeto, row)
}

export function deleteUnitVeto(db: WriteDb, id: string): void {
  db.delete(unitVeto).where(eq(unitVeto.id, id)).run()
}
