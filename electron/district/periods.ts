import type { ReadDb } from '../../db/access'
import { readReportPeriod, readReportPeriods, type ReportPeriodRow } from '../../db/repositories/report-periods'
import type { Calendars } from '../../shared/core/calendar'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { PeriodRecord } from '../../shared/district/record'
import { submitByOf, usualDueDay, usualPeriod } from '../../shared/district/return-state'
import type { Context } from '../context'

function toPeriod(row: ReportPeriodRow, calendars: Calendars): PeriodRecord {
  const { id, objectionWorkdays, lockedBy, reopenReason } = row
  // Days are only written from the contract's own.
  const [dueOn, lockedOn] = [row.dueOn as IsoDate, row.lockedOn as IsoDate | null]
  const submitBy = submitByOf(dueOn, calendars)
  return { period: id, dueOn, submitBy, objectionWorkdays, lockedOn, lockedBy, reopenReason }
}

/** A period as it was set, else by its usual days; `periodUnknown` for a text that is no period. */
export function periodOf(context: Context, db: ReadDb, period: string): Result<PeriodRecord> {
  if (usualDueDay(period) === null) return err('periodUnknown', { period })
  const row = readReportPeriod(db, period)
  return ok(row ? toPeriod(row, context.calendars()) : usualPeriod(period, context.calendars()))
}

/** The same, refused while it is locked: nothing of it may change then. */
export function openPeriodOf(context: Context, db: ReadDb, period: string): Result<PeriodRecord> {
  const found = periodOf(context, db, period)
  if (!found.ok || found.value.lockedOn === null) return found
  return err('periodLocked', { period, on: found.value.lockedOn })
}

/** The four quarters of a year, and the months for which something was set or sent. */
export function periodsOfYear(context: Context, db: ReadDb, year: number, used: readonly string[]): PeriodRecord[] {
  const calendars = context.calendars()
  const rows = new Map(readReportPeriods(db, year).map((row) => [row.id, row]))
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`)
  const keys = [...new Set([...quarters, ...rows.keys(), ...used])].filter((key) => usualDueDay(key) !== null)
  return keys
    .map((key) => {
      const row = rows.get(key)
      return row ? toPeriod(row, calendars) : usualPeriod(key, calendars)
    })
    .toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0))
}

/** The row that a period begins with when something of it is set for the first time. */
export function usualRow(context: Context, period: string, isSample = false): ReportPeriodRow {
  const { dueOn, objectionWorkdays } = usualPeriod(period, context.calendars())
  return {
    id: period,
    dueOn,
    objectionWorkdays,
    lockedOn: null,
    lockedBy: '',
    reopenReason: '',
    schemes: {},
    isSample,
  }
}
