import { count, eq, isNull, sql } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { visit } from '../schema/environment'
import { person } from '../schema/registry'

export type PersonRow = typeof person.$inferSelect

/** Everybody, in the order of entry; without those who left where asked. */
export function readPeople(db: ReadDb, withLeft: boolean): PersonRow[] {
  const query = db.select().from(person)
  return (withLeft ? query : query.where(isNull(person.leftOn))).orderBy(sql`rowid`).all()
}

export function readPerson(db: ReadDb, id: string): PersonRow | null {
  return db.select().from(person).where(eq(person.id, id)).get() ?? null
}

/** The person of that name, or null; a name stands once. */
export function readPersonByName(db: ReadDb, name: string): PersonRow | null {
  return db.select().from(person).where(eq(person.name, name)).get() ?? null
}

/** The id of a new person: on every PC of the bureau the same for the same name. */
export function idOfPerson(db: ReadDb, name: string, newId: () => string): string {
  return idOfNew(db, person, [name], newId)
}

export function insertPerson(db: WriteDb, row: PersonRow): void {
  db.insert(person).values(row).run()
}

export function updatePerson(db: WriteDb, id: string, fields: Partial<PersonRow>): void {
  db.update(person).set(fields).where(eq(person.id, id)).run()
}

/** How many visits the person made. */
export function countVisitsOf(db: ReadDb, personId: string): number {
  return db.select({ count: count() }).from(visit).where(eq(visit.personId, personId)).get()?.count ?? 0
}

export function deletePerson(db: WriteDb, id: string): void {
  db.delete(person).where(eq(person.id, id)).run()
}

/** The id of the person of that name, who is added when not known; a rank that was not known is filled in. */
export function ensurePerson(
  db: WriteDb,
  name: string,
  about: { readonly rank: string; readonly isSample: boolean; readonly newId: () => string },
): string {
  const known = readPersonByName(db, name)
  if (known) {
    if (known.rank === '' && about.rank !== '') updatePerson(db, known.id, { rank: about.rank })
    return known.id
  }
  const id = idOfPerson(db, name, about.newId)
  const { rank, isSample } = about
  insertPerson(db, { id, name, rank, isSample, sectionId: null, phone: '', remark: '', leftOn: null })
  return id
}
