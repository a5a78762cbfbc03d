import type { ChoiceWords } from './cells/choice'
import type { Unit } from './cells/unit'
import type { ColumnMatch, HeaderBand } from './header-band'
import type { CellIssueCode, FieldValue, ImportKind } from './reading'
import type { SheetGrid } from './workbook'

/** How the cells of a column are read. */
export type FieldReading =
  | { readonly kind: 'text'; readonly maxLength: number; readonly isLine: boolean; readonly checksDash: boolean }
  | { readonly kind: 'code'; readonly maxLength: number }
  | { readonly kind: 'integer'; readonly maximum: number }
  /**
   * A number whose unit stands in the cell, in the row's `unit` field, in the header or above the table.
   * An amount of a ledger has no unit field beside it and is always given in 万元.
   */
  | { readonly kind: 'quantity'; readonly isMain: boolean; readonly isAmount?: true }
  | { readonly kind: 'date' }
  | { readonly kind: 'due' }
  | { readonly kind: 'month' }
  | { readonly kind: 'choice'; readonly choice: ChoiceWords; readonly learns?: true }
  | { readonly kind: 'yesNo' }
  /** Known, but derived by the program: never read. */
  | { readonly kind: 'ignored' }

export interface FieldDefinition {
  readonly field: string
  readonly reading: FieldReading
  /** Header texts that mean this field, best first. */
  readonly headers: readonly string[]
  readonly isRequired?: boolean
  /** A grouping column: merged cells give their value to every row they cover. Never for amounts. */
  readonly fillsDown?: boolean
  /** Alone in a row it makes no record, e.g. a month without anything reported. */
  readonly isBare?: boolean
  /** For columns that a layout adds by position. */
  readonly column?: number
  /** The record's field that such a column ends in. */
  readonly recordField?: string
  readonly unit?: Unit | null
  readonly isMoney?: boolean
}

/** A row as the engine hands it to the room: values by field, still before keys and units of responsibility. */
export interface DraftRow {
  readonly row: number
  readonly values: Readonly<Record<string, FieldValue>>
}

/** A remark of the room on one field of a row. */
export interface RowRemark {
  readonly field: string
  readonly code: CellIssueCode
  readonly severity: 'error' | 'warning'
  readonly params: Readonly<Record<string, string | number>>
}

/** One record that a row gives; most tables give one per row. */
export interface SpreadRecord {
  readonly values: Readonly<Record<string, FieldValue>>
  /** Fields of the row whose remarks and originals go with this record, as [field in the row, field in the record]. */
  readonly from: readonly (readonly [string, string])[]
}

/**
 * Rows below a record that add to it, e.g. one measure each, where its own columns are merged over them or left blank.
 * A blank row belongs to the record above only when nothing else is filled in.
 */
export interface BelowRows {
  /** What the record is known by; a row that fills one of these in is a record of its own. */
  readonly own: readonly string[]
  /** The first of `own`, which a merge may hold together. */
  readonly title: string
  /** What a row below may fill in; its other cells belong in the first row. */
  readonly added: readonly string[]
  /** What a row below has to fill in. */
  readonly needed: string
  /** The record's values with those of all its rows, and what each row adds, the record's own first. */
  readonly join: (rows: readonly Readonly<Record<string, FieldValue>>[]) => {
    readonly values: Readonly<Record<string, FieldValue>>
    readonly parts: readonly Readonly<Record<string, FieldValue>>[]
  }
}

export interface RowContext {
  readonly title: string
  readonly sheet: string
  readonly year: number
}

/** All that makes one kind of table: its columns, its key and its own checks. */
export interface TableDefinition {
  readonly kind: ImportKind
  /** Set where only a store of that mode has such records. */
  readonly mode?: 'district'
  readonly fields: readonly FieldDefinition[]
  /** Every field of a record, so that each row has them all. */
  readonly recordFields: readonly string[]
  /** The header must have one field of each group. */
  readonly anchors: readonly (readonly string[])[]
  /** Headers that speak for this kind although they name no field. */
  readonly looseHeader?: RegExp
  /** The key of a record within its table; null when it has none. */
  readonly keyOf: (values: Readonly<Record<string, FieldValue>>, mode: 'bureau' | 'district') => string | null
  /** Fields that make up the key, the most telling first. */
  readonly keyFields: readonly string[]
  /** The field that names the unit a row belongs to, where tables list several units. */
  readonly unitField?: string
  /** Fills in what the row does not say but the sheet does. */
  readonly complete?: (
    values: Readonly<Record<string, FieldValue>>,
    context: RowContext,
  ) => Readonly<Record<string, FieldValue>>
  readonly check?: (values: Readonly<Record<string, FieldValue>>) => readonly RowRemark[]
  /** A layout of the same kind that has to be made from the header it meets; null when it is not that layout. */
  readonly specialise?: (
    sheet: SheetGrid,
    band: HeaderBand,
    matches: readonly ColumnMatch[],
    context: RowContext,
  ) => TableDefinition | null
  /** One record from several rows. */
  readonly below?: BelowRows
  /** Several records from one row. */
  readonly spread?: (row: DraftRow, context: RowContext) => readonly SpreadRecord[]
}
