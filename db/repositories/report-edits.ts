import { and, asc, eq } from 'drizzle-orm'
import type { ReportEdit } from '../../shared/reports/edits'
import type { ReadDb, WriteDb } from '../access'
import { reportEdit } from '../schema/reports'

export type ReportEditRow = typeof reportEdit.$inferSelect

/** What was written by hand into the report of a period, in the order of entry. */
export function readReportEdits(db: ReadDb, period: string): ReportEdit[] {
  return (
    db
      .select()
      .from(reportEdit)
      .where(eq(reportEdit.period, period))
      .orderBy(asc(reportEdit.id))
      .all()
      // The kind is only written from ReportEdit itself.
      .map(({ period: _period, isSample: _sample, ...row }) => row as ReportEdit)
  )
}

/** One edit's row, or null. */
export function readReportEdit(db: ReadDb, id: string): ReportEditRow | null {
  return db.select().from(reportEdit).where(eq(reportEdit.id, id)).get() ?? null
}

/** Keeps an edit in the place of an earlier one of the same figure, sentence or stream. */
export function saveReportEdit(db: WriteDb, row: ReportEditRow): void {
  const { period, kind, place } = row
  db.delete(reportEdit)
    .where(and(eq(reportEdit.period, period), eq(reportEdit.kind, kind), eq(reportEdit.place, place)))
    .run()
  db.insert(reportEdit).values(row).run()
}

export function deleteReportEdit(db: WriteDb, id: string): void {
  db.delete(reportEdit).where(eq(reportEdit.id, id)).run()
}
