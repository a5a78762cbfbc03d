import { and, asc, eq } from 'drizzle-orm'
import type { GroupRole } from '../../shared/settings/contract'
import type { ReadDb, WriteDb } from '../access'
import { groupRole, person } from '../schema/registry'

/** 组长 and 组员 of the four groups, in the order of entry. */
export function readGroups(db: ReadDb): GroupRole[] {
  return db
    .select({ stream: groupRole.stream, role: groupRole.role, personName: person.name })
    .from(groupRole)
    .innerJoin(person, eq(person.id, groupRole.personId))
    .orderBy(asc(groupRole.id))
    .all()
    .map((row) => row as GroupRole)
}

/** Puts the given roles in place of the present ones; people stay, since records may name them. */
export function saveGroups(db: WriteDb, roles: readonly GroupRole[], newId: () => string, isSample = false): void {
  db.delete(groupRole).run()
  const known = db.select().from(person).all()
  const idByName = new Map(known.map((row) => [row.name, row.id]))
  for (const role of roles) {
    let personId = idByName.get(role.personName)
    if (personId === undefined) {
      personId = newId()
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
      .values({ id: newId(), stream: role.stream, role: role.role, personId, isSample })
      .onConflictDoNothing()
      .run()
  }
}
