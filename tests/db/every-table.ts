import type { Store } from '../../db/access'

interface Column {
  readonly name: string
  readonly type: string
  readonly pk: number
}

interface Reference {
  readonly from: string
  readonly table: string
}

/**
 * Puts rows into every table of records that has none, through the funnel, in an order in which what they refer to is there.
 * Made from the schema as it is, so that it fits every version and no table can be forgotten.
 */
export function fillEveryTable(store: Store, rowsEach = 2): void {
  const { connection } = store
  const isEmpty = (table: string): boolean => connection.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined
  const waiting = new Set(recordTables(store).filter(isEmpty))
  store.write({ name: 'registry.savePerson', params: {}, actor: '承办人', at: '2022-06-30T09:30:00+08:00' }, () => {
    while (waiting.size > 0) {
      const next = [...waiting].find((table) =>
        referencesOf(store, table).every((each) => each.table === table || !waiting.has(each.table)),
      )
      if (next === undefined) throw new Error(`tables refer to one another: ${[...waiting].join(', ')}`)
      for (let index = 1; index <= rowsEach; index += 1) insertRow(store, next, index)
      waiting.delete(next)
    }
  })
}

/** Tables whose rows are journaled. */
export function recordTables({ connection }: Pick<Store, 'connection'>): string[] {
  return connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE 'search_%' ORDER BY name",
    )
    .pluck()
    .all()
}

function referencesOf({ connection }: Store, table: string): Reference[] {
  return connection.prepare<[string], Reference>('SELECT "from", "table" FROM pragma_foreign_key_list(?)').all(table)
}

function insertRow(store: Store, table: string, index: number): void {
  const { connection } = store
  const columns = connection.prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)').all(table)
  const parents = new Map(referencesOf(store, table).map((each) => [each.from, each.table]))
  const values = columns.map((column) => {
    const parent = parents.get(column.name)
    if (parent === table) return null
    if (parent === undefined) return valueOf(table, column, index)
    const ids = connection
      .prepare<[number], string>(`SELECT id FROM "${parent}" ORDER BY id LIMIT ?`)
      .pluck()
      .all(index)
    return ids.at(-1) ?? null
  })
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  connection.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(...values)
}

const lists =
  /^(aliases|uses|channels|sides|shareholdings|backfilled_fields|rows|pool|vocabulary|off|make_up|header_rows|items)$/
const objects =
  /^(roles|schemes|counts|fields|seen|known|clocks|rate_rule|level_names|declared|state|results|mapping|content|closure_form|payload)$/

function valueOf(table: string, { name, type, pk }: Column, index: number): string | number {
  if (type.toUpperCase() === 'INTEGER') return name.startsWith('is_') ? 0 : index
  if (pk > 0) return table.endsWith('_year') ? String(2000 + index) : `${table}-${index}`
  if (name.endsWith('_on') || name.endsWith('_day')) return `2022-03-0${index}`
  if (name.endsWith('_at')) return `2022-03-0${index}T09:00:00+08:00`
  if (lists.test(name)) return '[]'
  return objects.test(name) ? '{}' : `${name}${index}·备注“引号”`
}
