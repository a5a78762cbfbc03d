import { desc, eq, or, sql } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { insertRow } from '../prepared'
import { handover } from '../schema/registry'

export type HandoverRow = typeof handover.$inferSelect

/** Every handover, the newest first. */
export function readHandovers(db: ReadDb): HandoverRow[] {
  return db.select().from(handover).orderBy(desc(handover.handedOn), desc(handover.id)).all()
}

export function insertHandover(db: WriteDb, row: HandoverRow): void {
  insertRow(db, handover, row)
}

/** In how many handovers the person stands. */
export function countHandoversOf(db: ReadDb, personId: string): number {
  const found = db
    .select({ count: sql<number>`count(*)` })
    .from(handover)
    .where(or(eq(handover.fromPersonId, personId), eq(handover.toPersonId, personId)))
    .get()
  return found?.count ?? 0
}
