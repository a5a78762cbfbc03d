import type { IsoDate, Period } from '../core/dates'
import { streams } from '../core/schemas'

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

/** The chapters of a period: the four work streams, then 整改. */
export const reportChapters = [...streams, 'rectification'] as const
export type ReportChapter = (typeof reportChapters)[number]

/** The rooms that a report draws on. */
export const recordRooms = [
  'assignments',
  'investment',
  'projects',
  'environment',
  'revenue',
  'registry',
  'rectification',
] as const
export type RecordRoom = (typeof recordRooms)[number]

/** What a record is, which says where it opens. */
export const recordKinds = [
  'task',
  'lead',
  'brief',
  'training',
  'project',
  'problem',
  'projectVisit',
  'policy',
  'visit',
  'demand',
  'enterprise',
  'entry',
  'tip',
  'finding',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** A record behind a number or a warning, with enough to be opened. */
export interface RecordRef {
  readonly room: RecordRoom
  readonly kind: RecordKind
  /** Empty: the list of such records. */
  readonly recordId: string
  readonly title: string
}

/** Where a number in a sentence comes from, so that it can be opened and edited. */
export interface NumberSource {
  /** The number's own name in the report, the same in each period. */
  readonly place: string
  /** How it was counted, in words. */
  readonly formula: string
  readonly records: readonly RecordRef[]
}

/** A figure or sentence that a person wrote in place of the computed one. */
export interface AppliedEdit {
  readonly id: string
  readonly kind: 'figure' | 'sentence'
  /** 注1, 注2 …, in the order of the text. */
  readonly number: number
  /** What the program had there when it was edited. */
  readonly original: string
  /** What the records give today. */
  readonly computed: string
  readonly value: string
  readonly reason: string
  readonly editedBy: string
  readonly editedAt: string
}

export interface TextRun {
  readonly text: string
  /** Null for plain words. */
  readonly source: NumberSource | null
  readonly edit: AppliedEdit | null
}

export interface Sentence {
  /** The sentence's own name in the report. */
  readonly place: string
  readonly runs: readonly TextRun[]
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
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'table'; readonly table: DocumentTable }

/** A table too wide for the text column: its own landscape pages behind the signature. */
export interface DocumentAnnex {
  /** 「附件1」, or 「附件」 where there is only one. */
  readonly mark: string
  readonly table: DocumentTable
  readonly notes: readonly string[]
}

/** A chapter: one work stream, or 整改. */
export interface DocumentSection {
  readonly stream: ReportChapter
  /** 本期无新增 was ticked and holds. */
  readonly isNil: boolean
  readonly blocks: readonly DocumentBlock[]
}

export interface ReportDocument {
  readonly title: string
  /** The same title, parted where it reads well. */
  readonly titleLines: readonly string[]
  /** 发文字号 or 题注, centred below the title; absent where there is none. */
  readonly captions?: readonly string[]
  /** 主送 without the colon; empty when the text is addressed to nobody. */
  readonly addressee: string
  readonly sections: readonly DocumentSection[]
  readonly annexes: readonly DocumentAnnex[]
  /** What was written by hand, 注1 first, as sentences. */
  readonly editNotes: readonly string[]
  readonly signature: { readonly unit: string; readonly signedOn: IsoDate }
}

/** gap = something is missing, estimate = a day or number is not certain, edit = written by hand, note = worth knowing. */
export const warningKinds = ['gap', 'estimate', 'edit', 'note'] as const

/** What the sender should look at before signing. */
export interface ReportWarning {
  readonly kind: (typeof warningKinds)[number]
  readonly stream: ReportChapter | null
  readonly text: string
  /** What opens; null where there is nothing to open. */
  readonly record: RecordRef | null
  /** The figure or sentence that it is about. */
  readonly place?: string
}

/** One report: the workbook, the document and the plain text are all written from this. */
export interface Report {
  readonly kind:
    | 'period'
    | 'leadLedger'
    | 'visitLedger'
    | 'revenueLedger'
    | 'projectLedger'
    | 'briefLedger'
    | 'assignmentLedger'
    | 'projectDispatch'
    | 'findingLedger'
    | 'findingSituation'
    | 'rectificationReport'
    | 'rectificationLetter'
    | 'bulletin'
    | 'ranking'
    | 'receipt'
    | 'issuedTable'
    | 'returnTemplate'
    | 'reminder'
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
  readonly warnings: readonly ReportWarning[]
  /** `4827-1936`; empty until `withCheckCode` has put it in. */
  readonly checkCode: string
}
