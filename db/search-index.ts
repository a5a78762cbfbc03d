import type { Database } from 'better-sqlite3'
import { searchKinds, type SearchKind } from '../shared/search/contract'
import { searchText } from '../shared/search/words'
import { searchedTables, type SearchedTable } from './search-tables'

/** SQL of the searched text of a row `r`. */
function textSql({ title, columns }: SearchedTable): string {
  return `search_text(${[title, ...columns.map((name) => `r."${name}"`)].join(', ')})`
}

/** The columns that the title and the text are made of. */
function columnsOf({ title, columns }: SearchedTable): string {
  const ofTitle = [...title.matchAll(/\br\.(\w+)/g)].flatMap(([, name]) => name ?? [])
  return [...new Set([...ofTitle, ...columns])].map((name) => `"${name}"`).join(', ')
}

/** The same over NEW of a trigger. */
function overNew(expression: string): string {
  return expression.replaceAll(/\br\./g, 'NEW.')
}

/**
 * Keeps the index beside the records by triggers made from the table of what is searched, so that imports, edits and
 * undo all reach it. Like the journal's they live in the temporary schema; unlike a record the index is not journaled.
 */
export function installSearch(connection: Database): void {
  connection.function('search_text', { deterministic: true, varargs: true }, (...parts: unknown[]) =>
    searchText(...parts.map((part) => (typeof part === 'string' ? part : null))),
  )
  for (const kind of searchKinds) {
    const searched = searchedTables[kind]
    const put = `INSERT INTO main.search_entry (kind, record_id, title, text, initials)
      VALUES ('${kind}', NEW.id, ${overNew(searched.title)}, ${overNew(textSql(searched))}, NULL)
      ON CONFLICT (kind, record_id) DO UPDATE SET text = excluded.text,
        initials = CASE WHEN title = excluded.title THEN initials END, title = excluded.title;`
    const drop = `DELETE FROM main.search_entry WHERE kind = '${kind}' AND record_id = OLD.id;`
    const trigger = (event: string, work: string): void => {
      const name = `search_${searched.table}_${event.slice(0, 6).toLowerCase()}`
      connection.exec(
        `CREATE TEMP TRIGGER IF NOT EXISTS "${name}" AFTER ${event} ON main."${searched.table}" BEGIN ${work} END`,
      )
    }
    trigger('INSERT', put)
    // Only where a searched text is set: most writes of a task or a day touch none.
    trigger(`UPDATE OF ${columnsOf(searched)}`, put)
    trigger('DELETE', drop)
  }
}

/** Makes the entries anew for every kind whose number does not fit its records, as after an older version wrote them. */
export function repairSearch(connection: Database): void {
  const count = (sql: string): number => Number(connection.prepare(sql).pluck().get())
  for (const kind of searchKinds) {
    const searched = searchedTables[kind]
    const records = count(`SELECT count(*) FROM "${searched.table}"`)
    if (records === count(`SELECT count(*) FROM search_entry WHERE kind = '${kind}'`)) continue
    connection.transaction(() => {
      connection.prepare('DELETE FROM search_entry WHERE kind = ?').run(kind)
      connection.exec(`INSERT INTO search_entry (kind, record_id, title, text, initials)
        SELECT '${kind}', r.id, ${searched.title}, ${textSql(searched)}, NULL FROM "${searched.table}" r`)
    })()
  }
}

/** How many titles are given their initials in one go. Unit: entries. */
const initialsChunk = 400

/** Gives some entries their pinyin initials; false when none was without. */
export function fillInitials(connection: Database, initialsOf: (title: string) => string): boolean {
  const rows = connection
    .prepare<[number], { kind: string; recordId: string; title: string }>(
      'SELECT kind, record_id AS recordId, title FROM search_entry WHERE initials IS NULL LIMIT ?',
    )
    .all(initialsChunk)
  if (rows.length === 0) return false
  const set = connection.prepare('UPDATE search_entry SET initials = ? WHERE kind = ? AND record_id = ?')
  connection.transaction(() => {
    for (const { kind, recordId, title } of rows) set.run(title === '' ? '' : initialsOf(title), kind, recordId)
  })()
  return true
}

export interface FoundEntry {
  readonly kind: SearchKind
  readonly recordId: string
  readonly title: string
  readonly text: string
}

/** A word to look for; letters may also be pinyin initials. */
export interface AskedWord {
  readonly text: string
  readonly isInitials: boolean
}

/** Hits of one kind are counted up to here; a word that stands everywhere need not be counted out. */
export const countLimit = 500

/** Entries of one kind that hold every word in their text, or as initials where the word may be such; newest first. */
export function findEntries(connection: Database, kind: SearchKind, words: readonly AskedWord[]): FoundEntry[] {
  const conditions = words.map(({ isInitials }) =>
    isInitials ? '(instr(text, ?) > 0 OR instr(initials, ?) > 0)' : 'instr(text, ?) > 0',
  )
  const parameters = words.flatMap(({ text, isInitials }) => (isInitials ? [text, text] : [text]))
  return connection
    .prepare<unknown[], FoundEntry>(
      `SELECT kind, record_id AS recordId, title, text FROM search_entry
         WHERE kind = ? AND ${conditions.join(' AND ')} ORDER BY record_id DESC LIMIT ?`,
    )
    .all(kind, ...parameters, countLimit + 1)
}
