import { sharedTableOf, sharedTables, type RowValues } from '../../shared/exchange/shared-tables'
import type { StoredValue } from '../../shared/exchange/operation'
import type { Store } from '../access'
import { prepared } from '../prepared'

export interface SharedColumn {
  readonly name: string
  readonly isText: boolean
  readonly isNullable: boolean
  /** What stands in the column when nobody has said anything. */
  readonly empty: StoredValue
}

export interface Reference {
  readonly column: string
  readonly parent: string
  readonly isNullable: boolean
}

/** A travelling table as this store has it. */
export interface SharedSchema {
  readonly table: string
  readonly columns: ReadonlyMap<string, SharedColumn>
  /** To other travelling tables; all of them refer to `id`. */
  readonly references: readonly Reference[]
  /** Columns that no two rows may have alike; empty for most tables. */
  readonly unique: readonly string[]
  readonly hasSample: boolean
}

/** All travelling tables, those that others refer to before them. */
export function sharedSchemas(store: Store): ReadonlyMap<string, SharedSchema> {
  return prepared(store.read, 'shared.schemas', () => {
    const all = new Map(Object.keys(sharedTables).map((table) => [table, schemaOf(store, table)]))
    const ordered = new Map<string, SharedSchema>()
    const add = (schema: SharedSchema): void => {
      if (ordered.has(schema.table)) return
      for (const { parent } of schema.references) {
        const above = all.get(parent)
        if (above && above !== schema) add(above)
      }
      ordered.set(schema.table, schema)
    }
    for (const schema of all.values()) add(schema)
    return ordered
  })
}

interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly initial: StoredValue
}

function schemaOf(store: Store, table: string): SharedSchema {
  const rows = store.connection
    .prepare<[string], ColumnRow>('SELECT name, type, "notnull", dflt_value AS initial FROM pragma_table_info(?)')
    .all(table)
  const columns = new Map(rows.filter(({ name }) => name !== 'id').map((row) => [row.name, columnOf(store, row)]))
  const references = store.connection
    .prepare<[string], { readonly column: string; readonly parent: string }>(
      'SELECT "from" AS "column", "table" AS parent FROM pragma_foreign_key_list(?)',
    )
    .all(table)
    .filter(({ parent }) => sharedTableOf(parent) !== null)
    .map((reference) => ({ ...reference, isNullable: columns.get(reference.column)?.isNullable ?? true }))
  const unique = store.connection
    .prepare<[string], string>(
      `SELECT i.name FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i WHERE l."unique" = 1 AND l.origin = 'c'`,
    )
    .pluck()
    .all(table)
  return { table, columns, references, unique, hasSample: columns.has('is_sample') }
}

function columnOf(store: Store, { name, type, notnull, initial }: ColumnRow): SharedColumn {
  const [isText, isNullable] = [type === 'TEXT', notnull === 0]
  const usual = isNullable ? null : isText ? '' : 0
  // The default is the schema's own SQL literal.
  const empty =
    initial === null ? usual : (store.connection.prepare<[], StoredValue>(`SELECT ${initial}`).pluck().get() ?? usual)
  return { name, isText, isNullable, empty }
}

/** Whether the column can hold the value. */
export function doesFit({ isText, isNullable }: SharedColumn, value: StoredValue): boolean {
  if (value === null) return isNullable
  return isText ? typeof value === 'string' : Number.isSafeInteger(value)
}

/** A row by column without its id, or null. */
export function readSharedRow(store: Store, { table }: SharedSchema, id: string): RowValues | null {
  const select = prepared(store.read, `shared.row.${table}`, () =>
    store.connection.prepare<[string], RowValues>(`SELECT * FROM "${table}" WHERE id = ?`),
  )
  const row = select.get(id)
  if (!row) return null
  const { id: _id, ...values } = row
  return values
}

/** Ids of the rows that have these values. */
export function findSharedRows(store: Store, { table }: SharedSchema, values: RowValues): readonly string[] {
  const columns = Object.keys(values)
  const select = prepared(store.read, `shared.find.${table}.${columns.join()}`, () =>
    store.connection
      .prepare<unknown[], string>(
        `SELECT id FROM "${table}" WHERE ${columns.map((name) => `"${name}" IS ?`).join(' AND ')} ORDER BY id`,
      )
      .pluck(),
  )
  return select.all(...Object.values(values))
}

export function insertSharedRow(store: Store, { table, columns }: SharedSchema, id: string, values: RowValues): void {
  const names = [...columns.keys()]
  const insert = prepared(store.read, `shared.insert.${table}`, () =>
    store.connection.prepare(
      `INSERT INTO "${table}" (id, ${names.map((name) => `"${name}"`).join(', ')}) VALUES (?${', ?'.repeat(names.length)})`,
    ),
  )
  insert.run(id, ...names.map((name) => values[name] ?? null))
}

export function updateSharedRow(store: Store, { table }: SharedSchema, id: string, values: RowValues): void {
  const names = Object.keys(values)
  const update = prepared(store.read, `shared.update.${table}.${names.join()}`, () =>
    store.connection.prepare(`UPDATE "${table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`),
  )
  update.run(...Object.values(values), id)
}

export function deleteSharedRow(store: Store, { table }: SharedSchema, id: string): void {
  const remove = prepared(store.read, `shared.delete.${table}`, () =>
    store.connection.prepare(`DELETE FROM "${table}" WHERE id = ?`),
  )
  remove.run(id)
}

/**
 * Runs `work` while the store lets signed rows of a table be written: only for two signatures that two PCs gave to one
 * paper without knowing of each other, of which every PC must show the same one. All in the open transaction.
 */
export function withoutKeepers(store: Store, { table }: SharedSchema, work: () => void): void {
  const keepers = store.connection
    .prepare<[string], { readonly name: string; readonly sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
    )
    .all(table)
  for (const { name } of keepers) store.connection.exec(`DROP TRIGGER "${name}"`)
  work()
  for (const { sql } of keepers) store.connection.exec(sql)
}
