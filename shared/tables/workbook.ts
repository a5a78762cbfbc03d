/** One cell as the file holds it. Numbers stay exact decimal text; a date cell is already a local day. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly isPercent: boolean }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: 'TRUE' | 'FALSE' }
  /** `#REF!` and its like. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula that was saved without its result: the value is unknown, never zero. */
  | { readonly kind: 'formula'; readonly text: string }

/** Zero-based, inclusive corners. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One sheet: rows from the first to the last non-empty one, cells by zero-based column, absent where empty. */
export interface SheetGrid {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: readonly (readonly (Cell | undefined)[])[]
  /** Zero-based. */
  readonly hiddenRows: readonly number[]
  /** Zero-based. */
  readonly hiddenColumns: readonly number[]
  readonly merges: readonly MergedRange[]
}

export type WorkbookFormat = 'xlsx' | 'xls' | 'csv' | 'html' | 'xml'

export interface WorkbookGrid {
  readonly format: WorkbookFormat
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | null
  readonly sheets: readonly SheetGrid[]
  /** The 1904 date system: serial numbers typed as plain numbers count from 1904-01-01. */
  readonly is1904: boolean
}
