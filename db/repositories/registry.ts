import { and, eq, sql } from 'drizzle-orm'
import type { PersonRole } from '../../shared/registry/record'
import type { GroupRole } from '../../shared/settings/contract'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { groupRole, person } from '../schema/registry'
import { idOfPerson } from './people'

/** 组长 and 组员 of the four groups, in the order of entry. */
export function readGroups(db: ReadDb): GroupRole[] {
  return db
    .select({ stream: groupRole.stream, role: groupRole.role, personName: person.name })
    .from(groupRole)
    .innerJoin(person, eq(person.id, groupRole.personId))
    .orderBy(sql`${groupRole}.rowid`)
    .all()
    .map((row) => row as GroupRole)
}

/** Sets one person's places in the groups; those that stay keep their rows. */
export function saveRolesOf(db: WriteDb, personId: string, roles: readonly PersonRole[], newId: () => string): void {
  const isIn = (list: readonly { readonly stream: string; readonly role: string }[], each: (typeof list)[number]) =>
    list.some(({ stream, role }) => stream === each.stream && role === each.role)
  const known = db.select().from(groupRole).where(eq(groupRole.personId, personId)).all()
  for (const row of known) if (!isIn(roles, row)) db.delete(groupRole).where(eq(groupRole.id, row.id)).run()
  for (const role of roles)
    if (!isIn(known, role))
      db.insert(groupRole)
        .values({
          id: idOfNew(db, groupRole, [role.stream, role.role, personId], newId),
          ...role,
          personId,
          isSample: false,
        })
        .onConflictDoNothing()
        .run()
}

/** Gives one person's places in the groups to another; a place that the other has already is only given up. */
export function moveGroupRoles(db: WriteDb, fromId: string, toId: string): number {
  const rows = db.select().from(groupRole).where(eq(groupRole.personId, fromId)).all()
  const taken = db.select().from(groupRole).where(eq(groupRole.personId, toId)).all()
  for (const { id, stream, role } of rows) {
    if (taken.some((each) => each.stream === stream && each.role === role))
      db.delete(groupRole).where(eq(groupRole.id, id)).run()
    else db.update(groupRole).set({ personId: toId }).where(eq(groupRole.id, id)).run()
  }
  return rows.length
}

/** Puts the given roles in place of the present ones; people stay, since records may name them. */
export function saveGroups(db: WriteDb, roles: readonly GroupRole[], newId: () => string, isSample = false): void {
  db.delete(groupRole).run()
  const known = db.select().from(person).all()
  const idByName = new Map(known.map((row) => [row.name, row.id]))
  for (const role of roles) {
    let personId = idByName.get(role.personName)
    if (personId === undefined) {
      personId = idOfPerson(db, role.personName, newId)
      idByName.set(role.personName, personId)
      db.insert(person).values({ id: personId, name: role.personName, isSample }).run()
    }
    // A sample person whom the bureau itself names is no sample any more.
    if (!isSample)
      db.update(person)
        .set({ isSample })
        .where(and(eq(person.id, personId), eq(person.isSample, true)))
        .run()
    db.insert(groupRole)
      .values({
        id: idOfNew(db, groupRole, [role.stream, role.role, personId], newId),
        stream: role.stream,
        role: role.role,
        personId,
        isSample,
      })
      .onConflictDoNothing()
      .run()
  }
}
