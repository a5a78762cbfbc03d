import { and, asc, eq, inArray } from 'drizzle-orm'
import type { TaskRecord } from '../../shared/assignments/task'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { assignment, task } from '../schema/assignments'
import type { AssignmentRow } from './assignments'

export type TaskRow = typeof task.$inferSelect

/** Years that the district has assigned anything in, ascending. */
export function readAssignedYears(db: ReadDb): number[] {
  return db
    .selectDistinct({ year: assignment.year })
    .from(assignment)
    .orderBy(asc(assignment.year))
    .all()
    .map(({ year }) => year)
}

/** Assignments of some years that are neither withdrawn nor left out, in the order of entry. */
export function readLiveAssignments(db: ReadDb, years: readonly number[]): AssignmentRow[] {
  return db
    .select()
    .from(assignment)
    .where(inArray(assignment.year, [...years]))
    .orderBy(asc(assignment.year), asc(assignment.itemKey), asc(assignment.unitKey))
    .all()
    .filter(({ participation, withdrawnOn }) => participation !== 'excluded' && withdrawnOn === null)
}

/** What was recorded about the occurrences of one assignment, or of all. */
export function readTasks(db: ReadDb, assignmentId: string | null): TaskRow[] {
  const query = db.select().from(task)
  return assignmentId === null ? query.all() : query.where(eq(task.assignmentId, assignmentId)).all()
}

/** The record of one occurrence, or null. */
export function readTask(db: ReadDb, assignmentId: string, occurrence: string): TaskRow | null {
  const one = and(eq(task.assignmentId, assignmentId), eq(task.occurrence, occurrence))
  return db.select().from(task).where(one).get() ?? null
}

/** The id of a new record: on every PC of the bureau the same for the same occurrence. */
export function idOfTask(db: ReadDb, assignmentId: string, occurrence: string, newId: () => string): string {
  return idOfNew(db, task, [assignmentId, occurrence], newId)
}

/** Writes the record of one occurrence. */
export function saveTask(db: WriteDb, row: TaskRow): void {
  const { id: _id, ...set } = row
  db.insert(task).values(row).onConflictDoUpdate({ target: task.id, set }).run()
}

/** The fields of a row that are the record. */
export function toTaskRecord(row: TaskRow): TaskRecord {
  const {
    id: _id,
    assignmentId: _assignment,
    occurrence: _occurrence,
    isSample: _sample,
    updatedAt: _at,
    ...record
  } = row
  // Date columns are only written from a TaskRecord.
  return record as TaskRecord
}
