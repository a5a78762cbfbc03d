import { and, asc, eq } from 'drizzle-orm'
import { grouped } from '../../shared/core/grouped'
import type { IsoDate } from '../../shared/core/dates'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, updateRow } from '../prepared'
import { unitFigure } from '../schema/district'

export type UnitFigureRow = Omit<typeof unitFigure.$inferSelect, 'givenOn'> & { readonly givenOn: IsoDate }

/** Figures that the district gave in a year, by unit, oldest first: the newest up to a day counts. */
export function readUnitFigures(db: ReadDb, year: number): ReadonlyMap<string, readonly UnitFigureRow[]> {
  const rows = db
    .select()
    .from(unitFigure)
    .where(eq(unitFigure.year, year))
    .orderBy(asc(unitFigure.givenOn), asc(unitFigure.id))
    .all()
  // Only real days are written.
  return grouped(rows as UnitFigureRow[], (row) => row.unitId)
}

/** Records a figure; one given on the same day takes its place. */
export function saveUnitFigure(db: WriteDb, row: UnitFigureRow): void {
  const sameDay = and(
    eq(unitFigure.unitId, row.unitId),
    eq(unitFigure.year, row.year),
    eq(unitFigure.componentId, row.componentId),
    eq(unitFigure.givenOn, row.givenOn),
  )
  const known = db.select({ id: unitFigure.id }).from(unitFigure).where(sameDay).get()
  if (!known) return insertRow(db, unitFigure, row)
  const { id: _, ...fields } = row
  updateRow(db, unitFigure, known.id, fields)
}
