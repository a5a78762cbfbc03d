import { and, asc, eq, inArray } from 'drizzle-orm'
import { grouped } from '../../shared/core/grouped'
import type { LineDecision } from '../../shared/district/apply-verdicts'
import type { VerdictKind } from '../../shared/exchange/lines'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectRows, updateRow } from '../prepared'
import { lineVerdict } from '../schema/district'

export type VerdictRow = Omit<typeof lineVerdict.$inferSelect, 'verdict'> & { readonly verdict: VerdictKind }

const columns = {
  id: lineVerdict.id,
  unitId: lineVerdict.unitId,
  period: lineVerdict.period,
  lineKey: lineVerdict.lineKey,
  verdict: lineVerdict.verdict,
  approved: lineVerdict.approved,
  reason: lineVerdict.reason,
  reported: lineVerdict.reported,
  decidedBy: lineVerdict.decidedBy,
  decidedOn: lineVerdict.decidedOn,
  isSample: lineVerdict.isSample,
}

/** Every verdict of a period by unit, in the order in which they were given. */
export function readVerdicts(db: ReadDb, period: string): ReadonlyMap<string, readonly VerdictRow[]> {
  const rows = selectRows(db, columns, 'FROM line_verdict WHERE period = ? ORDER BY decided_on, id')(period)
  // Only the closed list is ever written.
  return grouped(rows as VerdictRow[], (row) => row.unitId)
}

export function readVerdict(db: ReadDb, unitId: string, period: string, lineKey: string): VerdictRow | null {
  const own = and(eq(lineVerdict.unitId, unitId), eq(lineVerdict.period, period), eq(lineVerdict.lineKey, lineKey))
  // Only the closed list is ever written.
  return (db.select().from(lineVerdict).where(own).orderBy(asc(lineVerdict.id)).get() as VerdictRow | undefined) ?? null
}

/** Keeps a verdict; an earlier one on the same line gives way. */
export function saveVerdict(db: WriteDb, row: VerdictRow): void {
  const known = readVerdict(db, row.unitId, row.period, row.lineKey)
  if (!known) return insertRow(db, lineVerdict, row)
  const { id: _, ...fields } = row
  updateRow(db, lineVerdict, known.id, fields)
}

/** Takes verdicts back: the lines count as reported again. */
export function deleteVerdicts(db: WriteDb, unitId: string, period: string, lineKeys: readonly string[]): void {
  const own = and(eq(lineVerdict.unitId, unitId), eq(lineVerdict.period, period))
  db.delete(lineVerdict)
    .where(and(own, inArray(lineVerdict.lineKey, [...lineKeys])))
    .run()
}

/** The part of a verdict that the rules read. */
export function toDecision(row: VerdictRow): LineDecision {
  const { lineKey, verdict, approved, reason, reported, decidedBy, decidedOn } = row
  return { lineKey, verdict, approved, reason, reported, decidedBy, decidedOn }
}
