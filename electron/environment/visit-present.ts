import { toDemandRecord, type DemandTableRow } from '../../db/repositories/demands'
import { toVisitRecord, type NamedVisit } from '../../db/repositories/visits'
import type { VisitListRow } from '../../shared/environment/visit-contract'

/** Visits with the demands raised on them, in the order of entry. */
export function presentVisits(rows: readonly NamedVisit[], demands: readonly DemandTableRow[]): VisitListRow[] {
  const byVisit = new Map<string | null, DemandTableRow[]>()
  for (const demand of demands) {
    const others = byVisit.get(demand.visitId)
    if (others) others.push(demand)
    else byVisit.set(demand.visitId, [demand])
  }
  return rows.map((row) => ({
    visit: toVisitRecord(row),
    enterpriseName: row.enterpriseName,
    street: row.street,
    personName: row.personName,
    rank: row.rank,
    demands: (byVisit.get(row.id) ?? []).map(toDemandRecord),
    isImported: row.batchId !== null,
  }))
}
