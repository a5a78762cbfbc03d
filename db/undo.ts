import Database from 'better-sqlite3'
import { err, ok, type Result } from '../shared/core/result'
import { choiceSeparator } from '../shared/terms/table-words'
import type { Intent, Store, Written } from './access'
import { prepared } from './prepared'
import { refusalOfWrite } from './refusal'
import { signedRows } from './signed-findings'

/** So many findings that stay are named. */
const namedFindings = 3

interface Change {
  readonly id: number
  readonly table_name: string
  readonly row_id: string
  readonly before: string | null
  readonly after: string | null
}

export interface EditedRow {
  readonly table: string
  readonly rowId: string
  /** Who changed it after the entry that is to be undone, and when. */
  readonly by: string
  readonly at: string
}

export interface UndoPlan {
  readonly entryId: number
  readonly changes: number
  /** Rows changed since: kept unless the person says otherwise. */
  readonly edited: readonly EditedRow[]
  /** Findings of the entry that were closed with a 对账销号单 since: they are kept whatever the person says. */
  readonly signed: readonly string[]
}

/** The entry that wrote a row first, e.g. the import that made a batch; null when no entry did. */
export function entryThatCreated(store: Store, table: string, rowId: string): number | null {
  const found = store.connection
    .prepare<[string, string], number>(
      'SELECT entry_id FROM journal_change WHERE table_name = ? AND row_id = ? AND "before" IS NULL ORDER BY id LIMIT 1',
    )
    .pluck()
    .get(table, rowId)
  return found ?? null
}

/** An undo holds until it is itself taken back. */
export const activeUndoSql = `EXISTS (SELECT 1 FROM journal_entry u WHERE u.undoes = e.id
  AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.undoes = u.id))`

/** What undoing an entry would meet: the rows that are no longer as the entry left them. */
export function planUndo(store: Store, entryId: number): Result<UndoPlan> {
  const isUndone = store.connection.prepare(`SELECT 1 FROM journal_entry e WHERE e.id = ? AND ${activeUndoSql}`)
  if (isUndone.get(entryId) !== undefined) return err('alreadyUndone')
  const changes = readChanges(store, entryId)
  if (changes.length === 0) return err('nothingToUndo')
  const lastOfRow = new Map(changes.map((change) => [keyOf(change), change]))
  const signed = signedRows(store, entryId, [...lastOfRow.values()])
  const signers = new Map(signed.map(({ change, finding: { by, at } }) => [change, { by, at }]))
  const edited = [...lastOfRow.values()].flatMap((change): EditedRow[] => {
    const signer = signers.get(change)
    if (signer) return [{ table: change.table_name, rowId: change.row_id, ...signer }]
    if (!standsAsLeft(store, change)) return [whoEdited(store, change)]
    const [later] = dependentsOf(store, change).filter(({ table, rowId }) => !lastOfRow.has(`${table}/${rowId}`))
    if (!later || change.after === null || changes.some((each) => each.before !== null && isSameRow(each, change)))
      return []
    const { by, at } = whoEdited(store, { table_name: later.table, row_id: later.rowId })
    return [{ table: change.table_name, rowId: change.row_id, by, at }]
  })
  const titles = new Map(signed.map(({ finding }) => [finding.id, finding.title]))
  return ok({ entryId, changes: changes.length, edited, signed: [...titles.values()] })
}

function keyOf({ table_name, row_id }: Pick<Change, 'table_name' | 'row_id'>): string {
  return `${table_name}/${row_id}`
}

function isSameRow(left: Change, right: Change): boolean {
  return left.table_name === right.table_name && left.row_id === right.row_id
}

function standsAsLeft(store: Store, change: Change): boolean {
  const row = store.connection
    .prepare<[string], Record<string, unknown>>(`SELECT * FROM "${change.table_name}" WHERE id = ?`)
    .get(change.row_id)
  if (change.after === null || row === undefined) return change.after === null && row === undefined
  // Only columns of that time are compared: a later schema may have added some.
  return Object.entries(JSON.parse(change.after) as Record<string, unknown>).every(
    ([name, value]) => row[name] === value,
  )
}

function whoEdited(store: Store, change: Pick<Change, 'table_name' | 'row_id'>): EditedRow {
  const last = store.connection
    .prepare<[string, string], { actor: string; at: string }>(
      `SELECT e.actor, e.at FROM journal_change c JOIN journal_entry e ON e.id = c.entry_id
       WHERE c.table_name = ? AND c.row_id = ? ORDER BY c.id DESC LIMIT 1`,
    )
    .get(change.table_name, change.row_id)
  return { table: change.table_name, rowId: change.row_id, by: last?.actor ?? '', at: last?.at ?? '' }
}

export interface Undoing {
  readonly actor: string
  readonly at: string
  readonly keepEdited: boolean
  /** Asked inside the write, before it is kept. */
  readonly judge?: () => Result<null>
}

