import { and, asc, eq, isNull } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, updateRow } from '../prepared'
import { ownObjection } from '../schema/exchange'

export type OwnObjectionRow = typeof ownObjection.$inferSelect

/** 异议 of a period, the oldest first. */
export function readOwnObjections(db: ReadDb, period: string): OwnObjectionRow[] {
  return db.select().from(ownObjection).where(eq(ownObjection.period, period)).orderBy(asc(ownObjection.id)).all()
}

export function readOwnObjection(db: ReadDb, id: string): OwnObjectionRow | null {
  return db.select().from(ownObjection).where(eq(ownObjection.id, id)).get() ?? null
}

export function insertOwnObjection(db: WriteDb, row: OwnObjectionRow): void {
  insertRow(db, ownObjection, row)
}

export function updateOwnObjection(db: WriteDb, id: string, fields: Partial<OwnObjectionRow>): void {
  updateRow(db, ownObjection, id, fields)
}

export function deleteOwnObjection(db: WriteDb, id: string): void {
  db.delete(ownObjection).where(eq(ownObjection.id, id)).run()
}

/** Marks those that wait as gone out with a package. */
export function markObjectionsSent(db: WriteDb, period: string, sentId: string): void {
  db.update(ownObjection)
    .set({ sentId })
    .where(and(eq(ownObjection.period, period), isNull(ownObjection.sentId)))
    .run()
}
