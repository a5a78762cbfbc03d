import type { Database } from 'better-sqlite3'
import { Column, getTableColumns, getTableName, type GetColumnData } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadDb, WriteDb } from './access'

const statements = new WeakMap<ReadDb, Map<string, unknown>>()

/** A statement built once per store. Unprepared drizzle is about nine times slower on hot paths. */
export function prepared<T>(db: ReadDb, key: string, build: () => T): T {
  let ofDb = statements.get(db)
  if (!ofDb) statements.set(db, (ofDb = new Map()))
  // Each key is used by one call site, which fixes the type.
  const known = ofDb.get(key) as T | undefined
  if (known !== undefined) return known
  const built = build()
  ofDb.set(key, built)
  return built
}

/** Every handle is made from its connection and carries it. */
export function clientOf(db: ReadDb): Database {
  return (db as unknown as { readonly $client: Database }).$client
}

/** How a column's value goes to the driver; null where it goes as it is. */
function encoderOf(column: Column): ((value: unknown) => unknown) | null {
  const isPlain = column.mapToDriverValue === Column.prototype.mapToDriverValue
  return isPlain ? null : (value) => column.mapToDriverValue(value)
}

/** Adds whole rows of a table through a statement of the driver's own, with drizzle's columns and value mapping. */
export function insertRow<T extends SQLiteTable>(db: WriteDb, table: T, row: T['$inferSelect']): void {
  const name = getTableName(table)
  const insert = prepared(db, `${name}.row`, () => {
    const columns = Object.entries(getTableColumns(table))
    const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const statement = clientOf(db).prepare(`INSERT INTO "${name}" (${names}) VALUES (${marks})`)
    const fields = columns.map(([key, column]) => ({ key, encode: encoderOf(column) }))
    return (values: Readonly<Record<string, unknown>>) =>
      statement.run(
        fields.map(({ key, encode }) => {
          const value = values[key] ?? null
          return value === null || encode === null ? value : encode(value)
        }),
      )
  })
  insert(row)
}

/** Sets fields of one row through a statement built once per set of fields; compiling it brings in every trigger. */
export function updateRow<T extends SQLiteTable>(
  db: WriteDb,
  table: T,
  id: string,
  fields: Partial<T['$inferSelect']>,
): void {
  const name = getTableName(table)
  const known: Readonly<Record<string, Column>> = getTableColumns(table)
  const keys = Object.keys(fields).filter((key) => key in known && fields[key as keyof typeof fields] !== undefined)
  if (keys.length === 0) return
  const update = prepared(db, `${name}.update:${keys.join()}`, () => {
    const columns = keys.flatMap((key) => known[key] ?? [])
    const sets = columns.map((column) => `"${column.name}" = ?`).join(', ')
    const statement = clientOf(db).prepare(`UPDATE "${name}" SET ${sets} WHERE id = ?`)
    const encoders = columns.map(encoderOf)
    return (values: readonly unknown[], rowId: string) =>
      statement.run(
        ...values.map((value, index) => {
          const encode = encoders[index]
          return value === null || !encode ? value : encode(value)
        }),
        rowId,
      )
  })
  const values: Readonly<Record<string, unknown>> = fields
  update(
    keys.map((key) => values[key]),
    id,
  )
}

type Row = Record<string, unknown>

/** How a column's value comes from the driver; null where it stays as it is. */
function decoderOf(column: Column): ((value: unknown) => unknown) | null {
  const isPlain = column.mapFromDriverValue === Column.prototype.mapFromDriverValue
  return isPlain ? null : (value) => column.mapFromDriverValue(value)
}

/**
 * Rows as the driver itself makes them, under drizzle's names; only values stored in another form are decoded.
 * Drizzle's own mapping of thousands of rows takes longer than the query. `rest` begins at FROM.
 */
export function selectRows<C extends Readonly<Record<string, Column>>>(
  db: ReadDb,
  columns: C,
  rest: string,
): (...parameters: readonly unknown[]) => { [Key in keyof C]: GetColumnData<C[Key]> }[] {
  const entries = Object.entries(columns)
  const names = entries.map(([key, column]) => `"${column.name}" AS "${key}"`).join(', ')
  const text = `SELECT ${names} ${rest}`
  return prepared(db, text, () => {
    const statement = clientOf(db).prepare<unknown[], Row>(text)
    const decoders = entries.flatMap(([key, column]) => {
      const decode = decoderOf(column)
      return decode ? [{ key, decode }] : []
    })
    return (...parameters) => {
      const rows = statement.all(...parameters)
      for (const row of rows) {
        for (const { key, decode } of decoders) if (row[key] !== null) row[key] = decode(row[key])
      }
      // The decoders are the columns' own.
      return rows as { [Key in keyof C]: GetColumnData<C[Key]> }[]
    }
  })
}

/** One number through a statement built once per text, e.g. a count. */
export function selectNumber(db: ReadDb, text: string, parameters: readonly unknown[]): number {
  const statement = prepared(db, text, () => clientOf(db).prepare<unknown[], number>(text).pluck())
  return statement.get(...parameters) ?? 0
}