/** Takes an entry back as a new entry. Rows edited since are kept, or taken back too, as the caller says. */
export function undoEntry(
  store: Store,
  entryId: number,
  by: Undoing,
): Result<{ readonly reverted: number; readonly kept: readonly EditedRow[]; readonly tables: readonly string[] }> {
  const plan = planUndo(store, entryId)
  if (!plan.ok) return plan
  const { edited, signed } = plan.value
  if (signed.length > 0 && !by.keepEdited)
    return err('closedFindingsStay', {
      count: signed.length,
      titles: signed.slice(0, namedFindings).join(choiceSeparator),
    })
  const kept = by.keepEdited ? edited : []
  const all = readChanges(store, entryId)
  const keptKeys = withBelongings(store, all, kept)
  const changes = all.toReversed().filter((change) => !keptKeys.has(keyOf(change)))
  const intent = {
    name: 'journal.undo',
    params: { entryId, kept: kept.length },
    actor: by.actor,
    at: by.at,
    undoes: entryId,
  }
  const written = tryWrite(store, intent, changes, by.judge ?? (() => ok(null)))
  if (!written) return err('undoConflict', { count: 1 })
  if (!written.value.ok) return written.value
  const rows = new Set(changes.map(keyOf))
  return ok({ reverted: rows.size, kept, tables: written.tables })
}

/** The kept rows with what they cannot be without: what they refer to, and of a finding all that belongs to it. */
function withBelongings(store: Store, changes: readonly Change[], kept: readonly EditedRow[]): ReadonlySet<string> {
  const ofEntry = new Set(changes.map(keyOf))
  const made = new Set(changes.filter(({ before }) => before === null).map(keyOf))
  const keys = new Set<string>()
  const open: Dependent[] = [...kept]
  for (let row = open.pop(); row; row = open.pop()) {
    const { table, rowId } = row
    const key = `${table}/${rowId}`
    if (keys.has(key)) continue
    keys.add(key)
    const owned = table === 'finding' ? dependentsOf(store, { table_name: table, row_id: rowId }) : []
    open.push(...owned.filter((each) => ofEntry.has(`${each.table}/${each.rowId}`)))
    open.push(...parentsOf(store, row).filter((each) => made.has(`${each.table}/${each.rowId}`)))
  }
  return keys
}

/** Null when the rows can no longer stand beside what was entered since, e.g. a key that is used again. */
function tryWrite(
  store: Store,
  intent: Intent,
  changes: readonly Change[],
  judge: () => Result<null>,
): Written<Result<null>> | null {
  try {
    return store.write(intent, () => {
      for (const change of changes) takeBack(store, change)
      return judge()
    })
  } catch (cause) {
    // What the store keeps for good says so itself.
    if (refusalOfWrite(cause)) throw cause
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_CONSTRAINT')) return null
    throw cause
  }
}

function readChanges(store: Store, entryId: number): Change[] {
  return store.connection
    .prepare<[number], Change>(
      'SELECT id, table_name, row_id, "before", "after" FROM journal_change WHERE entry_id = ? ORDER BY id',
    )
    .all(entryId)
}

/** Puts a row back as it was before a change; a row that the change made goes, with what hangs on it. */
export function takeBack(store: Store, change: Omit<Change, 'id' | 'after'>): void {
  const table = `"${change.table_name}"`
  if (change.before === null) {
    deleteDependents(store, change)
    store.connection.prepare(`DELETE FROM ${table} WHERE id = ?`).run(change.row_id)
    return
  }
  // The journal holds what SQLite itself wrote, so its own JSON functions read it back exactly.
  const columns = Object.keys(JSON.parse(change.before) as Record<string, unknown>)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const values = columns.map((name) => `json_extract(@row, '$."${name}"')`).join(', ')
  const updates = columns.map((name) => `"${name}" = excluded."${name}"`).join(', ')
  store.connection
    .prepare(`INSERT INTO ${table} (${names}) SELECT ${values} WHERE true ON CONFLICT (id) DO UPDATE SET ${updates}`)
    .run({ row: change.before })
}

interface Dependent {
  readonly table: string
  readonly rowId: string
}

/** Rows that one refers to. */
function parentsOf(store: Store, { table, rowId }: Dependent): Dependent[] {
  const parents = prepared(store.read, `undo.parents.${table}`, () =>
    store.connection
      .prepare<[string], { readonly parent: string; readonly column: string }>(
        'SELECT "table" AS parent, "from" AS "column" FROM pragma_foreign_key_list(?)',
      )
      .all(table)
      .map(({ parent, column }) => ({
        parent,
        idOf: store.connection
          .prepare<[string], string | null>(`SELECT "${column}" FROM "${table}" WHERE id = ?`)
          .pluck(),
      })),
  )
  return parents.flatMap(({ parent, idOf }) => {
    const id = idOf.get(rowId) ?? null
    return id === null ? [] : [{ table: parent, rowId: id }]
  })
}

/** Rows that hang on one by a reference, e.g. follow-ups of a lead. */
function dependentsOf(store: Store, change: Pick<Change, 'table_name' | 'row_id'>): Dependent[] {
  return referencesTo(store, change.table_name).flatMap(({ table, rowsOf }) =>
    rowsOf.all(change.row_id).map((rowId) => ({ table, rowId })),
  )
}

function referencesTo(store: Store, parent: string) {
  return prepared(store.read, `undo.references.${parent}`, () =>
    store.connection
      .prepare<[string], { readonly child: string; readonly column: string }>(
        `SELECT t.name AS child, f."from" AS "column" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
         WHERE t.type = 'table' AND f."table" = ?`,
      )
      .all(parent)
      .map(({ child, column }) => ({
        table: child,
        rowsOf: store.connection.prepare<[string], string>(`SELECT id FROM "${child}" WHERE "${column}" = ?`).pluck(),
      })),
  )
}

/** What hangs on a row that goes goes with it; the undo's own entry keeps it. */
function deleteDependents(store: Store, change: Pick<Change, 'table_name' | 'row_id'>): void {
  for (const { table, rowId } of dependentsOf(store, change))
    store.connection.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(rowId)
}
