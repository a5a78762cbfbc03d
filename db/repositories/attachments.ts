import { and, asc, count, eq } from 'drizzle-orm'
import type { AttachmentRoom } from '../../shared/attachments/contract'
import type { ReadDb, WriteDb } from '../access'
import { selectNumber } from '../prepared'
import { attachment } from '../schema/attachments'

export type AttachmentRow = typeof attachment.$inferSelect

/** Files kept with a record, oldest first. */
export function readAttachmentsOf(db: ReadDb, room: AttachmentRoom | 'exchange', recordId: string): AttachmentRow[] {
  return db
    .select()
    .from(attachment)
    .where(and(eq(attachment.room, room), eq(attachment.recordId, recordId)))
    .orderBy(asc(attachment.id))
    .all()
}

/** One attachment, or null. */
export function readAttachment(db: ReadDb, id: string): AttachmentRow | null {
  return db.select().from(attachment).where(eq(attachment.id, id)).get() ?? null
}

/** Every attachment, for the check of what is present. */
export function readAllAttachments(db: ReadDb): AttachmentRow[] {
  return db.select().from(attachment).all()
}

/** How many rows refer to these bytes. */
export function countAttachmentsOfBytes(db: ReadDb, sha256: string): number {
  return selectNumber(db, 'SELECT count(*) FROM attachment WHERE sha256 = ?', [sha256])
}

/** Adds the row; its bytes must already lie in the attachments folder. */
export function insertAttachment(db: WriteDb, row: AttachmentRow): void {
  db.insert(attachment).values(row).run()
}

/** Takes the row away; the bytes stay until no backup needs them. */
export function deleteAttachment(db: WriteDb, id: string): void {
  db.delete(attachment).where(eq(attachment.id, id)).run()
}

/** Takes away the rows of a record that goes. */
export function deleteAttachmentsOf(db: WriteDb, recordId: string): void {
  db.delete(attachment).where(eq(attachment.recordId, recordId)).run()
}

/** How many files each record has. */
export function countAttachmentsByRecord(db: ReadDb): ReadonlyMap<string, number> {
  const rows = db
    .select({ recordId: attachment.recordId, files: count() })
    .from(attachment)
    .groupBy(attachment.recordId)
    .all()
  return new Map(rows.map(({ recordId, files }) => [recordId, files]))
}
