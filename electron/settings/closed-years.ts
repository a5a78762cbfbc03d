import type { Store } from '../../db/access'
import { prepared } from '../../db/prepared'
import { closedYearOfChange, yearOfRow, yearTables, type JournalRow } from '../../shared/settings/closed-year'

/**
 * Intents that may touch a closed year: they open and close it, move sample data, bring what another PC did, or carry a new
 * name into every row that has the old one.
 */
const exempt: ReadonlySet<string> = new Set([
  'settings.closeYear',
  'settings.reopenYear',
  'settings.loadSample',
  'settings.removeSample',
  'exchange.merge',
  'registry.savePerson',
  'registry.mergeEnterprises',
])

interface ChangeRow {
  readonly table_name: string
  readonly before: string | null
  readonly after: string | null
}

function parsed(text: string | null): JournalRow | null {
  // Written by the journal's own triggers as an object of columns.
  return text === null ? null : (JSON.parse(text) as JournalRow)
}

/** Years that are closed now. */
export function closedYears(store: Store): ReadonlySet<number> {
  const rows = prepared(store.read, 'closed-years', () =>
    store.connection.prepare<[], string>('SELECT id FROM closed_year').pluck(),
  )
  return new Set(rows.all().map(Number))
}

function yearOfParentIn(store: Store): (table: string, id: string) => number | null {
  const known = new Map<string, number | null>()
  return (table, id) => {
    const key = `${table}/${id}`
    const found = known.get(key)
    if (found !== undefined) return found
    const read = prepared(store.read, `closed-years.${table}`, () =>
      store.connection.prepare<[string], JournalRow>(`SELECT * FROM "${table}" WHERE id = ?`),
    )
    const row = read.get(id)
    const year = row ? yearOfRow(table, row, () => null) : null
    known.set(key, year)
    return year
  }
}

/** The closed year that the entry under way would alter; null when it alters none. Asked inside the write. */
export function closedYearTouched(store: Store, entryId: number, intent: string): number | null {
  if (exempt.has(intent)) return null
  const closed = closedYears(store)
  if (closed.size === 0) return null
  const changes = prepared(store.read, 'closed-years.changes', () =>
    store.connection.prepare<[number], ChangeRow>(
      `SELECT table_name, "before", "after" FROM journal_change WHERE entry_id = ?
       AND table_name IN (${yearTables.map((table) => `'${table}'`).join(', ')}) ORDER BY id`,
    ),
  )
  const yearOfParent = yearOfParentIn(store)
  for (const change of changes.iterate(entryId)) {
    const { table_name: table, before, after } = change
    const year = closedYearOfChange({ table, before: parsed(before), after: parsed(after) }, closed, yearOfParent)
    if (year !== null) return year
  }
  return null
}
