import { and, asc, desc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { formerNamesOf } from '../../shared/registry/former-names'
import { formerNameWord } from '../../shared/terms/registry'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { insertRow } from '../prepared'
import { enterprise, enterpriseLink, person } from '../schema/registry'

export type EnterpriseRow = typeof enterprise.$inferSelect
export type EnterpriseLinkRow = typeof enterpriseLink.$inferSelect

/** Every enterprise, by name. */
export function readEnterprises(db: ReadDb): EnterpriseRow[] {
  return db.select().from(enterprise).orderBy(asc(enterprise.name), asc(enterprise.id)).all()
}

export function readEnterprise(db: ReadDb, id: string): EnterpriseRow | null {
  return db.select().from(enterprise).where(eq(enterprise.id, id)).get() ?? null
}

/** The enterprise of that credit code, else of that name however it is written; null when neither is known. */
export function findEnterprise(db: ReadDb, name: string, creditCode: string): EnterpriseRow | null {
  const byCode =
    creditCode === '' ? null : (db.select().from(enterprise).where(eq(enterprise.creditCode, creditCode)).get() ?? null)
  const key = normaliseCompanyName(name)
  if (byCode || key === '') return byCode
  const byName = db.select().from(enterprise).where(eq(enterprise.nameKey, key)).get()
  return byName ?? findByFormerName(db, key)
}

/** The enterprise into which one of that name was merged. */
function findByFormerName(db: ReadDb, key: string): EnterpriseRow | null {
  const merged = db
    .select()
    .from(enterprise)
    .where(sql`instr(${enterprise.remark}, ${formerNameWord}) > 0`)
    .all()
  return merged.find(({ remark }) => formerNamesOf(remark).some((name) => normaliseCompanyName(name) === key)) ?? null
}

/** The id of a new enterprise: on every PC of the bureau the same for the same name. */
export function idOfEnterprise(db: ReadDb, name: string, newId: () => string): string {
  return idOfNew(db, enterprise, [normaliseCompanyName(name)], newId)
}

export function insertEnterprise(db: WriteDb, row: EnterpriseRow): void {
  insertRow(db, enterprise, row)
}

export function updateEnterprise(db: WriteDb, id: string, fields: Partial<EnterpriseRow>): void {
  db.update(enterprise).set(fields).where(eq(enterprise.id, id)).run()
}

/** An enterprise of which only the name is known yet. */
export function namedEnterprise(
  name: string,
  about: Pick<EnterpriseRow, 'id' | 'batchId' | 'sourceRow' | 'isSample' | 'createdAt'>,
): EnterpriseRow {
  const unknown = { creditCode: '', street: '', scale: '', industry: '', contact: '', phone: '', remark: '' }
  return { ...unknown, ...about, name, nameKey: normaliseCompanyName(name), updatedAt: about.createdAt }
}

export interface LinkedOfficial {
  readonly linkId: string
  readonly enterpriseId: string
  readonly personId: string
  readonly personName: string
  readonly rank: string
  readonly startedOn: string | null
  readonly endedOn: string | null
}

/** Links that hold on some day of the span, with the official's name; a link without days always held. */
export function readLinks(db: ReadDb, from: IsoDate, to: IsoDate): LinkedOfficial[] {
  return db
    .select({
      linkId: enterpriseLink.id,
      enterpriseId: enterpriseLink.enterpriseId,
      personId: enterpriseLink.personId,
      personName: person.name,
      rank: person.rank,
      startedOn: enterpriseLink.startedOn,
      endedOn: enterpriseLink.endedOn,
    })
    .from(enterpriseLink)
    .innerJoin(person, eq(person.id, enterpriseLink.personId))
    .where(
      and(
        or(isNull(enterpriseLink.startedOn), lte(enterpriseLink.startedOn, to)),
        or(isNull(enterpriseLink.endedOn), sql`${enterpriseLink.endedOn} >= ${from}`),
      ),
    )
    .orderBy(sql`${enterpriseLink}.rowid`)
    .all()
}

/** Every link of one enterprise, past ones too, the newest first. */
export function readAllLinks(db: ReadDb, enterpriseId: string): LinkedOfficial[] {
  const { id: linkId, personId, startedOn, endedOn } = enterpriseLink
  return db
    .select({
      linkId,
      enterpriseId: enterpriseLink.enterpriseId,
      personId,
      personName: person.name,
      rank: person.rank,
      startedOn,
      endedOn,
    })
    .from(enterpriseLink)
    .innerJoin(person, eq(person.id, enterpriseLink.personId))
    .where(eq(enterpriseLink.enterpriseId, enterpriseId))
    .orderBy(desc(enterpriseLink.startedOn), sql`${enterpriseLink}.rowid desc`)
    .all()
}

/** Links of one person, past ones too. */
export function readLinksOfPerson(db: ReadDb, personId: string): EnterpriseLinkRow[] {
  return db
    .select()
    .from(enterpriseLink)
    .where(eq(enterpriseLink.personId, personId))
    .orderBy(sql`${enterpriseLink}.rowid`)
    .all()
}

export function deleteEnterprise(db: WriteDb, id: string): void {
  db.delete(enterpriseLink).where(eq(enterpriseLink.enterpriseId, id)).run()
  db.delete(enterprise).where(eq(enterprise.id, id)).run()
}

export function insertLink(db: WriteDb, row: EnterpriseLinkRow): void {
  const key = [row.enterpriseId, row.personId, row.startedOn ?? '']
  insertRow(db, enterpriseLink, { ...row, id: idOfNew(db, enterpriseLink, key, () => row.id) })
}

export function updateLink(db: WriteDb, id: string, fields: Partial<EnterpriseLinkRow>): void {
  db.update(enterpriseLink).set(fields).where(eq(enterpriseLink.id, id)).run()
}

export function deleteLink(db: WriteDb, id: string): void {
  db.delete(enterpriseLink).where(eq(enterpriseLink.id, id)).run()
}
