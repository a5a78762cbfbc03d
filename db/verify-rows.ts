import type { Store } from './access'

/** A row that is not as the journal left it: another tool has written into the file. */
export interface ForeignRow {
  readonly table: string
  readonly rowId: string
  readonly kind: 'changed' | 'added' | 'removed'
  /** Columns that differ; empty for a whole row. */
  readonly columns: readonly string[]
}

/** Rows compared at a time. */
const sliceLength = 200

type Values = Readonly<Record<string, unknown>>

/** Only columns of that time are compared: a later schema may have added some. */
function differing(kept: string, now: string): string[] {
  if (kept === now) return []
  const row = JSON.parse(now) as Values
  return Object.entries(JSON.parse(kept) as Values).flatMap(([column, value]) =>
    row[column] === value ? [] : [column],
  )
}

function* verifyTable(store: Store, table: string): Generator<number, ForeignRow[]> {
  const columns = store.connection.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const values = columns.map((name) => `'${name}', t."${name}"`).join(', ')
  const last = `SELECT c."after" FROM journal_change c WHERE c.table_name = '${table}' AND c.row_id = t.id ORDER BY c.id DESC LIMIT 1`
  const stored = store.connection.prepare<[string, number], { id: string; now: string; kept: string | null }>(
    `SELECT t.id AS id, json_object(${values}) AS now, (${last}) AS kept FROM "${table}" t WHERE t.id > ? ORDER BY t.id LIMIT ?`,
  )
  const found: ForeignRow[] = []
  for (let after = ''; ;) {
    const rows = stored.all(after, sliceLength)
    for (const { id, now, kept } of rows) {
      const different = kept === null ? [] : differing(kept, now)
      if (kept === null || different.length > 0)
        found.push({ table, rowId: id, kind: kept === null ? 'added' : 'changed', columns: different })
    }
    yield rows.length
    const end = rows.at(-1)
    if (!end || rows.length < sliceLength) break
    after = end.id
  }
  return [...found, ...(yield* verifyGone(store, table))]
}

/** Rows that the journal last saw standing and that are not there. */
function* verifyGone(store: Store, table: string): Generator<number, ForeignRow[]> {
  const named = store.connection
    .prepare<[string, string, number], string>(
      'SELECT DISTINCT row_id FROM journal_change WHERE table_name = ? AND row_id > ? ORDER BY row_id LIMIT ?',
    )
    .pluck()
  const isGone = store.connection
    .prepare<[string, string, string], number>(
      `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM "${table}" WHERE id = ?) AND (SELECT "after" FROM journal_change
       WHERE table_name = ? AND row_id = ? ORDER BY id DESC LIMIT 1) IS NOT NULL`,
    )
    .pluck()
  const found: ForeignRow[] = []
  for (let after = ''; ;) {
    const ids = named.all(table, after, sliceLength)
    for (const rowId of ids)
      if (isGone.get(rowId, table, rowId) === 1) found.push({ table, rowId, kind: 'removed', columns: [] })
    yield ids.length
    const end = ids.at(-1)
    if (end === undefined || ids.length < sliceLength) return found
    after = end
  }
}

/** Compares every row with what the journal last wrote of it, a few at a time. */
export function* verifyRows(store: Store): Generator<number, ForeignRow[]> {
  const tables = store.connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE 'search_%'",
    )
    .pluck()
    .all()
  const found: ForeignRow[] = []
  for (const table of tables) found.push(...(yield* verifyTable(store, table)))
  return found
}
