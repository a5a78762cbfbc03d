import { sql, type SQL } from 'drizzle-orm'
import { index, type AnySQLiteColumn, type IndexBuilder } from 'drizzle-orm/sqlite-core'

/** The rows marked 示例 of a table that grows: the window asks with every change whether there are any. */
export function sampleIndex(table: string, id: AnySQLiteColumn): IndexBuilder {
  const isSample: SQL = sql`is_sample = 1`
  return index(`${table}_sample`).on(id).where(isSample)
}
