import { and, eq } from 'drizzle-orm'
import type { CheckDecision } from '../../shared/district/record'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, updateRow } from '../prepared'
import { checkDecision } from '../schema/district'

export type CheckDecisionRow = Omit<typeof checkDecision.$inferSelect, 'decision'> & {
  readonly decision: CheckDecision
}

/** What was decided about the checks of a period, by key. */
export function readCheckDecisions(db: ReadDb, period: string): ReadonlyMap<string, CheckDecisionRow> {
  const rows = db.select().from(checkDecision).where(eq(checkDecision.period, period)).all()
  // Only the closed list is ever written.
  return new Map((rows as CheckDecisionRow[]).map((row) => [row.checkKey, row]))
}

/** Keeps a decision; an earlier one on the same check gives way. */
export function saveCheckDecision(db: WriteDb, row: CheckDecisionRow): void {
  const own = and(eq(checkDecision.period, row.period), eq(checkDecision.checkKey, row.checkKey))
  const known = db.select({ id: checkDecision.id }).from(checkDecision).where(own).get()
  if (!known) return insertRow(db, checkDecision, row)
  const { id: _, ...fields } = row
  updateRow(db, checkDecision, known.id, fields)
}
