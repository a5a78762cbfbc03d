import type Database from 'better-sqlite3'

type Row = Readonly<Record<string, unknown>>

/** Unit: rows that are looked for one by one where nothing tells which there were. */
const PROBED_ROWS = 500_000

const rowId = '~rowid'

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * Takes every row of a damaged table that can be read: from its beginning up to the damage, from its end back to it, and
 * between them one by one, by the row numbers that its indexes know. Gives how many could not be read, as far as can be told.
 */
export function readRows(
  source: Database.Database,
  table: string,
  columns: readonly string[],
  take: (values: readonly unknown[]) => void,
): number {
  const select = `SELECT rowid AS "${rowId}", ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`
  const give = (row: Row): void => take(columns.map((name) => row[name]))
  const first = walk(source, `${select} ORDER BY rowid`, [], 1, give)
  if (first.isWhole) return 0
  const last = walk(source, `${select} WHERE rowid > ? ORDER BY rowid DESC`, [first.end ?? -1], -1, give)
  if (last.isWhole) return 0
  return between(source, { table, select, give }, first.end ?? 0, last.end)
}

interface Walked {
  /** The last row number that was read; null for none. */
  readonly end: number | null
  readonly isWhole: boolean
}

/** Goes along row numbers until the end or the damage; numbers that do not go on in one direction are damage too. */
function walk(
  source: Database.Database,
  sql: string,
  parameters: readonly unknown[],
  direction: 1 | -1,
  give: (row: Row) => void,
): Walked {
  let end: number | null = null
  try {
    for (const row of source.prepare<unknown[], Row>(sql).iterate(...parameters)) {
      const at = Number(row[rowId])
      if (end !== null && (at - end) * direction <= 0) return { end, isWhole: false }
      give(row)
      end = at
    }
    return { end, isWhole: true }
  } catch {
    return { end, isWhole: false }
  }
}

function between(
  source: Database.Database,
  { table, select, give }: { readonly table: string; readonly select: string; readonly give: (row: Row) => void },
  from: number,
  to: number | null,
): number {
  const known = knownRows(source, table, from, to)
  let lost = 0
  try {
    const find = source.prepare<[number], Row>(`${select} WHERE rowid = ?`)
    for (const at of known)
      try {
        const row = find.get(at)
        if (row) give(row)
        else lost += 1
      } catch {
        lost += 1
      }
  } catch {
    return known.size
  }
  return lost
}

/** Row numbers of a stretch that the indexes name; where none can be read, every number that may have been given. */
function knownRows(source: Database.Database, table: string, from: number, to: number | null): ReadonlySet<number> {
  const known = new Set<number>()
  const note = (row: Row): void => {
    const at = Number(row[rowId])
    if (at > from && (to === null || at < to)) known.add(at)
  }
  let isWhole = false
  for (const index of indexesOf(source, table)) {
    const sql = `SELECT rowid AS "${rowId}" FROM ${quoted(table)} INDEXED BY ${quoted(index)}`
    if (walkIndex(source, sql, note)) isWhole = true
  }
  if (!isWhole && to !== null && to - from <= PROBED_ROWS) for (let at = from + 1; at < to; at += 1) known.add(at)
  return known
}

function indexesOf(source: Database.Database, table: string): string[] {
  try {
    // A partial index does not name every row, and one that is whole would be taken for all there is.
    return source
      .prepare<[string], string>('SELECT name FROM pragma_index_list(?) WHERE partial = 0')
      .pluck()
      .all(table)
  } catch {
    return []
  }
}

function walkIndex(source: Database.Database, sql: string, note: (row: Row) => void): boolean {
  try {
    for (const row of source.prepare<[], Row>(sql).iterate()) note(row)
    return true
  } catch {
    return false
  }
}
