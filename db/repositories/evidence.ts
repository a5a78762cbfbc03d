import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber, selectRows, updateRow } from '../prepared'
import { attachment } from '../schema/attachments'
import { evidence } from '../schema/rectification'
import type { AttachmentRow } from './attachments'

export type EvidenceRow = typeof evidence.$inferSelect

export interface EvidenceFile {
  readonly evidence: EvidenceRow
  readonly file: AttachmentRow
}

/** The evidence of a finding with its files, in the order in which it came. */
export function readEvidenceOf(db: ReadDb, findingId: string): EvidenceFile[] {
  return db
    .select({ evidence: getTableColumns(evidence), file: getTableColumns(attachment) })
    .from(evidence)
    .innerJoin(attachment, eq(attachment.id, evidence.attachmentId))
    .where(eq(evidence.findingId, findingId))
    .orderBy(asc(evidence.id))
    .all()
}

/** All evidence by finding, without the files. */
export function readAllEvidence(db: ReadDb): ReadonlyMap<string, readonly EvidenceRow[]> {
  const byFinding = new Map<string, EvidenceRow[]>()
  for (const row of selectRows(db, getTableColumns(evidence), 'FROM evidence ORDER BY finding_id, id')()) {
    const list = byFinding.get(row.findingId)
    if (list) list.push(row)
    else byFinding.set(row.findingId, [row])
  }
  return byFinding
}

export function readEvidence(db: ReadDb, id: string): EvidenceRow | null {
  return db.select().from(evidence).where(eq(evidence.id, id)).get() ?? null
}

/** How often a kept file is evidence. */
export function countEvidenceOfAttachment(db: ReadDb, attachmentId: string): number {
  return selectNumber(db, 'SELECT count(*) FROM evidence WHERE attachment_id = ?', [attachmentId])
}

export function updateEvidence(db: WriteDb, id: string, fields: Partial<EvidenceRow>): void {
  updateRow(db, evidence, id, fields)
}

export function insertEvidence(db: WriteDb, row: EvidenceRow): void {
  insertRow(db, evidence, row)
}

export function deleteEvidence(db: WriteDb, id: string): void {
  db.delete(evidence).where(eq(evidence.id, id)).run()
}
