import { and, desc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import type { PolicyRecord } from '../../shared/environment/record'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { policy, policyTold } from '../schema/environment'

export type PolicyRow = typeof policy.$inferSelect

function toPolicy(row: PolicyRow): PolicyRecord {
  // Date columns are only written from PolicyRecord itself.
  return { ...row, channels: [...row.channels] } as PolicyRecord
}

/** 惠企政策 published in a year, or all, newest first. */
export function readPolicies(db: ReadDb, year: number | null): PolicyRecord[] {
  const query = db.select().from(policy)
  const wanted =
    year === null
      ? query
      : query.where(and(gte(policy.publishedOn, `${year}-01-01`), lte(policy.publishedOn, `${year}-12-31`)))
  return wanted.orderBy(desc(policy.publishedOn), desc(policy.id)).all().map(toPolicy)
}

/** One policy, or null. */
export function readPolicy(db: ReadDb, id: string): PolicyRecord | null {
  const row = db.select().from(policy).where(eq(policy.id, id)).get()
  return row ? toPolicy(row) : null
}

/** Adds a policy or overwrites all its fields. */
export function savePolicy(db: WriteDb, row: PolicyRow): void {
  const { id: _id, ...set } = row
  db.insert(policy).values(row).onConflictDoUpdate({ target: policy.id, set }).run()
}

export function updatePolicy(db: WriteDb, id: string, fields: Partial<PolicyRow>): void {
  db.update(policy).set(fields).where(eq(policy.id, id)).run()
}

/** Deletes a policy with the notes of who was told. */
export function deletePolicy(db: WriteDb, id: string): void {
  db.delete(policyTold).where(eq(policyTold.policyId, id)).run()
  db.delete(policy).where(eq(policy.id, id)).run()
}

export interface ToldEnterprise {
  readonly policyId: string
  readonly enterpriseId: string
  readonly toldOn: IsoDate
}

/** Which enterprises were told of the policies, and when. */
export function readTold(db: ReadDb, policyIds: readonly string[]): ToldEnterprise[] {
  if (policyIds.length === 0) return []
  const { policyId, enterpriseId, toldOn } = policyTold
  return (
    db
      .select({ policyId, enterpriseId, toldOn })
      .from(policyTold)
      .where(inArray(policyId, [...policyIds]))
      .all()
      // Only written from an IsoDate.
      .map((row) => ({ ...row, toldOn: row.toldOn as IsoDate }))
  )
}

/** Notes that enterprises were told on a day; an earlier note of the same enterprise is replaced. */
export function saveTold(
  db: WriteDb,
  about: { readonly policyId: string; readonly toldOn: IsoDate; readonly isSample: boolean },
  enterpriseIds: readonly string[],
  newId: () => string,
): void {
  const target = [policyTold.policyId, policyTold.enterpriseId]
  for (const enterpriseId of enterpriseIds) {
    db.insert(policyTold)
      .values({ ...about, enterpriseId, id: idOfNew(db, policyTold, [about.policyId, enterpriseId], newId) })
      .onConflictDoUpdate({ target, set: { toldOn: about.toldOn } })
      .run()
  }
}

/** Takes the notes of enterprises away. */
export function deleteTold(db: WriteDb, policyId: string, enterpriseIds: readonly string[]): void {
  db.delete(policyTold)
    .where(and(eq(policyTold.policyId, policyId), inArray(policyTold.enterpriseId, [...enterpriseIds])))
    .run()
}
