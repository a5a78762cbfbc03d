import { count, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { attachment } from '../schema/attachments'
import { demand, policyTold, visit } from '../schema/environment'
import { finding } from '../schema/rectification'
import { enterpriseLink } from '../schema/registry'
import { deleteLink, updateLink, type EnterpriseLinkRow } from './enterprises'

/** Records that stand under an enterprise, by table; without those that have none. */
export function countRecordsOf(db: ReadDb, enterpriseId: string): ReadonlyMap<string, number> {
  const tables = [
    ['visit', visit, visit.enterpriseId],
    ['demand', demand, demand.enterpriseId],
    ['policy_told', policyTold, policyTold.enterpriseId],
    ['finding', finding, finding.enterpriseId],
  ] as const
  return new Map(
    tables.flatMap(([name, table, column]) => {
      const found = db.select({ count: count() }).from(table).where(eq(column, enterpriseId)).get()?.count ?? 0
      return found > 0 ? [[name, found] as const] : []
    }),
  )
}

function earlier(left: string, right: string): string {
  return left < right ? left : right
}

/** An enterprise is told of a policy once: the earlier day stands. */
function moveTold(db: WriteDb, keepId: string, fromId: string): number {
  const kept = new Map(
    db
      .select()
      .from(policyTold)
      .where(eq(policyTold.enterpriseId, keepId))
      .all()
      .map((row) => [row.policyId, row]),
  )
  const rows = db.select().from(policyTold).where(eq(policyTold.enterpriseId, fromId)).all()
  for (const row of rows) {
    const known = kept.get(row.policyId)
    if (!known) db.update(policyTold).set({ enterpriseId: keepId }).where(eq(policyTold.id, row.id)).run()
    else {
      const toldOn = earlier(known.toldOn, row.toldOn)
      db.delete(policyTold).where(eq(policyTold.id, row.id)).run()
      if (toldOn !== known.toldOn) db.update(policyTold).set({ toldOn }).where(eq(policyTold.id, known.id)).run()
    }
  }
  return rows.length
}

function isSamePlace(left: EnterpriseLinkRow, right: EnterpriseLinkRow): boolean {
  return left.personId === right.personId && left.endedOn === right.endedOn
}

/** A person looks after an enterprise once at a time: of two links with one end, the longer stands. */
function moveLinks(db: WriteDb, keepId: string, fromId: string): number {
  const read = (id: string): EnterpriseLinkRow[] =>
    db.select().from(enterpriseLink).where(eq(enterpriseLink.enterpriseId, id)).all()
  const kept = read(keepId)
  const rows = read(fromId)
  for (const row of rows) {
    const known = kept.find((each) => isSamePlace(each, row))
    if (!known) updateLink(db, row.id, { enterpriseId: keepId })
    else {
      deleteLink(db, row.id)
      const startedOn =
        known.startedOn === null || row.startedOn === null ? null : earlier(known.startedOn, row.startedOn)
      if (startedOn !== known.startedOn) updateLink(db, known.id, { startedOn })
    }
  }
  return rows.length
}

/** Puts everything that stands under one enterprise under another; gives the number of records. */
export function moveRecords(db: WriteDb, keepId: string, fromId: string): number {
  const to = { enterpriseId: keepId }
  const moved = [
    db.update(visit).set(to).where(eq(visit.enterpriseId, fromId)).run().changes,
    db.update(demand).set(to).where(eq(demand.enterpriseId, fromId)).run().changes,
    db.update(finding).set(to).where(eq(finding.enterpriseId, fromId)).run().changes,
    db.update(attachment).set({ recordId: keepId }).where(eq(attachment.recordId, fromId)).run().changes,
    moveTold(db, keepId, fromId),
    moveLinks(db, keepId, fromId),
  ]
  return moved.reduce((sum, each) => sum + each, 0)
}
