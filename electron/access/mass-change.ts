import type { Store } from '../../db/access'
import { prepared } from '../../db/prepared'
import { err, ok, type Result } from '../../shared/core/result'

/** More existing rows of one table than this are never changed without being asked. Source: reliability §3, 58. */
const usualRows = 200
/** Of a table that has at least so many rows, no more than this share. */
const smallTable = 50
const usualShare = 0.3
/** So few rows are never many: the least that is more than the share of any table that is not small. */
const fewRows = smallTable * usualShare

/** What takes back, or moves in or out data that can be told from everything else. */
const exempt: ReadonlySet<string> = new Set([
  'journal.undo',
  'settings.initialise',
  'settings.loadSample',
  'settings.removeSample',
])

/** Merging brings what many people have edited elsewhere; only what it deletes is looked at. */
const countsDeletionsOnly: ReadonlySet<string> = new Set(['exchange.merge'])

interface TableChange {
  readonly table_name: string
  /** Rows that stood before the entry and are different now, or gone. */
  readonly changed: number
  readonly deleted: number
  readonly added: number
}

const countSql = `SELECT count(*) FROM (
  SELECT 1 FROM journal_change WHERE entry_id = ? AND "before" IS NOT NULL LIMIT ${fewRows + 1})`

/** Each row once, from what it was before the entry to what it is now: one that was taken out and put back is no change. */
const tablesSql = `WITH net AS (
    SELECT table_name, min(id) AS first, max(id) AS last FROM journal_change
    WHERE entry_id = ? GROUP BY table_name, row_id)
  SELECT net.table_name,
    coalesce(sum(f."before" IS NOT NULL AND f."before" IS NOT l."after"), 0) AS changed,
    coalesce(sum(f."before" IS NOT NULL AND l."after" IS NULL), 0) AS deleted,
    coalesce(sum(f."before" IS NULL AND l."after" IS NOT NULL), 0) AS added
  FROM net JOIN journal_change f ON f.id = net.first JOIN journal_change l ON l.id = net.last
  GROUP BY net.table_name`

function isMany(rows: number, total: number): boolean {
  return rows > usualRows || (total >= smallTable && rows > total * usualShare)
}

/** Refuses an entry that changes many existing rows of a table at once, unless so many were confirmed. */
export function checkMassChange(
  store: Store,
  entryId: number,
  intent: string,
  confirmedRows: number | null,
): Result<null> {
  if (exempt.has(intent) || confirmedRows === Infinity) return ok(null)
  const count = prepared(store.read, 'access.changed', () =>
    store.connection.prepare<[number], number>(countSql).pluck(),
  )
  if ((count.get(entryId) ?? 0) <= fewRows) return ok(null)
  const tables = prepared(store.read, 'access.changedTables', () =>
    store.connection.prepare<[number], TableChange>(tablesSql),
  )
  const many = tables
    .all(entryId)
    .map(({ table_name, changed, deleted, added }) => {
      const rows = countsDeletionsOnly.has(intent) ? deleted : changed
      return { rows, total: rows > fewRows ? rowsOf(store, table_name) + deleted - added : 0 }
    })
    .filter(({ rows, total }) => isMany(rows, total))
    .toSorted((left, right) => right.rows - left.rows)
  const [most] = many
  return most && most.rows > (confirmedRows ?? 0) ? err('massChange', { ...most }) : ok(null)
}

function rowsOf(store: Store, table: string): number {
  return store.connection.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
}
