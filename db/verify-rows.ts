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

/** What the journal kept of a row; null when a damaged disk has left something else of it. */
function valuesOf(json: string): Values | null {
  try {
    return JSON.parse(json) as Values
  } catch {
    return null
  }
}

/** How a row differs from what was kept of it, or null. Only columns of that time: a later schema may have added some. */
function difference(kept: string | null, now: string): Pick<ForeignRow, 'kind' | 'columns'> | null {
  if (kept === now) return null
  if (kept === null) return { kind: 'added', columns: [] }
  const [before, row] = [valuesOf(kept), valuesOf(now)]
  if (!before || !row) return { kind: 'changed', columns: [] }
  const columns = Object.entries(before).flatMap(([column, value]) => (row[column] === value ? [] : [column]))
  return columns.length > 0 ? { kind: 'changed', columns } : null
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
      const different = difference(kept, now)
      if (different) found.push({ table, rowId: id, ...different })
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
