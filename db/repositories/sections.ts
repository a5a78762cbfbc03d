import { asc, count, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { person, section } from '../schema/registry'

export type SectionRow = typeof section.$inferSelect

/** Every 科室, in the order of entry. */
export function readSections(db: ReadDb): SectionRow[] {
  return db.select().from(section).orderBy(asc(section.id)).all()
}

export function insertSection(db: WriteDb, row: SectionRow): void {
  db.insert(section).values(row).run()
}

export function renameSection(db: WriteDb, id: string, name: string): void {
  db.update(section).set({ name }).where(eq(section.id, id)).run()
}

export function deleteSection(db: WriteDb, id: string): void {
  db.delete(section).where(eq(section.id, id)).run()
}

/** How many people the section has. */
export function countSectionPeople(db: ReadDb, id: string): number {
  return db.select({ count: count() }).from(person).where(eq(person.sectionId, id)).get()?.count ?? 0
}
