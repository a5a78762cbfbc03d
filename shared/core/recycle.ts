import type { DeletedRecord } from './contract'

/** How long 回收站 shows a deleted record. Unit: days. The journal keeps it for good. */
export const recycleDays = 90

/** A row that an entry deleted. */
export interface DeletedRow {
  readonly table: string
  readonly rowId: string
  readonly row: Readonly<Record<string, unknown>>
}

type Key = Pick<DeletedRow, 'table' | 'rowId'>

function holdsId(row: DeletedRow, id: string): boolean {
  return Object.entries(row.row).some(([column, value]) => column !== 'id' && value === id)
}

/** Rows deleted together with one that belong to it, however deep: those that name it, and those that name these. */
export function belongingTo(record: Key, deleted: readonly DeletedRow[]): DeletedRow[] {
  const own = deleted.find(({ table, rowId }) => table === record.table && rowId === record.rowId)
  if (!own) return []
  const found = new Set([own])
  // A set may grow while it is gone through; what is added is gone through too.
  for (const above of found) for (const row of deleted) if (!found.has(row) && holdsId(row, above.rowId)) found.add(row)
  return deleted.filter((row) => found.has(row))
}

/** The rows of an entry that were deleted for themselves and not because another one went. */
export function deletedForThemselves(deleted: readonly DeletedRow[]): DeletedRow[] {
  const ids = new Set(deleted.map(({ rowId }) => rowId))
  return deleted.filter(
    ({ rowId, row }) =>
      !Object.entries(row).some(
        ([column, value]) => column !== 'id' && typeof value === 'string' && value !== rowId && ids.has(value),
      ),
  )
}

/** Newest first, as 回收站 lists them. */
export function byNewest(left: DeletedRecord, right: DeletedRecord): number {
  return right.entryId - left.entryId
}
