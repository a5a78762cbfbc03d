import { asc, eq, like } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, updateRow } from '../prepared'
import { reportPeriod } from '../schema/district'

export type ReportPeriodRow = typeof reportPeriod.$inferSelect

/** What was set for a period; null while nothing was. `electron/district/periods.ts` knows the usual days. */
export function readReportPeriod(db: ReadDb, period: string): ReportPeriodRow | null {
  return db.select().from(reportPeriod).where(eq(reportPeriod.id, period)).get() ?? null
}

/** The periods of a year for which something was set. */
export function readReportPeriods(db: ReadDb, year: number): ReportPeriodRow[] {
  return db
    .select()
    .from(reportPeriod)
    .where(like(reportPeriod.id, `${year}%`))
    .orderBy(asc(reportPeriod.id))
    .all()
}

/** Sets fields of a period; `usual` is the row that a period without one begins with. */
export function saveReportPeriod(db: WriteDb, usual: ReportPeriodRow, fields: Partial<ReportPeriodRow>): void {
  if (readReportPeriod(db, usual.id)) updateRow(db, reportPeriod, usual.id, fields)
  else insertRow(db, reportPeriod, { ...usual, ...fields })
}
