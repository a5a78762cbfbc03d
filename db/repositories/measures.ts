import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { MeasureRecord } from '../../shared/rectification/part-records'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { insertRow, prepared, selectNumber, selectRows, updateRow } from '../prepared'
import { evidence, findingMeasure, measure } from '../schema/rectification'

export type MeasureRow = typeof measure.$inferSelect
export type FindingMeasureRow = typeof findingMeasure.$inferSelect

export function toMeasureRecord(row: MeasureRow): MeasureRecord {
  const { batchId: _batch, sourceRow: _row, isSample: _sample, createdAt: _at, updatedAt: _updated, ...rest } = row
  // Statuses and days are only written from MeasureRecord itself.
  return rest as MeasureRecord
}

export interface NumberedMeasure {
  /** Number within the finding, from 1. */
  readonly number: number
  readonly measure: MeasureRow
}

/** The measures of a finding in their order. */
export function readMeasuresOf(db: ReadDb, findingId: string): NumberedMeasure[] {
  return db
    .select(getTableColumns(measure))
    .from(findingMeasure)
    .innerJoin(measure, eq(measure.id, findingMeasure.measureId))
    .where(eq(findingMeasure.findingId, findingId))
    .orderBy(asc(findingMeasure.position), sql`${findingMeasure}.rowid`)
    .all()
    .map((row, index) => ({ number: index + 1, measure: row }))
}

/** Every measure by its id, and the measures of each finding in their order, for exports, imports and statistics. */
export function readAllMeasures(db: ReadDb): {
  readonly measures: ReadonlyMap<string, MeasureRow>
  readonly ofFinding: ReadonlyMap<string, readonly MeasureRow[]>
} {
  const measures = new Map(selectRows(db, getTableColumns(measure), 'FROM measure')().map((row) => [row.id, row]))
  const links = selectRows(
    db,
    getTableColumns(findingMeasure),
    'FROM finding_measure ORDER BY finding_id, position, id',
  )()
  const ofFinding = new Map<string, MeasureRow[]>()
  for (const { findingId, measureId } of links) {
    const row = measures.get(measureId)
    if (!row) continue
    const list = ofFinding.get(findingId)
    if (list) list.push(row)
    else ofFinding.set(findingId, [row])
  }
  return { measures, ofFinding }
}

export function readMeasure(db: ReadDb, id: string): MeasureRow | null {
  return db.select().from(measure).where(eq(measure.id, id)).get() ?? null
}

/** Ids of the findings that a measure serves. */
export function readFindingsOfMeasure(db: ReadDb, measureId: string): string[] {
  return db
    .select({ id: findingMeasure.findingId })
    .from(findingMeasure)
    .where(eq(findingMeasure.measureId, measureId))
    .orderBy(sql`${findingMeasure}.rowid`)
    .all()
    .map(({ id }) => id)
}

export interface NamedFinding {
  readonly id: string
  readonly no: string
  readonly title: string
}

/** The other findings that the measures of a finding serve, by measure. */
export function readOtherFindings(db: ReadDb, findingId: string): ReadonlyMap<string, readonly NamedFinding[]> {
  const rows = db.all<NamedFinding & { readonly measureId: string }>(
    sql`SELECT other.measure_id AS measureId, f.id, f.no, f.title
      FROM finding_measure own JOIN finding_measure other ON other.measure_id = own.measure_id
      JOIN finding f ON f.id = other.finding_id
      WHERE own.finding_id = ${findingId} AND other.finding_id <> ${findingId} ORDER BY f.position, f.id`,
  )
  const byMeasure = new Map<string, NamedFinding[]>()
  for (const { measureId, id, no, title } of rows) {
    const list = byMeasure.get(measureId)
    if (list) list.push({ id, no, title })
    else byMeasure.set(measureId, [{ id, no, title }])
  }
  return byMeasure
}

export function insertMeasure(db: WriteDb, row: MeasureRow): void {
  insertRow(db, measure, row)
}

export function updateMeasure(db: WriteDb, id: string, fields: Partial<MeasureRow>): void {
  updateRow(db, measure, id, fields)
}

/** Hangs a measure on a finding behind those that are there; a second time changes nothing. */
export function linkMeasure(db: WriteDb, link: Omit<FindingMeasureRow, 'position'>): void {
  const isThere = prepared(db, 'finding_measure.isThere', () =>
    selectRows(db, { id: findingMeasure.id }, 'FROM finding_measure WHERE finding_id = ? AND measure_id = ?'),
  )
  if (isThere(link.findingId, link.measureId).length > 0) return
  const position = selectNumber(db, 'SELECT coalesce(max(position), 0) + 1 FROM finding_measure WHERE finding_id = ?', [
    link.findingId,
  ])
  insertMeasureLink(db, { ...link, position })
}

/** Hangs a new measure on a finding at a place that the caller knows. */
export function insertMeasureLink(db: WriteDb, link: FindingMeasureRow): void {
  insertRow(db, findingMeasure, {
    ...link,
    id: idOfNew(db, findingMeasure, [link.findingId, link.measureId], () => link.id),
  })
}

/** Numbers the measures of a finding anew, in the order given. */
export function orderMeasures(db: WriteDb, findingId: string, measureIds: readonly string[]): void {
  const links = db.select().from(findingMeasure).where(eq(findingMeasure.findingId, findingId)).all()
  for (const { id, measureId, position } of links) {
    const place = measureIds.indexOf(measureId) + 1
    if (place > 0 && place !== position) updateRow(db, findingMeasure, id, { position: place })
  }
}

export function unlinkMeasure(db: WriteDb, findingId: string, measureId: string): void {
  db.delete(findingMeasure)
    .where(and(eq(findingMeasure.findingId, findingId), eq(findingMeasure.measureId, measureId)))
    .run()
}

export function deleteMeasure(db: WriteDb, id: string): void {
  db.delete(findingMeasure).where(eq(findingMeasure.measureId, id)).run()
  db.delete(measure).where(eq(measure.id, id)).run()
}

/** Deletes those of the measures that serve no finding any more; evidence elsewhere that named one stays with its finding. */
export function deleteUnservedMeasures(db: WriteDb, ids: readonly string[]): void {
  for (const id of ids) {
    if (readFindingsOfMeasure(db, id).length > 0) continue
    db.update(evidence).set({ measureId: null }).where(eq(evidence.measureId, id)).run()
    deleteMeasure(db, id)
  }
}
