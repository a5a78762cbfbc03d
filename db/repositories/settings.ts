import { eq } from 'drizzle-orm'
import type { YearCalendar } from '../../shared/core/calendar'
import type { Bureau } from '../../shared/settings/contract'
import type { ReadDb, WriteDb } from '../access'
import { bureau, calendarYear } from '../schema/settings'

const BUREAU_ID = 'bureau'

/** The bureau this store belongs to; null only before it is first saved. */
export function readBureau(db: ReadDb): Bureau | null {
  const row = db.select().from(bureau).where(eq(bureau.id, BUREAU_ID)).get()
  if (!row) return null
  // Both columns are only written from the same closed types.
  return {
    name: row.name,
    aliases: [...row.aliases],
    category: row.category as Bureau['category'],
    mode: row.mode as Bureau['mode'],
    year: row.year,
  }
}

/** Saves the bureau's name, aliases, category, mode and year. */
export function saveBureau(db: WriteDb, value: Bureau): void {
  db.insert(bureau)
    .values({ id: BUREAU_ID, ...value })
    .onConflictDoUpdate({ target: bureau.id, set: value })
    .run()
}

/** Years of 放假安排 that a person imported. */
export function readCalendars(db: ReadDb): YearCalendar[] {
  return db
    .select()
    .from(calendarYear)
    .all()
    .map((row) => ({ year: Number(row.id), source: row.source, off: row.off, makeUp: row.makeUp }) as YearCalendar)
}

/** Saves one imported year in place of an earlier import of it. */
export function saveCalendar(db: WriteDb, value: YearCalendar): void {
  const row = { source: value.source, off: value.off, makeUp: value.makeUp }
  db.insert(calendarYear)
    .values({ id: String(value.year), ...row })
    .onConflictDoUpdate({ target: calendarYear.id, set: row })
    .run()
}
