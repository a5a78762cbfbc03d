import { asc, eq } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import type { Fen } from '../../shared/core/money'
import type { ReadDb } from '../access'
import { enterprise } from '../schema/registry'
import { project } from '../schema/projects'
import { revenueEntry } from '../schema/revenue'

export interface LinkedRevenue {
  readonly id: string
  readonly item: string
  readonly bookedOn: IsoDate | null
  readonly status: string
  readonly gross: Fen | null
  readonly districtRetained: Fen | null
}

/** What other rooms keep of a finding: 收入 entries that came from it. */
export function readRevenueOfFinding(db: ReadDb, findingId: string): LinkedRevenue[] {
  return db
    .select({
      id: revenueEntry.id,
      item: revenueEntry.item,
      bookedOn: revenueEntry.bookedOn,
      status: revenueEntry.status,
      gross: revenueEntry.gross,
      districtRetained: revenueEntry.districtRetained,
    })
    .from(revenueEntry)
    .where(eq(revenueEntry.findingId, findingId))
    .orderBy(asc(revenueEntry.id))
    .all() as LinkedRevenue[] // days and amounts are only written from RevenueRecord
}

export interface NamedRecord {
  readonly id: string
  readonly name: string
}

/** The project that a finding is about; null when it has gone. */
export function readProjectName(db: ReadDb, id: string): NamedRecord | null {
  return db.select({ id: project.id, name: project.name }).from(project).where(eq(project.id, id)).get() ?? null
}

/** The enterprise that a finding is about; null when it has gone. */
export function readEnterpriseName(db: ReadDb, id: string): NamedRecord | null {
  return (
    db.select({ id: enterprise.id, name: enterprise.name }).from(enterprise).where(eq(enterprise.id, id)).get() ?? null
  )
}
