import { desc, eq } from 'drizzle-orm'
import type { ImportBatch } from '../../shared/tables/contract'
import type { ReadDb, WriteDb } from '../access'
import { importBatch, tableMapping } from '../schema/tables'

export interface NewBatch extends ImportBatch {
  readonly headerRows: readonly number[]
  readonly title: string
  readonly sha256: string
  readonly isSample: boolean
}

/** Adds the record of a confirmed import. */
export function insertBatch(db: WriteDb, batch: NewBatch): void {
  db.insert(importBatch).values(batch).run()
}

/** Confirmed imports, newest first. */
export function readBatches(db: ReadDb): NewBatch[] {
  // The columns are only written from NewBatch.
  return db.select().from(importBatch).orderBy(desc(importBatch.id)).all() as unknown as NewBatch[]
}

/** One import, or null when it was undone or never was. */
export function readBatch(db: ReadDb, id: string): NewBatch | null {
  const row = db.select().from(importBatch).where(eq(importBatch.id, id)).get()
  return row ? (row as unknown as NewBatch) : null
}

/** The mapping a person once chose for this layout, by zero-based column index. */
export function readMapping(
  db: ReadDb,
  kind: string,
  fingerprint: string,
): Readonly<Record<string, string | null>> | null {
  return (
    db
      .select()
      .from(tableMapping)
      .where(eq(tableMapping.id, `${kind}/${fingerprint}`))
      .get()?.mapping ?? null
  )
}

/** Remembers a mapping for the next file of the same layout. */
export function saveMapping(
  db: WriteDb,
  kind: string,
  fingerprint: string,
  mapping: Readonly<Record<string, string | null>>,
): void {
  db.insert(tableMapping)
    .values({ id: `${kind}/${fingerprint}`, mapping })
    .onConflictDoUpdate({ target: tableMapping.id, set: { mapping } })
    .run()
}
