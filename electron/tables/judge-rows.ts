import type { RowRemark } from '../../shared/tables/definition'
import type { TableRow } from '../../shared/tables/reading'
import type { Importer, ImportScope } from './importer'

/** Where a field stands, as a remark on it says. */
export type PlaceOf = (field: string) => { readonly letters: string; readonly column: string }

/** Adds to the rows what the importer doubts about them on this day. */
export function judgeRows(
  importer: Importer,
  rows: readonly TableRow[],
  scope: ImportScope,
  placeOf: PlaceOf,
): readonly TableRow[] {
  const { judge } = importer
  if (!judge) return rows
  return rows.map((row) => {
    const remarks = judge(row, scope)
    return remarks.length === 0 ? row : withRemarks(row, remarks, placeOf)
  })
}

/** A row with further remarks on its cells. */
export function withRemarks(row: TableRow, remarks: readonly RowRemark[], placeOf: PlaceOf): TableRow {
  const added = remarks.map((remark) => ({
    ...remark,
    ...placeOf(remark.field),
    row: row.row,
    value: row.originals[remark.field] ?? '',
    suggestion: null,
  }))
  return { ...row, issues: [...row.issues, ...added] }
}
