import type { RowValues } from '../../shared/exchange/shared-tables'
import type { Store } from '../access'

export interface RowChange {
  readonly table: string
  readonly rowId: string
  readonly before: RowValues | null
  readonly after: RowValues | null
}

interface Row {
  readonly table: string
  readonly rowId: string
  readonly before: string | null
  readonly after: string | null
}

function valuesOf(text: string | null): RowValues | null {
  // Written by the journal's own triggers as an object of columns.
  return text === null ? null : (JSON.parse(text) as RowValues)
}

/** Rows that an entry changed, in its order; of one record alone when `recordId` is given. */
export function readChangesOf(store: Store, entryId: number, recordId: string | null, limit: number): RowChange[] {
  return store.connection
    .prepare<[Readonly<Record<string, unknown>>], Row>(
      `SELECT table_name AS "table", row_id AS rowId, "before", "after" FROM journal_change
       WHERE entry_id = @entryId AND (@recordId IS NULL OR row_id = @recordId) ORDER BY id LIMIT @limit`,
    )
    .all({ entryId, recordId, limit })
    .map(({ table, rowId, before, after }) => ({ table, rowId, before: valuesOf(before), after: valuesOf(after) }))
}
