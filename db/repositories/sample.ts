import type { Store, WriteDb } from '../access'

/** Tables whose rows can be sample data, children before parents. */
const tables = [
  'follow_up',
  'attachment',
  'lead',
  'brief',
  'training',
  'manual_score',
  'assignment',
  'import_batch',
  'group_role',
  'person',
] as const

/** Rows by table; `onlySample` counts those marked 示例. */
export function countRows(store: Store, onlySample: boolean): Record<string, number> {
  const where = onlySample ? ' WHERE is_sample = 1' : ''
  return Object.fromEntries(
    tables.map((table) => [
      table,
      store.connection.prepare<[], number>(`SELECT count(*) FROM ${table}${where}`).pluck().get() ?? 0,
    ]),
  )
}

/** Deletes every row marked 示例; returns how many by table. People whom other records name stay. */
export function deleteSample(_db: WriteDb, store: Store): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const condition = table === 'person' ? ' AND id NOT IN (SELECT person_id FROM group_role)' : ''
    const changes = store.connection.prepare(`DELETE FROM ${table} WHERE is_sample = 1${condition}`).run().changes
    if (changes > 0) counts[table] = changes
  }
  return counts
}

/** Whether any row marked 示例 is left. */
export function hasSample(store: Store): boolean {
  return Object.values(countRows(store, true)).some((count) => count > 0)
}
