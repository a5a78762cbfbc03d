import type { Store } from './access'

/** One row of an entry, as the journal keeps it. */
interface JournalRow {
  readonly table_name: string
  readonly row_id: string
  readonly before: string | null
  readonly after: string | null
}

export interface SignedFinding {
  readonly id: string
  readonly title: string
  /** Who closed it, and when. */
  readonly by: string
  readonly at: string
}

/** Findings that were closed with a 对账销号单 after an entry: what stood when it was signed stays. */
function signedAfter(store: Store, entryId: number): readonly SignedFinding[] {
  return store.connection
    .prepare<[number], SignedFinding>(
      `SELECT f.id, f.title, e.actor AS by, e.at FROM rect_cycle c
       JOIN finding f ON f.id = c.finding_id
       JOIN journal_change j ON j.table_name = 'rect_cycle' AND j.row_id = c.id
         AND json_extract(j."after", '$.closure_form') IS NOT NULL
       JOIN journal_entry e ON e.id = j.entry_id
       WHERE c.closure_form IS NOT NULL AND c.is_sample = 0
       GROUP BY c.id HAVING min(j.entry_id) > ? ORDER BY f.position, f.id`,
    )
    .all(entryId)
}

function findingOf({ table_name, row_id, after, before }: JournalRow): unknown {
  if (table_name === 'finding') return row_id
  // The journal keeps rows as objects.
  return (JSON.parse(after ?? before ?? '{}') as Record<string, unknown>)['finding_id']
}

/** The rows of an entry that belong to a finding which was closed with a 对账销号单 since. */
export function signedRows<T extends JournalRow>(
  store: Store,
  entryId: number,
  changes: readonly T[],
): readonly { readonly change: T; readonly finding: SignedFinding }[] {
  const signed = new Map<unknown, SignedFinding>(signedAfter(store, entryId).map((finding) => [finding.id, finding]))
  if (signed.size === 0) return []
  const servedBy = store.connection
    .prepare<[string], string>('SELECT finding_id FROM finding_measure WHERE measure_id = ?')
    .pluck()
  return changes.flatMap((change) => {
    const ids = change.table_name === 'measure' ? servedBy.all(change.row_id) : [findingOf(change)]
    const finding = ids.flatMap((id) => signed.get(id) ?? [])[0]
    return finding ? [{ change, finding }] : []
  })
}
