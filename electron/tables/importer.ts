import type { ReadDb, WriteDb } from '../../db/access'
import type { RowRemark } from '../../shared/tables/definition'
import type { ImportKind, TableReading, TableRow } from '../../shared/tables/reading'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'

/** What an importer knows about the import as a whole. */
export interface ImportScope {
  readonly year: number
  readonly mode: 'bureau' | 'district'
  readonly unitNames: readonly string[]
  /** The table's own title, which tells a re-issue of the same table from another table. */
  readonly title: string
  readonly today: string
}

export interface ImportWriting extends ImportScope {
  /** Null for rows typed in the grid: then there is no file and no row to point at. */
  readonly batchId: string | null
  readonly fileName: string
  readonly sheet: string
  readonly now: string
  readonly newId: () => string
  readonly isSample: boolean
}

/** A row with what the store says of it. */
export interface MetRow {
  readonly values: TableRow['values']
  readonly remarks: readonly RowRemark[]
}

/** How one kind of table meets the store; the pipeline around it is the same for all. */
export interface Importer {
  readonly kind: ImportKind
  /** Fields that are compared and written. */
  readonly fields: readonly string[]
  /** Fields that the grid shows and changes; `fields` where left out. Those beyond it make up the key. */
  readonly editable?: readonly string[]
  /** Fields that a person may map a column to. */
  readonly mappable: readonly string[]
  readonly doesBlankKeep: boolean
  readonly keyOf: (row: TableRow, scope: ImportScope) => string
  /** A second way to know a stored item by, asked where the first finds none. */
  readonly alternativeKeyOf?: (row: TableRow) => string
  readonly titleOf: (row: TableRow) => string
  /** What people call the item by: its number where it has one. */
  readonly codeOf: (row: TableRow) => string
  readonly scopeTitle: (reading: TableReading) => string
  /** What is doubtful about a row on this day; typed in the grid it is refused. */
  readonly judge?: (row: TableRow, scope: ImportScope) => readonly RowRemark[]
  readonly existing: (db: ReadDb, scope: ImportScope) => ReadonlyMap<string, StoredItem>
  /** Completes and judges the rows of a table as a whole by what the store holds; asked before their keys. */
  readonly meet?: (
    db: ReadDb,
    rows: readonly TableRow[],
    scope: ImportScope,
    existing: ReadonlyMap<string, StoredItem>,
  ) => readonly MetRow[]
  /** Every stored record once, where several may share a key; else those of `existing`. */
  readonly items?: (db: ReadDb, scope: ImportScope) => readonly StoredItem[]
  readonly add: (db: WriteDb, row: PlannedRow, writing: ImportWriting) => void
  /** Writes the fields of `changes`, an emptied one as empty. */
  readonly update: (db: WriteDb, id: string, row: PlannedRow, writing: ImportWriting) => void
  /** Marks what a re-issued table left out; absent where a missing row means nothing. */
  readonly withdraw?: (db: WriteDb, id: string, writing: ImportWriting) => void
}

/** Where an imported record came from, and when. */
export function originOf({ batchId, isSample, now }: ImportWriting, row: number) {
  return { batchId, sourceRow: batchId === null ? null : row, isSample, createdAt: now, updatedAt: now }
}

/** Text of a parsed value; '' for nothing. */
export function textOf(row: TableRow, field: string): string {
  const value = row.values[field]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** Text of a parsed value, or null for nothing. */
export function textOrNull(row: TableRow, field: string): string | null {
  return textOf(row, field) || null
}
