import { and, asc, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { savedView } from '../schema/settings'

export type SavedViewRow = typeof savedView.$inferSelect

/** The views of one list, in the order in which they were first saved. */
export function readViews(db: ReadDb, list: string): SavedViewRow[] {
  return db
    .select()
    .from(savedView)
    .where(eq(savedView.list, list))
    .orderBy(asc(savedView.createdAt), asc(savedView.id))
    .all()
}

export function readView(db: ReadDb, id: string): SavedViewRow | null {
  return db.select().from(savedView).where(eq(savedView.id, id)).get() ?? null
}

/** The view of that name in a list, or null. */
export function readViewByName(db: ReadDb, list: string, name: string): SavedViewRow | null {
  return (
    db
      .select()
      .from(savedView)
      .where(and(eq(savedView.list, list), eq(savedView.name, name)))
      .get() ?? null
  )
}

/** Adds a view, or puts it in place of the one with its id. */
export function saveView(db: WriteDb, row: SavedViewRow): void {
  const { name, state } = row
  db.insert(savedView).values(row).onConflictDoUpdate({ target: savedView.id, set: { name, state } }).run()
}

export function deleteView(db: WriteDb, id: string): void {
  db.delete(savedView).where(eq(savedView.id, id)).run()
}
