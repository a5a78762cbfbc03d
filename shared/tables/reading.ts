import type { ErrorCode } from '../core/error-codes'
import type { IsoDate, DatePrecision } from '../core/dates'
import type { WorkbookFormat, WorkbookGrid } from './workbook'

/** The tables that the import knows. Later streams add theirs here. */
export const importKinds = [
  'assignments',
  'leads',
  'briefs',
  'trainings',
  'projects',
  'enterprises',
  'visits',
  'revenue',
  'findings',
  'measures',
  'units',
] as const
export type ImportKind = (typeof importKinds)[number]

/** Why a cell or a row is not right. A code is never a sentence: `shared/terms/tables` has those. */
export const cellIssueCodes = [
  'dateInvalid',
  'dateMonthOnly',
  'numberInvalid',
  'numberApproximate',
  'numberRange',
  'numberOutlier',
  'unitMissing',
  'unitMixed',
  'choiceUnknown',
  'codeScientific',
  'codeTooLong',
  'creditCodeCheck',
  'required',
  'keyRepeated',
  'keyMissing',
  'formulaWithoutValue',
  'cellError',
  'rowHidden',
  'textTooLong',
  'textCleaned',
  'dashLost',
  'unitNotOurs',
  'percentMismatch',
  'totalMismatch',
  'orderOfDates',
  'dayInFuture',
  'shareAboveWhole',
  'signsDiffer',
  'stageAhead',
  'amountNegative',
  'amountTooLarge',
  'extensionNotLater',
  'closedNotDone',
  'countBelowNames',
  'findingClosed',
  'findingAhead',
  'findingUnknown',
  'findingAmbiguous',
  'notOfMeasure',
  'nameTaken',
] as const
export type CellIssueCode = (typeof cellIssueCodes)[number]

/** One remark on a cell, with its Excel address so that a person finds it in the file. */
export interface CellIssue {
  /** Excel row number, from 1. */
  readonly row: number
  /** Excel letters, or '' when the whole row is meant. */
  readonly letters: string
  /** The column's header as the file writes it (leaf of a two-row header), or ''. */
  readonly column: string
  readonly field: string | null
  /** The original text of the cell. */
  readonly value: string
  readonly code: CellIssueCode
  readonly severity: 'error' | 'warning'
  readonly params: Readonly<Record<string, string | number>>
  /** A value the person may accept with one key, e.g. `4月30日` for `4月31日`. */
  readonly suggestion: string | null
}

export type SkipReason = 'total' | 'note' | 'blank' | 'otherUnit' | 'repeatedHeader' | 'excludedUnit'

/** When something is due: the words of the table and the rule read from them. */
export interface DueReading {
  readonly text: string
  /** The fixed day, or the last one of a fixed list; null for rules that repeat or wait for an event. */
  readonly dueOn: IsoDate | null
  readonly precision: DatePrecision
  readonly rule:
    | { readonly kind: 'fixed' }
    | { readonly kind: 'dates'; readonly on: readonly IsoDate[] }
    | { readonly kind: 'monthly' }
    | { readonly kind: 'quarterly' }
    | { readonly kind: 'monthlyAndQuarterly' }
    | { readonly kind: 'afterEvent'; readonly workingDays: number }
    | { readonly kind: 'longTerm' }
    | { readonly kind: 'unknown' }
}

export type FieldValue = string | number | boolean | null | DueReading

/** One of several Excel rows that make up a record. */
export interface RowPart {
  /** Excel row number, from 1. */
  readonly row: number
  /** What this row adds to the record. */
  readonly values: Readonly<Record<string, FieldValue>>
  readonly originals: Readonly<Record<string, string>>
}

/** One data row: parsed values by field, the originals beside them. */
export interface TableRow {
  /** Excel row number, from 1. */
  readonly row: number
  readonly isHidden: boolean
  readonly values: Readonly<Record<string, FieldValue>>
  /** The original texts by field, for 「原值」 and for the error workbook. */
  readonly originals: Readonly<Record<string, string>>
  readonly issues: readonly CellIssue[]
  /** The rows of a record that takes several, its own first. */
  readonly parts?: readonly RowPart[]
}

export interface ColumnReading {
  /** Zero-based. */
  readonly index: number
  readonly letters: string
  /** `目标任务/全年` for a two-row header. */
  readonly header: string
  readonly field: string | null
}

/** A 合计 of the table beside the sum of its rows, in the unit that it is written in; decimal texts. */
export interface StatedTotal {
  /** Excel row number, from 1. */
  readonly row: number
  /** Zero-based. */
  readonly column: number
  readonly unit: string
  readonly stated: string
  readonly computed: string
  readonly isRight: boolean
}

/** What one sheet gave: everything that the preview needs, nothing written yet. */
export interface TableReading {
  readonly kind: ImportKind
  readonly sheet: string
  /** Excel row numbers of the header band, from 1. */
  readonly headerRows: readonly number[]
  readonly title: string
  /** The year named by the title or the file, else null. */
  readonly year: number | null
  readonly columns: readonly ColumnReading[]
  readonly rows: readonly TableRow[]
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason; readonly text: string }[]
  /** Remarks that belong to no data row, e.g. a total that does not add up. */
  readonly issues: readonly CellIssue[]
  readonly totals: readonly StatedTotal[]
  /** Identifies the layout (issuer's header texts), so that a mapping chosen by hand is remembered. */
  readonly fingerprint: string
}

export interface SheetSummary {
  readonly name: string
  readonly isHidden: boolean
  readonly rowCount: number
  /** The kind its header looks like, or null. */
  readonly kind: ImportKind | null
}

/** What the person (or the caller) decided before reading. */
export interface ReadingOptions {
  readonly kind: ImportKind | null
  readonly sheet: string | null
  /** Excel row numbers, from 1; null = find them. */
  readonly headerRows: readonly number[] | null
  /** Field by zero-based column index, chosen by hand; null = by synonyms. */
  readonly mapping: Readonly<Record<number, string | null>> | null
  /** Cells typed anew in the preview. */
  readonly fixes: readonly {
    readonly sheet: string
    readonly row: number
    readonly field: string
    readonly text: string
  }[]
  readonly year: number
  readonly mode: 'bureau' | 'district'
  /** Every name that means our own unit. */
  readonly unitNames: readonly string[]
  /** Words of 整改状态 that programmes use or a person has explained, beside the usual ones. */
  readonly statusWords?: readonly string[]
}

export type WorkbookReading =
  | {
      readonly ok: true
      readonly format: WorkbookFormat
      readonly encoding: WorkbookGrid['encoding']
      readonly sheets: readonly SheetSummary[]
      readonly tables: readonly TableReading[]
    }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: Readonly<Record<string, string | number>> }
