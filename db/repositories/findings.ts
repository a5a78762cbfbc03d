import { eq, getTableColumns } from 'drizzle-orm'
import type { FindingRecord } from '../../shared/rectification/record'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber, selectRows, updateRow } from '../prepared'
import { finding } from '../schema/rectification'

export type FindingRow = typeof finding.$inferSelect

/** The record as the rules know it; where it was imported from stays in the row. */
export function toFindingRecord(row: FindingRow): FindingRecord {
  const { batchId: _batch, sourceRow: _row, ...rest } = row
  // Closed lists, days and amounts are only written from FindingRecord itself.
  return rest as FindingRecord
}

/** Every finding, programme by programme in its own order. */
export function readFindings(db: ReadDb): FindingRow[] {
  return selectRows(db, getTableColumns(finding), 'FROM finding ORDER BY program_id, position, id')()
}

/** The findings of one programme in its own order. */
export function readFindingsOf(db: ReadDb, programId: string): FindingRow[] {
  return selectRows(db, getTableColumns(finding), 'FROM finding WHERE program_id = ? ORDER BY position, id')(programId)
}

export function readFinding(db: ReadDb, id: string): FindingRow | null {
  return db.select().from(finding).where(eq(finding.id, id)).get() ?? null
}

/** Adds a finding; the statement is prepared once for a whole import. */
export function insertFinding(db: WriteDb, row: FindingRow): void {
  insertRow(db, finding, row)
}

export function updateFinding(db: WriteDb, id: string, fields: Partial<FindingRow>): void {
  updateRow(db, finding, id, fields)
}

/** The place after the last finding of a programme. */
export function nextPosition(db: ReadDb, programId: string): number {
  return selectNumber(db, 'SELECT coalesce(max(position), 0) + 1 FROM finding WHERE program_id = ?', [programId])
}
