import type {
  CellContent,
  DocumentAnnex,
  DocumentBlock,
  RecordRef,
  ReportChapter,
  ReportSheet,
  ReportWarning,
} from './model'

/** One line of the 汇总 sheet. */
export interface SummaryLine {
  readonly name: string
  readonly target: CellContent
  readonly inPeriod: CellContent
  readonly inYear: CellContent
  readonly rate: CellContent
  readonly remark: string
}

/** What one chapter gives to the report; its mark and the place of its annexes come when they are joined. */
export interface ReportSection {
  readonly stream: ReportChapter
  /** Records dated in the period: with any of them 本期无新增 would be untrue. */
  readonly records: readonly RecordRef[]
  readonly blocks: readonly DocumentBlock[]
  readonly annexes: readonly Omit<DocumentAnnex, 'mark'>[]
  readonly sheets: readonly ReportSheet[]
  readonly summary: readonly SummaryLine[]
  readonly warnings: readonly ReportWarning[]
  /** 口径: how the numbers were counted. */
  readonly readings: readonly string[]
}
