import type Database from 'better-sqlite3'
import { verifyChain } from './journal'
import { columnsOf } from './migrate'

/** Keeps the journal as far as its chain holds, and says whether that is all of it. */
export function keepWholeChain(target: Database.Database): boolean {
  const { brokenAt } = verifyChain(target)
  const end = brokenAt ?? Number.MAX_SAFE_INTEGER
  const entries = target.prepare('DELETE FROM journal_entry WHERE id >= ?').run(end).changes
  const last = Number(target.prepare('SELECT coalesce(max(id), 0) FROM journal_entry').pluck().get())
  const changes = target.prepare('DELETE FROM journal_change WHERE entry_id > ?').run(last).changes
  return entries === 0 && changes === 0
}

/** What the journal last wrote of each row of a table. */
const lastChanges = `SELECT row_id, "after", max(id) FROM journal_change WHERE table_name = ? GROUP BY row_id`

/** Makes rows that could not be read anew from the journal, which has every one of them as it last was. */
export function refillFromJournal(target: Database.Database, table: string): void {
  if (table.startsWith('journal_')) return
  const columns = columnsOf(target, table)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const values = columns.map((name) => `json_extract("after", '$."${name}"')`).join(', ')
  target
    .prepare(
      `INSERT OR IGNORE INTO "${table}" (${names}) SELECT ${values} FROM (${lastChanges})
       WHERE "after" IS NOT NULL AND row_id NOT IN (SELECT id FROM "${table}")`,
    )
    .run(table)
}

interface Orphan {
  readonly table: string
  readonly rowid: number
  readonly fkid: number
}

/** Lets go of what refers to a lost row: the reference where it may be empty, else the row. */
export function dropOrphans(target: Database.Database): void {
  for (;;) {
    const orphans = target.pragma('foreign_key_check') as Orphan[]
    if (orphans.length === 0) return
    target.transaction(() => {
      for (const orphan of orphans) letGo(target, orphan)
    })()
  }
}

function letGo(target: Database.Database, { table, rowid, fkid }: Orphan): void {
  const columns = target
    .prepare<[string, string, number], { name: string; isNeeded: number }>(
      `SELECT c.name, c."notnull" AS isNeeded FROM pragma_foreign_key_list(?) f
       JOIN pragma_table_info(?) c ON c.name = f."from" WHERE f.id = ?`,
    )
    .all(table, table, fkid)
  const free = columns.find(({ isNeeded }) => isNeeded === 0)
  if (free) target.prepare(`UPDATE "${table}" SET "${free.name}" = NULL WHERE rowid = ?`).run(rowid)
  else target.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
}

/**
 * Writes into the open entry how every row stands that the journal does not know so: those whose entries were lost, and
 * those that are lost themselves, which 回收站 then shows as deleted. To be called inside the entry of the rescue.
 */
export function explainRows(connection: Database.Database, tables: readonly string[]): void {
  for (const table of tables) {
    const row = `json_object(${columnsOf(connection, table)
      .map((name) => `'${name}', t."${name}"`)
      .join(', ')})`
    const into = `INSERT INTO journal_change (entry_id, table_name, row_id, "before", "after")
      SELECT (SELECT entry_id FROM temp.journal_context), '${table}'`
    connection
      .prepare(
        `${into}, t.id, k."after", ${row} FROM "${table}" t LEFT JOIN (${lastChanges}) k ON k.row_id = t.id
         WHERE k."after" IS NOT ${row}`,
      )
      .run(table)
    connection
      .prepare(
        `${into}, k.row_id, k."after", NULL FROM (${lastChanges}) k
         WHERE k."after" IS NOT NULL AND k.row_id NOT IN (SELECT id FROM "${table}")`,
      )
      .run(table)
  }
}
