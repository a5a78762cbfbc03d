import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { ProgramRecord } from '../../shared/rectification/record'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber, selectRows, updateRow } from '../prepared'
import { rectProgram, rectRole } from '../schema/rectification'
import { person } from '../schema/registry'

export type ProgramRow = typeof rectProgram.$inferSelect

/** The record as the rules know it; the pasted notice and the batch stay in the row. */
export function toProgramRecord(row: ProgramRow): ProgramRecord {
  const { noticeText: _text, batchId: _batch, ...rest } = row
  // Closed lists, days and JSON are only written from ProgramRecord itself.
  return rest as ProgramRecord
}

/** Every programme, the newest feedback first. */
export function readPrograms(db: ReadDb): ProgramRow[] {
  return selectRows(db, getTableColumns(rectProgram), `FROM rect_program ORDER BY coalesce(feedback_on, '') DESC, id`)()
}

export function readProgram(db: ReadDb, id: string): ProgramRow | null {
  return db.select().from(rectProgram).where(eq(rectProgram.id, id)).get() ?? null
}

export function insertProgram(db: WriteDb, row: ProgramRow): void {
  insertRow(db, rectProgram, row)
}

export function updateProgram(db: WriteDb, id: string, fields: Partial<ProgramRow>): void {
  updateRow(db, rectProgram, id, fields)
}

export function deleteProgram(db: WriteDb, id: string): void {
  db.delete(rectProgram).where(eq(rectProgram.id, id)).run()
}

export function countFindingsOf(db: ReadDb, programId: string): number {
  return selectNumber(db, 'SELECT count(*) FROM finding WHERE program_id = ?', [programId])
}

export interface RoleHolder {
  readonly role: string
  readonly personId: string
  readonly personName: string
}

/** 整改分工, role by role in the order of appointment. */
export function readRectRoles(db: ReadDb): RoleHolder[] {
  return db
    .select({ role: rectRole.role, personId: rectRole.personId, personName: person.name })
    .from(rectRole)
    .innerJoin(person, eq(person.id, rectRole.personId))
    .orderBy(asc(rectRole.id))
    .all()
}

/** Puts the appointments in place of what was there; unchanged ones are left alone. */
export function saveRectRoles(
  db: WriteDb,
  roles: readonly { readonly role: string; readonly personId: string }[],
  newId: () => string,
  isSample: boolean,
): void {
  const keyOf = (each: { readonly role: string; readonly personId: string }): string => `${each.role}/${each.personId}`
  const wanted = new Map(roles.map((each) => [keyOf(each), each]))
  const known = db.select().from(rectRole).all()
  for (const row of known) if (!wanted.delete(keyOf(row))) db.delete(rectRole).where(eq(rectRole.id, row.id)).run()
  for (const { role, personId } of wanted.values())
    db.insert(rectRole).values({ id: newId(), role, personId, isSample }).run()
}
