import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { createHash } from 'node:crypto'
import type { ReadDb } from './access'
import { selectNumber } from './prepared'

/**
 * An id made of what the outside world calls the row, so that two PCs that enter the same thing enter the same row. A UUID
 * of version 8 (RFC 9562 5.8): the first 122 free bits of the SHA-256 of table and key.
 */
export function naturalId(table: string, key: readonly (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([table, ...key]))
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The natural id of a new row, or a fresh one where a row that was called so before still has it. */
export function idOfNew(
  db: ReadDb,
  table: SQLiteTable,
  key: readonly (string | number)[],
  newId: () => string,
): string {
  const name = getTableName(table)
  const id = naturalId(name, key)
  return selectNumber(db, `SELECT count(*) FROM "${name}" WHERE id = ?`, [id]) === 0 ? id : newId()
}
