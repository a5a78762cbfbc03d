import { asc, desc, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { insertRow } from '../prepared'
import { publication } from '../schema/district'

export type PublicationRow = typeof publication.$inferSelect

/** Every version of a period, the first one first. */
export function readPublications(db: ReadDb, period: string): PublicationRow[] {
  return db.select().from(publication).where(eq(publication.period, period)).orderBy(asc(publication.version)).all()
}

/** The periods of which something was published. */
export function readPublishedPeriods(db: ReadDb): string[] {
  return db
    .selectDistinct({ period: publication.period })
    .from(publication)
    .orderBy(asc(publication.period))
    .all()
    .map(({ period }) => period)
}

export function readPublication(db: ReadDb, id: string): PublicationRow | null {
  return db.select().from(publication).where(eq(publication.id, id)).get() ?? null
}

/** The newest version of a period; null before the first. */
export function readLatestPublication(db: ReadDb, period: string): PublicationRow | null {
  return (
    db
      .select()
      .from(publication)
      .where(eq(publication.period, period))
      .orderBy(desc(publication.version))
      .limit(1)
      .get() ?? null
  )
}

/** The store itself keeps what is written here: no change, no deletion. */
export function insertPublication(db: WriteDb, row: PublicationRow): void {
  insertRow(db, publication, row)
}
