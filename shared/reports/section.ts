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
  /** The number's own name, the same in every report: `projects.started`. */
  readonly code: string
  readonly name: string
  readonly target: CellContent
  readonly inPeriod: CellContent
  readonly inYear: CellContent
  readonly rate: CellContent
  readonly remark: string
  /** How 本年累计 (or 完成 where there is no 累计) was counted, in words. */
  readonly formula: string
  /** The records that 本年累计 counts, or whose amounts it adds up; empty where it is no plain sum. */
  readonly counts: readonly RecordRef[]
  /** 本年累计 grows by what each period says of itself; false for what stands on a day, e.g. projects in the pool. */
  readonly isRunning: boolean
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
