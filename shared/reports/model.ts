import type { IsoDate, Period } from '../core/dates'

/**
 * How a column is stored in a workbook. `code` is text whatever it looks like; `decimal` keeps the digits it
 * is given unless the column fixes them; `percent` is a number of percent (the sign stands in the header).
 */
export type ColumnType = 'text' | 'code' | 'integer' | 'decimal' | 'date' | 'percent'

export interface SheetColumn {
  /** Upper line of a two-row header; equal neighbours are merged. Null: the label fills both rows. */
  readonly group: string | null
  readonly label: string
  readonly type: ColumnType
  /** Unit: half-width characters. */
  readonly width: number
  /** Digits after the point; null prints as many as the value has. */
  readonly decimals: number | null
}

/**
 * One cell: text, decimal text in a number column, `YYYY-MM-DD` in a date column, null when empty.
 * A number column may hold words (「—」「待评」); they stay text. `sumOf` is a real sum over rows of the same column.
 */
export type CellContent = string | null | SumCell
export interface SumCell {
  /** The sum as it was computed here, decimal text. */
  readonly value: string
  /** Zero-based row numbers of the table that are added, ends included. */
  readonly sumOf: readonly [from: number, to: number]
}

export type RowKind = 'data' | 'part' | 'total'

export interface SheetRow {
  /** `part` is an indented 其中 row, `total` the closing line. */
  readonly kind: RowKind
  readonly cells: readonly CellContent[]
}

export interface LabelledValue {
  readonly label: string
  readonly value: string
}

export interface ReportSheet {
  readonly name: string
  readonly title: string
  /** 填报单位（盖章）, 统计期间, 数据截止, 单位: two to a line, left and right. */
  readonly heading: readonly LabelledValue[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  /** 口径 and remarks under the table. */
  readonly notes: readonly string[]
  /** 填报人｜审核人｜主要负责同志（签字）｜填报日期｜联系电话; empty for a sheet nobody signs. */
  readonly footer: readonly LabelledValue[]
  /** False for a sheet about the file itself (导出时间), which the 核对码 leaves out. */
  readonly isContent: boolean
}

/** Where a number in a sentence comes from, so that it can be opened. */
export interface NumberSource {
  /** How it was counted, in words. */
  readonly formula: string
  /** Ids of the records behind it. */
  readonly records: readonly string[]
}

export interface TextRun {
  readonly text: string
  /** Null for plain words. */
  readonly source: NumberSource | null
}

export interface DocumentTable {
  readonly title: string
  readonly columns: readonly {
    readonly label: string
    readonly share: number
    readonly align: 'left' | 'center' | 'right'
  }[]
  readonly rows: readonly (readonly string[])[]
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly TextRun[] }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  /** 口径说明: a title and numbered sentences. */
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }

/** A table too wide for the text column: its own landscape pages behind the signature. */
export interface DocumentAnnex {
  /** 「附件1」. */
  readonly mark: string
  readonly table: DocumentTable
  readonly notes: readonly string[]
}

export interface ReportDocument {
  readonly title: string
  /** The same title, parted where it reads well. */
  readonly titleLines: readonly string[]
  /** 主送 without the colon; empty when the text is addressed to nobody. */
  readonly addressee: string
  readonly blocks: readonly DocumentBlock[]
  readonly annexes: readonly DocumentAnnex[]
  readonly signature: { readonly unit: string; readonly signedOn: IsoDate }
}

/** One report: the workbook, the document and the plain text are all written from this. */
export interface Report {
  readonly kind: 'investmentQuarter' | 'leadLedger'
  readonly bureau: string
  /** 内容 of the file name. */
  readonly subject: string
  /** 期间 of the file name, e.g. `2022Q3`. */
  readonly periodLabel: string
  readonly period: Period
  readonly asOf: IsoDate
  readonly preparedOn: IsoDate
  readonly sheets: readonly ReportSheet[]
  /** Null for a ledger, which is only a workbook. */
  readonly document: ReportDocument | null
  /** What the sender should look at first, as sentences. */
  readonly warnings: readonly string[]
  /** `4827-1936`; empty until `withCheckCode` has put it in. */
  readonly checkCode: string
}
