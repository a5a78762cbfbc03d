import { asc, eq, sql } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { prepared } from '../prepared'
import { assignment } from '../schema/assignments'
import { importBatch } from '../schema/tables'

export type AssignmentRow = typeof assignment.$inferSelect
export type AssignmentDistrictFields = Omit<
  AssignmentRow,
  'id' | 'handler' | 'internalDueOn' | 'progressText' | 'actual'
>

const streamOrder = sql`case ${assignment.stream} when 'investment' then 1 when 'projects' then 2 when 'environment' then 3 when 'revenue' then 4 else 5 end`

/** Assignments of a year by stream and number, whichever issue of the table they came from, with the file's name. */
export function readAssignments(db: ReadDb, year: number): (AssignmentRow & { readonly fileName: string })[] {
  return db
    .select({ row: assignment, fileName: importBatch.fileName })
    .from(assignment)
    .leftJoin(importBatch, eq(importBatch.id, assignment.batchId))
    .where(eq(assignment.year, year))
    .orderBy(streamOrder, asc(assignment.itemKey), asc(assignment.unitKey))
    .all()
    .map(({ row, fileName }) => ({ ...row, fileName: fileName ?? '' }))
}

/** One assignment, or null. */
export function readAssignment(db: ReadDb, id: string): AssignmentRow | null {
  return db.select().from(assignment).where(eq(assignment.id, id)).get() ?? null
}

/** Adds an item of the district's table, under the id that it has on every PC of the bureau. */
export function insertAssignment(db: WriteDb, row: AssignmentRow): void {
  const id = row.isSample ? row.id : idOfNew(db, assignment, [row.year, row.unitKey, row.itemKey], () => row.id)
  prepared(db, 'assignment.insert', () => {
    const keys = Object.keys(row) as (keyof AssignmentRow)[]
    // Placeholders stand for each column's value, so the shape is the row's.
    const values = Object.fromEntries(keys.map((key) => [key, sql.placeholder(key)])) as never
    return db.insert(assignment).values(values).prepare()
  }).run({ ...row, id })
}

/** Overwrites the district's fields only; what the bureau wrote stays. */
export function updateAssignmentFromDistrict(db: WriteDb, id: string, fields: Partial<AssignmentDistrictFields>): void {
  db.update(assignment).set(fields).where(eq(assignment.id, id)).run()
}

/** Saves the bureau's own progress. */
export function updateAssignmentProgress(
  db: WriteDb,
  id: string,
  fields: Pick<AssignmentRow, 'handler' | 'internalDueOn' | 'progressText' | 'actual'>,
): void {
  db.update(assignment).set(fields).where(eq(assignment.id, id)).run()
}
