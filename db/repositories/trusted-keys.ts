import { desc, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, updateRow } from '../prepared'
import { trustedKey } from '../schema/exchange'

export type TrustedKeyRow = typeof trustedKey.$inferSelect

/** Keys of others, the latest decision first. */
export function readTrustedKeys(db: ReadDb): TrustedKeyRow[] {
  return db.select().from(trustedKey).orderBy(desc(trustedKey.changedAt), desc(trustedKey.id)).all()
}

export function readTrustedKey(db: ReadDb, id: string): TrustedKeyRow | null {
  return db.select().from(trustedKey).where(eq(trustedKey.id, id)).get() ?? null
}

/** Keeps a key, or what is known of it now; when it was first seen stays. */
export function saveTrustedKey(db: WriteDb, row: TrustedKeyRow): void {
  const known = readTrustedKey(db, row.id)
  if (known) updateRow(db, trustedKey, row.id, { ...row, firstSeenAt: known.firstSeenAt })
  else insertRow(db, trustedKey, row)
}
