import { eq } from 'drizzle-orm'
import { clocksWith, usualClocks } from '../../shared/settings/clocks'
import type { ClockKey, Clocks } from '../../shared/settings/contract'
import type { ReadDb, WriteDb } from '../access'
import { preference } from '../schema/settings'

/** One setting's text, or null when it was never set. */
export function readPreference(db: ReadDb, key: string): string | null {
  return db.select().from(preference).where(eq(preference.id, key)).get()?.value ?? null
}

/** Sets a setting; null forgets it. */
export function savePreference(db: WriteDb, key: string, value: string | null): void {
  if (value === null) db.delete(preference).where(eq(preference.id, key)).run()
  else
    db.insert(preference).values({ id: key, value }).onConflictDoUpdate({ target: preference.id, set: { value } }).run()
}

/** The bureau's clocks. Unit: working days. */
export function readClocks(db: ReadDb): Clocks {
  const own: Partial<Record<ClockKey, number>> = {}
  // The keys of a closed object are its own.
  for (const key of Object.keys(usualClocks) as ClockKey[]) {
    const value = readPreference(db, `clock.${key}`)
    if (value !== null && /^\d{1,3}$/.test(value)) own[key] = Number(value)
  }
  return clocksWith(own)
}
