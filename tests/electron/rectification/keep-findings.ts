import type { WriteDb } from '../../../db/access'
import { insertFinding } from '../../../db/repositories/findings'
import { insertProgram } from '../../../db/repositories/rect-programs'
import type { FindingRecord, ProgramRecord } from '../../../shared/rectification/record'

/** Writes programmes and findings as a ledger that was imported holds them. */
export function keepFindings(
  db: WriteDb,
  programs: readonly ProgramRecord[],
  findings: readonly FindingRecord[],
): void {
  for (const program of programs) insertProgram(db, { ...program, noticeText: '', batchId: null })
  for (const finding of findings) insertFinding(db, { ...finding, batchId: null, sourceRow: null })
}
