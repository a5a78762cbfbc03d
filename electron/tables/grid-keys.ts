import type { StoredItem } from '../../shared/tables/plan'
import type { TableRow } from '../../shared/tables/reading'
import type { Importer, ImportScope } from './importer'

/** A row that was read, with the record it changes; null for a new one. */
export interface KeyedRow {
  readonly row: TableRow
  readonly item: StoredItem | null
}

export type KeyClash =
  { readonly kind: 'grid'; readonly firstRow: number } | { readonly kind: 'store'; readonly title: string }

/** Rows whose key another row of the grid or a stored record already has, by row number. */
export function keyClashes(
  importer: Importer,
  scope: ImportScope,
  existing: ReadonlyMap<string, StoredItem>,
  rows: readonly KeyedRow[],
): ReadonlyMap<number, KeyClash> {
  const keyed = rows.map(({ row, item }) => {
    const key = importer.keyOf(row, scope)
    return { row, item, key, isNewKey: item === null || importer.keyOf(asRow(item), scope) !== key }
  })
  // A record that gives up its key makes room for another.
  const leaving = new Set(keyed.flatMap(({ item, isNewKey }) => (item && isNewKey ? [item.id] : [])))
  const firstRows = new Map<string, number>()
  for (const { row, key, isNewKey } of keyed) if (!isNewKey) firstRows.set(key, row.row)
  const clashes = new Map<number, KeyClash>()
  for (const { row, item, key, isNewKey } of keyed) {
    if (!isNewKey) continue
    const firstRow = firstRows.get(key)
    // Another name for a record only tells that a new row is one that is there already.
    const otherKey = item === null ? importer.alternativeKeyOf?.(row) : undefined
    const other = existing.get(key) ?? (otherKey === undefined ? undefined : existing.get(otherKey))
    if (firstRow !== undefined) clashes.set(row.row, { kind: 'grid', firstRow })
    else firstRows.set(key, row.row)
    const isTaken = other !== undefined && other.id !== item?.id && !leaving.has(other.id)
    if (firstRow === undefined && isTaken) clashes.set(row.row, { kind: 'store', title: other.title })
  }
  return clashes
}

function asRow({ values }: StoredItem): TableRow {
  return { row: 0, isHidden: false, values, originals: {}, issues: [] }
}
