import { clientOf, prepared } from './prepared'
import type { ReadDb } from './access'

/**
 * A number that is the same as long as nothing in the store has changed, for keeping what is dear to work out. Null while
 * a write is under way, as it may still be rolled back.
 */
export function changeMark(db: ReadDb): number | null {
  const client = clientOf(db)
  if (client.inTransaction) return null
  const statement = prepared(db, 'change-mark', () => client.prepare<[], number>('SELECT total_changes()').pluck())
  return statement.get() ?? null
}
